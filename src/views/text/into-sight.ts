import { blockAt, type TextLayout } from './text-layout.ts';
import { caretBox } from './text-geometry.ts';
import { blockElement } from './text-position.ts';

/** Room to keep above and below the caret, in pixels: the toolbar that stays at the top, and a few lines. */
const ABOVE = 150;
const BELOW = 140;

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
  if (top < ABOVE) scroller.scrollBy({ top: top - ABOVE - 40 });
  else {
    const foot = innerHeight - covered - BELOW;
    if (bottom > foot) scroller.scrollBy({ top: bottom - foot + 40 });
  }
}

function scrollerOf(element: HTMLElement): Element {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
