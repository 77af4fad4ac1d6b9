import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointAfter, codePointBefore, isLetter, isLetterOrNumber, isWhiteSpace } from './code-points.ts';
import { anyTextArbitrary } from './prose.arbitrary.ts';

describe('the code points beside an offset', () => {
  test('are those of the string, in any text', () => {
    fc.assert(
      fc.property(anyTextArbitrary(), (text) => {
        const characters = Array.from(text);
        const starts = characters.map((_, index) => characters.slice(0, index).join('').length);
        expect(starts.map((at) => codePointAfter(text, at))).toEqual(characters);
        expect(starts.map((at, index) => codePointBefore(text, at + characters[index]!.length))).toEqual(characters);
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });

  test('are empty at the ends of the text', () => {
    expect(codePointBefore('🎉', 0)).toBe('');
    expect(codePointAfter('🎉', 2)).toBe('');
    expect(codePointBefore('', 0)).toBe('');
    expect(codePointAfter('', 0)).toBe('');
  });

  test('are halves inside a pair', () => {
    expect(codePointBefore('🎉', 1)).toBe('\ud83c');
    expect(codePointAfter('🎉', 1)).toBe('\udf89');
  });
});

test.each([
  [' ', true, false, false],
  ['\n', true, false, false],
  ['\u00a0', true, false, false],
  ['\u202f', true, false, false],
  ['\u2028', true, false, false],
  ['a', false, true, true],
  ['ß', false, true, true],
  ['中', false, true, true],
  ['ה', false, true, true],
  ['𝕭', false, true, true],
  ['7', false, false, true],
  ['٤', false, false, true],
  ['½', false, false, true],
  ['\u0301', false, false, false],
  ['🎉', false, false, false],
  ['.', false, false, false],
  ['\u200b', false, false, false],
  ['', false, false, false],
  ['ab', false, false, false],
])('%j is white space: %s, a letter: %s, a letter or number: %s', (codePoint, white, letter, letterOrNumber) => {
  expect(isWhiteSpace(codePoint)).toBe(white);
  expect(isLetter(codePoint)).toBe(letter);
  expect(isLetterOrNumber(codePoint)).toBe(letterOrNumber);
});
