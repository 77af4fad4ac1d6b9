import { expect, test } from 'vitest';
import { cutMiddle } from './cut-middle.ts';

test.each([
  ['harbour', 7, 2, 'harbour'],
  ['harbours', 7, 2, 'ha … rs'],
  ['a\u{1F6A2}harbour\u{1F6A2}b', 9, 2, 'a\uFFFD … \uFFFDb'],
])('of %s, where %i may stay whole, each end keeps %i', (words, most, each, expected) => {
  expect(cutMiddle(words, most, each)).toBe(expected);
});
