import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterAt } from './clusters.ts';
import { anyTextArbitrary } from './prose.arbitrary.ts';

describe('the character around a code unit', () => {
  test.each([
    ['abc', 1, 'b'],
    ['e\u0301a', 0, 'e\u0301'],
    ['e\u0301a', 1, 'e\u0301'],
    ['x👨‍👩‍👧‍👦x', 5, '👨‍👩‍👧‍👦'],
    ['👍🏽👍', 2, '👍🏽'],
    ['🇺🇦🇩🇪', 3, '🇺🇦'],
    ['🇺🇦🇩🇪', 4, '🇩🇪'],
    ['\r\n', 1, '\r\n'],
    ['क्षa', 2, 'क्ष'],
    ['각', 0, '각'],
    ['\ud83da', 0, '\ud83d'],
    ['a\u0301'.concat('\u0301'.repeat(300), 'b'), 200, 'a'.concat('\u0301'.repeat(301))],
    ['👩‍'.repeat(100), 150, '👩‍'.repeat(100)],
    [`👍${'\u0301'.repeat(61)}🏽b`, 0, `👍${'\u0301'.repeat(61)}🏽`],
  ])('of %j at %i', (text, offset, expected) => {
    const { from, to } = clusterAt(text, offset);
    expect(text.slice(from, to)).toBe(expected);
  });

  test('is what the segmenter finds in the whole text, however long the character', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyTextArbitrary(), (text) => {
        const expected = [...segmenter.segment(text)].flatMap(({ index, segment }) =>
          Array.from({ length: segment.length }, () => ({ from: index, to: index + segment.length })),
        );
        expect(expected.map((_, offset) => clusterAt(text, offset))).toEqual(expected);
      }),
      { seed: 20240617, numRuns: 100 },
    );
  });

  test('is the right flag far into a row of them', () => {
    const row = '🇺🇦'.repeat(200);
    expect(clusterAt(row, 4 * 150 + 1)).toEqual({ from: 600, to: 604 });
    expect(clusterAt(`x${row}`, 4 * 150 + 2)).toEqual({ from: 601, to: 605 });
  });

  test.each([-1, 3, Number.NaN])('is refused at %s, where there is none', (offset) => {
    expect(() => clusterAt('abc', offset)).toThrow(`no character at ${offset} in the text of length 3`);
  });
});
