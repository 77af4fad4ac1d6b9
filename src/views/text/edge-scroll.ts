import { scrollerOf } from './into-sight.ts';

/** How near to the edge of what can be seen a drag scrolls, and at most how fast: pixels, and pixels in a frame. */
const NEAR = 56;
const FASTEST = 14;
/** The header, which covers the window's top. */
const HEADER = 48;

/** How far to scroll in a frame while a finger is at `y`: more the nearer it is to the edge, nothing in the middle. */
export function scrollStep(y: number, top: number, bottom: number): number {
  const past = Math.max(y - (bottom - NEAR), 0) - Math.max(top + NEAR - y, 0);
  return Math.round((Math.max(-NEAR, Math.min(past, NEAR)) / NEAR) * FASTEST);
}

/** Scrolls while what is dragged is near the top or foot of the text in sight, until the function it gives is called. */
export function scrollAtEdges(
  container: HTMLElement,
  heightOf: () => number,
  covered: () => number,
  onScrolled: () => void,
): () => void {
  const scroller = scrollerOf(container);
  let frame = 0;
  const look = (): void => {
    const step = scrollStep(heightOf(), HEADER, innerHeight - covered());
    const before = scroller.scrollTop;
    if (step !== 0) scroller.scrollBy({ top: step, behavior: 'instant' });
    if (scroller.scrollTop !== before) onScrolled();
    frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  return () => {
    cancelAnimationFrame(frame);
  };
}
