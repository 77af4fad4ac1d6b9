import { type TextRange } from '#core/text/range.ts';
import { blockAt, type TextLayout } from './text-layout.ts';
import { caretBox } from './text-geometry.ts';
import { blockElement } from './text-position.ts';

/** Room to keep above and below the caret, in pixels: the toolbar that stays at the top, and a few lines. */
const ABOVE = 150;
const BELOW = 140;
/** Less of it where little of the text is in sight, as over a sheet: this part of it. */
const PART = 0.3;
/** What lies below a stretch does not touch what covers the foot. */
const LEAST = 8;

/**
 * Scrolls so that the line of an offset is in sight with some lines around it. Does nothing where it is already. The
 * paragraph is brought near first, since a section far away is not laid out yet. `covered` is what lies over the window's foot.
 */
export function bringIntoSight(container: HTMLElement, layout: TextLayout, offset: number, covered = 0): void {
  const element = blockElement(container, layout, blockAt(layout, offset));
  if (!element) return;
  const rect = element.getBoundingClientRect();
  if (rect.bottom < 0 || rect.top > innerHeight) element.scrollIntoView({ block: 'center' });
  const box = caretBox(container, layout, offset);
  if (!box) return;
  const top = container.getBoundingClientRect().top + box.top;
  const bottom = top + box.height;
  const scroller = scrollerOf(container);
  const seen = innerHeight - covered;
  const above = Math.min(ABOVE, seen * PART);
  const foot = seen - Math.min(BELOW, seen * PART);
  const more = Math.min(40, seen * 0.1);
  if (top < above) scroller.scrollBy({ top: top - above - more });
  else if (bottom > foot) scroller.scrollBy({ top: bottom - foot + more });
}

/**
 * Scrolls on until the end of a stretch is in sight too, with so many pixels below its last line; its beginning stays in
 * sight where both have no room.
 */
export function bringEndIntoSight(
  container: HTMLElement,
  layout: TextLayout,
  { from, to }: TextRange,
  { below, covered = 0 }: { readonly below: number; readonly covered?: number | undefined },
): void {
  const start = caretBox(container, layout, from);
  const end = caretBox(container, layout, to, 'before');
  if (!start || !end) return;
  const { top } = container.getBoundingClientRect();
  const seen = innerHeight - covered;
  const hidden = top + end.top + end.height + below + LEAST - seen;
  const room = top + start.top - Math.min(ABOVE, seen * PART);
  const more = Math.min(hidden, room);
  if (more > 0) scrollerOf(container).scrollBy({ top: more });
}

/** What scrolls the element: the nearest part of the page around it that does, or the page. */
export function scrollerOf(element: HTMLElement): Element {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
