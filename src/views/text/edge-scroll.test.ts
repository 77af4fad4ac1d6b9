import { expect, test } from 'vitest';
import { scrollStep } from './edge-scroll.ts';

test.each([
  ['in the middle', 400, 0],
  ['just before the foot’s edge', 643, 0],
  ['near the foot', 672, 7],
  ['at the foot', 700, 14],
  ['below the foot', 900, 14],
  ['near the top', 76, -7],
  ['above the top', -50, -14],
])('a finger %s scrolls by so many pixels in a frame', (_, y, step) => {
  expect(scrollStep(y, 48, 700)).toBe(step);
});
