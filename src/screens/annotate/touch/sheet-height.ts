/** Dragged so far it goes on to the next height by itself, in pixels; as does a flick at such a speed, in pixels per ms. */
const FAR = 64;
const FLICK = 0.5;
/** It never gets lower than its head while it is dragged. */
const LOWEST = 56;

/** What a sheet does when it is let go: `by` is how far it was dragged down, in pixels, within so many milliseconds. */
export function settle(by: number, ms: number, isTall: boolean): 'tall' | 'low' | 'close' | 'stay' {
  const isMeant = Math.abs(by) > FAR || (Math.abs(by) > 12 && Math.abs(by) / Math.max(1, ms) > FLICK);
  if (!isMeant) return 'stay';
  if (by < 0) return 'tall';
  return isTall ? 'low' : 'close';
}

/** How high it is while it is dragged, in pixels. */
export function heightWhile(height: number, by: number): number {
  return Math.max(LOWEST, height - by);
}
