import { expect, test } from 'vitest';
import { heightWhile, settle } from './sheet-height.ts';

test.each([
  ['a touch', 3, 80, false, 'stay'],
  ['a short slow drag', 40, 900, false, 'stay'],
  ['a drag down', 90, 900, false, 'close'],
  ['a drag down from its full height', 90, 900, true, 'low'],
  ['a drag up', -90, 900, false, 'tall'],
  ['a flick down', 40, 50, false, 'close'],
  ['a flick up', -40, 50, false, 'tall'],
  ['a flick up at its full height', -40, 50, true, 'tall'],
] as const)('after %s the sheet is let go where it belongs', (_, by, ms, isTall, next) => {
  expect(settle(by, ms, isTall)).toBe(next);
});

test('while it is dragged its height follows the finger, and its head stays to be held', () => {
  expect(heightWhile(400, 100)).toBe(300);
  expect(heightWhile(400, -100)).toBe(500);
  expect(heightWhile(400, 390)).toBe(56);
});
