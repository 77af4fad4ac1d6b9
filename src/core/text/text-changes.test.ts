import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitsSurrogatePair } from './offsets.ts';
import { changesBetween } from './text-changes.ts';

/** Texts of few different words and signs, so that they have much in common. */
const TEXT = fc
  .array(fc.constantFrom('a', 'ab', 'ba', ' ', ' ', '\n', '🎉', '🎈', 'é', '。', '漢'), { maxLength: 24 })
  .map((pieces) => pieces.join(''));

describe('the changes between two texts', () => {
  test.each<[string, string, string, readonly (readonly [string, string])[]]>([
    ['none', 'One two.', 'One two.', []],
    ['none in nothing', '', '', []],
    ['everything, from nothing', '', 'One', [['', 'One']]],
    ['everything, to nothing', 'One', '', [['One', '']]],
    ['a letter too many', 'the governement of', 'the government of', [['e', '']]],
    ['letters turned round', 'She had teh key.', 'She had the key.', [['eh', 'he']]],
    [
      'two far apart, each by itself',
      'Teh start, a long middle, the ned.',
      'The start, a long middle, the end.',
      [
        ['eh', 'he'],
        ['ne', 'en'],
      ],
    ],
    ['one emoji for another that shares its first half', 'a 🎉 b', 'a 🎈 b', [['🎉', '🎈']]],
    ['an emoji beside the same one', '🎉', '🎉🎉', [['', '🎉']]],
    [
      'signs of a script without spaces, one by one',
      '彼は東京へ行き大坂で食べた',
      '彼は西京へ行き大阪で食べた',
      [
        ['東', '西'],
        ['坂', '阪'],
      ],
    ],
  ])('are %s', (_, before, after, expected) => {
    const found = changesBetween(before, after);
    expect(found.map(({ from, to, newFrom, newTo }) => [before.slice(from, to), after.slice(newFrom, newTo)])).toEqual(
      expected,
    );
  });

  test('turn the old text into the new one, lie apart and cut no character', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (before, after) => {
        const changes = changesBetween(before, after);
        let [made, last, newLast] = ['', -1, -1];
        let at = 0;
        for (const { from, to, newFrom, newTo } of changes) {
          expect(from > last && newFrom > newLast).toBe(true);
          expect(from < to || newFrom < newTo).toBe(true);
          for (const edge of [from, to]) expect(splitsSurrogatePair(before, edge)).toBe(false);
          for (const edge of [newFrom, newTo]) expect(splitsSurrogatePair(after, edge)).toBe(false);
          made += before.slice(at, from) + after.slice(newFrom, newTo);
          [at, last, newLast] = [to, to, newTo];
        }
        expect(made + before.slice(at)).toBe(after);
      }),
      { seed: 20240617, numRuns: 2000 },
    );
  });

  test('are found line by line where too many words are new', () => {
    const before = `${manyWords(0)}\nThe line that stays.\nThe typo is heer.\nOne more.\n${manyWords(5000)}\n`;
    const after = `${manyWords(10_000)}\nThe line that stays.\nThe typo is here.\nOne more.\n${manyWords(20_000)}\n`;
    const changes = changesBetween(before, after);
    const kept = before.indexOf('\nThe line') + 1;
    expect(changes.some(({ from, to }) => from <= kept && to > kept)).toBe(false);
    expect(changes.map(({ from, to }) => before.slice(from, to))).toContain('er');
  });

  test('are found in words of millions of letters', () => {
    const word = 'a'.repeat(5_000_000);
    expect(changesBetween(`${word} b`, `b ${word}b`).length).toBeGreaterThan(0);
  });

  test('of a long text with a few typos are found at once', () => {
    const before = Array.from({ length: 100_000 }, (_, index) => `word${index % 977}`).join(' ');
    const after = `X${before.slice(1, 300_000)}Y${before.slice(300_001)}Z`;
    expect(changesBetween(before, after)).toHaveLength(3);
    // The time limit is some hundred times what it takes, so that only another order of growth fails.
  }, 5000);
});

function manyWords(from: number): string {
  return Array.from({ length: 1500 }, (_, index) => `w${from + index}`).join(' ');
}
