import { type Paragraph } from '#core/text/paragraphs.ts';
import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { bringIntoSight } from './into-sight.ts';
import { offsetOf, positionOf } from './text-position.ts';

/** Offsets between which the text is selected; equal for a caret. */
export interface ShownSelection {
  readonly anchor: number;
  readonly head: number;
}

interface ShownProps {
  readonly paragraphs: readonly Paragraph[];
  readonly selection: ShownSelection | undefined;
  readonly reveal: number;
  /** Changes when paragraphs are drawn again, which may take text nodes from under the selection. */
  readonly buckets: unknown;
}

/** Keeps the browser's own selection where the state says it is, so that it is seen, copied and extended natively. */
export function useShownSelection(container: RefObject<HTMLElement | null>, props: ShownProps): void {
  const { paragraphs, selection, reveal, buckets } = props;
  useLayoutEffect(() => {
    const element = container.current!;
    const native = document.getSelection();
    if (!native || !selection || !ownsSelection(element, native)) return;
    if (!isShown(element, paragraphs, native, selection)) showSelection(element, paragraphs, selection);
  }, [container, paragraphs, selection, buckets]);

  useEffect(() => {
    if (reveal > 0 && selection) bringIntoSight(container.current!, paragraphs, selection.head);
    // Only a growing `reveal` asks to scroll; a selection made by hand is in sight already.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reveal]);
}

/** Moves the browser's own selection to these offsets. */
export function showSelection(
  container: HTMLElement,
  paragraphs: readonly Paragraph[],
  selection: ShownSelection,
): void {
  const anchor = positionOf(container, paragraphs, selection.anchor);
  const head = positionOf(container, paragraphs, selection.head);
  if (!anchor || !head) return;
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, head.node, head.offset);
}

/** Leaves the selection alone while the user types or selects somewhere else. */
function ownsSelection(element: HTMLElement, native: Selection): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) return false;
  return native.anchorNode === null || native.isCollapsed || element.contains(native.anchorNode);
}

function isShown(
  element: HTMLElement,
  paragraphs: readonly Paragraph[],
  native: Selection,
  { anchor, head }: ShownSelection,
): boolean {
  if (!native.anchorNode || !native.focusNode) return false;
  return (
    offsetOf(element, paragraphs, { node: native.anchorNode, offset: native.anchorOffset }) === anchor &&
    offsetOf(element, paragraphs, { node: native.focusNode, offset: native.focusOffset }) === head
  );
}
