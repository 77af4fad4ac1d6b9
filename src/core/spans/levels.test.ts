import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelsOf } from './levels.ts';
import { contains, overlaps, sameRange } from '#core/text/range.ts';
import { rangeArbitrary } from './spans.arbitrary.ts';

describe('the levels of ranges', () => {
  test.each([
    ['of none', [], []],
    [
      'apart are all 0',
      [
        [0, 2],
        [4, 6],
      ],
      [0, 0],
    ],
    [
      'that touch are all 0',
      [
        [0, 2],
        [2, 6],
      ],
      [0, 0],
    ],
    [
      'inside each other go up',
      [
        [4, 5],
        [0, 9],
        [3, 6],
      ],
      [2, 0, 1],
    ],
    [
      'that cross differ, the longer below',
      [
        [0, 4],
        [3, 9],
      ],
      [1, 0],
    ],
    [
      'that cross and are as long differ, the first below',
      [
        [3, 7],
        [0, 4],
      ],
      [1, 0],
    ],
    [
      'that are equal differ, in the order given',
      [
        [0, 4],
        [0, 4],
      ],
      [0, 1],
    ],
    [
      'inside a range that was pushed up are above it all the same',
      [
        [0, 10],
        [8, 16],
        [12, 14],
      ],
      [0, 1, 2],
    ],
  ] as const)('%s', (_, ranges, expected) => {
    expect(levelsOf(ranges.map(([from, to]) => ({ from, to })))).toEqual(expected);
  });

  test('are never the same where ranges overlap, higher inside than around, and have no gaps', () => {
    fc.assert(
      fc.property(fc.array(rangeArbitrary(30), { maxLength: 12 }), (ranges) => {
        const levels = levelsOf(ranges);
        for (const [index, range] of ranges.entries()) {
          for (const [at, other] of ranges.entries()) {
            if (index === at || !overlaps(range, other)) continue;
            expect(levels[index]).not.toBe(levels[at]);
            if (contains(range, other) && !sameRange(range, other)) expect(levels[index]).toBeLessThan(levels[at]!);
          }
        }
        const used = [...new Set(levels)].toSorted((a, b) => a - b);
        expect(used).toEqual([...used.keys()]);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('of thousands, nested and side by side, are found without comparing all with all', () => {
    let looks = 0;
    const watched = (from: number, to: number) => ({
      to,
      get from() {
        return ((looks += 1), from);
      },
    });
    const side = Array.from({ length: 4000 }, (_, index) => watched(index * 10, index * 10 + 5));
    expect(levelsOf([watched(0, 40_000), ...side])).toEqual([0, ...side.map(() => 1)]);
    expect(looks).toBeLessThan(400_000);
  });
});
