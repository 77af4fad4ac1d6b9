import { blockAt, endOf, type TextLayout } from './text-layout.ts';
import { type Span } from '#core/spans/span.ts';
import { spansAt } from '#core/spans/spans-at.ts';
import { type TextRange } from '#core/text/range.ts';
import { snapToWords, wordAt } from '#core/text/words.ts';
import { type RefObject, useEffect, useRef } from 'react';
import { type TextEvents } from './text-events.ts';
import { type DomPosition, offsetAtPoint, offsetOf } from './text-position.ts';
import { showSelection, type ShownSelection } from './use-shown-selection.ts';

interface PointerProps extends TextEvents {
  readonly text: string;
  readonly language: string;
  readonly layout: TextLayout;
  readonly spans: readonly Span[];
  readonly selection: ShownSelection | undefined;
}

/** How far apart two clicks at the same place may be, in pixels, and two taps. */
const SAME_PLACE = 5;
const SAME_PLACE_BY_TOUCH = 16;
/** Two taps so soon after one another are a double tap, in milliseconds. */
const DOUBLE_TAP_MS = 400;
/** On touch screens a selection counts once its handles have rested so long. */
const REST_MS = 350;

/** Tells what the pointer selected or clicked in the text, as offsets. */
export function useTextPointer(container: RefObject<HTMLElement | null>, props: PointerProps): void {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const element = container.current!;
    let pressed = false;
    let pressedOutside = false;
    let touched = false;
    let last: Click | undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;

    const readSelection = (): ShownSelection | undefined => {
      const { layout } = latest.current;
      const native = document.getSelection();
      if (!native?.anchorNode || !native.focusNode || native.isCollapsed) return undefined;
      // A drag may begin or end outside the text, above its first line or below its last.
      const clamped = (end: DomPosition): number =>
        offsetOf(element, layout, end) ?? (isBefore(end, element) ? 0 : endOf(layout));
      const anchor = clamped({ node: native.anchorNode, offset: native.anchorOffset });
      const head = clamped({ node: native.focusNode, offset: native.focusOffset });
      return anchor === head ? undefined : { anchor, head };
    };

    const press = (event: PointerEvent): void => {
      touched = event.pointerType === 'touch';
      pressed = event.button === 0 && !touched;
      // A click inside a selection would else leave it standing until after the release, and look like a new one.
      if (pressed && !event.shiftKey) document.getSelection()?.removeAllRanges();
      // Shift extends the browser's selection, whose text nodes may have been replaced when a section was painted.
      const { layout, selection } = latest.current;
      if (pressed && event.shiftKey && selection) showSelection(element, layout, selection);
    };
    const pressAnywhere = (event: PointerEvent): void => {
      pressedOutside = event.button === 0 && event.pointerType !== 'touch' && !element.contains(event.target as Node);
    };
    const release = (event: MouseEvent): void => {
      // A drag that came in from outside: what it selected of the text counts as if it had begun there.
      const cameIn = pressedOutside && element.contains(event.target as Node) && isPartlySelected(element);
      pressedOutside = false;
      if (!pressed && !cameIn) return;
      pressed = false;
      const { text, language, layout, onSelect, onAddFragment, onClickAt } = latest.current;
      const raw = readSelection();
      const isStack =
        event.detail === 2 && isNear(last, event) && element.querySelectorAll(':hover[data-span]').length > 1;
      if (raw && !isStack) {
        const selection = event.altKey ? raw : snapped(raw, text, layout, language);
        if (!selection) return;
        (event.ctrlKey || event.metaKey ? onAddFragment : onSelect)(selection);
        return;
      }
      const offset = offsetAtPoint(element, layout, event.clientX, event.clientY);
      if (offset !== undefined) onClickAt(offset, isNear(last, event));
      last = clickOf(event);
    };
    const tap = (event: MouseEvent): void => {
      if (!touched || readSelection()) return;
      const { layout, spans, onSelect, onClickAt } = latest.current;
      const again = isNear(last, event, SAME_PLACE_BY_TOUCH);
      const isDouble = again && event.timeStamp - last!.at < DOUBLE_TAP_MS;
      last = clickOf(event);
      const offset = offsetAtPoint(element, layout, event.clientX, event.clientY);
      if (offset === undefined) return;
      // As with the mouse: where spans are stacked two taps go through the stack, elsewhere they select the word.
      const word = isDouble && spansAt(spans, offset).length < 2 ? wordUnder(offset, latest.current) : undefined;
      if (word) onSelect({ anchor: word.from, head: word.to });
      else onClickAt(offset, again);
    };
    const change = (): void => {
      if (!touched) return;
      clearTimeout(rest);
      rest = setTimeout(() => {
        const { text, language, layout, onSelect } = latest.current;
        const raw = readSelection();
        const selection = raw && snapped(raw, text, layout, language);
        if (selection) onSelect(selection);
      }, REST_MS);
    };

    element.addEventListener('pointerdown', press);
    element.addEventListener('click', tap);
    document.addEventListener('pointerdown', pressAnywhere);
    document.addEventListener('mouseup', release);
    document.addEventListener('selectionchange', change);
    return () => {
      clearTimeout(rest);
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('click', tap);
      document.removeEventListener('pointerdown', pressAnywhere);
      document.removeEventListener('mouseup', release);
      document.removeEventListener('selectionchange', change);
    };
  }, [container]);
}

/** The selection with its edges at word edges, in the direction in which it was made. */
function snapped(
  { anchor, head }: ShownSelection,
  text: string,
  layout: TextLayout,
  language: string,
): ShownSelection | undefined {
  const range = snapToWords(
    text,
    layout.blocks,
    { from: Math.min(anchor, head), to: Math.max(anchor, head) },
    language,
  );
  if (!range) return undefined;
  return anchor < head ? { anchor: range.from, head: range.to } : { anchor: range.to, head: range.from };
}

function isPartlySelected(element: HTMLElement): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
}

/** Tells to which end of the text a selection goes that ran out of it. */
function isBefore({ node, offset }: DomPosition, element: HTMLElement): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.comparePoint(node, offset) < 0;
}

/** Where and when a click was: pixels of the page, milliseconds. */
interface Click {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

function clickOf({ pageX, pageY, timeStamp }: MouseEvent): Click {
  return { x: pageX, y: pageY, at: timeStamp };
}

function isNear(last: Click | undefined, { pageX, pageY }: MouseEvent, distance = SAME_PLACE): boolean {
  return last !== undefined && Math.abs(last.x - pageX) < distance && Math.abs(last.y - pageY) < distance;
}

function wordUnder(offset: number, { text, language, layout }: PointerProps): TextRange | undefined {
  return wordAt(text, layout.blocks[blockAt(layout, offset)]!, offset, language);
}
