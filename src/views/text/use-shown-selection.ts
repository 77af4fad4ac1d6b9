import { type TextLayout } from './text-layout.ts';
import { type RefObject, useCallback, useEffect, useLayoutEffect } from 'react';
import { bringIntoSight } from './into-sight.ts';
import { offsetOf, positionOf } from './text-position.ts';

/** Offsets between which the text is selected; equal for a caret. */
export interface ShownSelection {
  readonly anchor: number;
  readonly head: number;
}

interface ShownProps {
  readonly layout: TextLayout;
  readonly selection: ShownSelection | undefined;
  readonly reveal: number;
  readonly covered?: () => number;
  /** Words that a finger selected are not selected natively as well: while the system drags its handles that lets them go. */
  readonly isByTouch: boolean;
  /** With other spans or labels text is drawn anew, which may take text nodes from under the selection. */
  readonly spans: unknown;
  readonly labelSet: unknown;
}

/**
 * Keeps the browser's own selection where the state says it is, so that it is seen, copied and extended natively. Gives a
 * function that puts it back there after text was drawn for another reason.
 */
export function useShownSelection(container: RefObject<HTMLElement | null>, props: ShownProps): () => void {
  const { layout, selection, reveal, isByTouch, spans, labelSet } = props;
  const restore = useCallback((): void => {
    const element = container.current!;
    const native = document.getSelection();
    // Where it stands is known without a layout, which the browser would make for the questions that follow.
    if (!native || !selection || isShown(element, layout, native, selection)) return;
    if (isByTouch && selection.anchor !== selection.head) return;
    if (ownsSelection(element, native)) showSelection(element, layout, selection);
  }, [container, layout, selection, isByTouch]);
  useLayoutEffect(restore, [restore, spans, labelSet]);

  useEffect(() => {
    if (reveal > 0 && selection) bringIntoSight(container.current!, layout, selection.head, props.covered?.());
    // Only a growing `reveal` asks to scroll; a selection made by hand is in sight already.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reveal]);
  return restore;
}

/** Moves the browser's own selection to these offsets. */
export function showSelection(container: HTMLElement, layout: TextLayout, selection: ShownSelection): void {
  const anchor = positionOf(container, layout, selection.anchor);
  const head = positionOf(container, layout, selection.head);
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
  layout: TextLayout,
  native: Selection,
  { anchor, head }: ShownSelection,
): boolean {
  if (!native.anchorNode || !native.focusNode) return false;
  return (
    offsetOf(element, layout, { node: native.anchorNode, offset: native.anchorOffset }) === anchor &&
    offsetOf(element, layout, { node: native.focusNode, offset: native.focusOffset }) === head
  );
}
