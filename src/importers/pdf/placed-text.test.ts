import { expect, test } from 'vitest';
import { placedTexts } from './placed-text.ts';

/** A viewport turns the page upside down, since PDF counts from below. */
const SIZE = { width: 600, height: 800 };
const TO_SCREEN = [1, 0, 0, -1, 0, 800];
const item = (str: string, transform: readonly number[], width = 50) => ({ str, transform, width });

test('texts are placed from the top left corner', () => {
  const { texts } = placedTexts([item('a word', [10, 0, 0, 10, 72, 700])], TO_SCREEN, SIZE);
  expect(texts).toEqual([{ text: 'a word', left: 72, right: 122, baseline: 100, size: 10 }]);
});

test.each([
  ['a quarter turn to the left', [0, 10, -10, 0, 100, 200], { left: 200, baseline: 100 }],
  ['a quarter turn to the right', [0, -10, 10, 0, 100, 700], { left: 100, baseline: 500 }],
  ['upside down', [-10, 0, 0, -10, 500, 100], { left: 100, baseline: 100 }],
])('a page that is printed with %s is read as if it was not', (_, transform, place) => {
  const { texts } = placedTexts([item('sideways', transform)], TO_SCREEN, SIZE);
  expect(texts).toEqual([expect.objectContaining(place)]);
});

test('what runs at another angle than most is left out and counted', () => {
  const stamp = item('stamp', [0, 10, -10, 0, 20, 300]);
  const slanted = item('DRAFT', [7, 7, -7, 7, 300, 300]);
  const found = placedTexts([stamp, item('the text of the page', [10, 0, 0, 10, 72, 700]), slanted], TO_SCREEN, SIZE);
  expect(found.texts.map(({ text }) => text)).toEqual(['the text of the page']);
  expect(found.turned).toBe(2);
});

test('letters without a name are left out and counted, and white space is no text', () => {
  const found = placedTexts(
    [item('a\u0000b\u0001', [10, 0, 0, 10, 72, 700]), item(' ', [10, 0, 0, 10, 90, 700])],
    TO_SCREEN,
    SIZE,
  );
  expect(found.texts.map(({ text }) => text)).toEqual(['ab']);
  expect(found.unnamed).toBe(2);
});
