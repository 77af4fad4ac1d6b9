import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commonRanges,
  contains,
  joinRanges,
  overlaps,
  rangesWithout,
  sameRange,
  sameRanges,
  type TextRange,
} from './range.ts';
import { rangeArbitrary } from '#core/spans/spans.arbitrary.ts';

describe('two ranges', () => {
  test.each([
    ['apart', [0, 2], [3, 5], false, false],
    ['touching', [0, 3], [3, 5], false, false],
    ['crossing', [0, 4], [3, 5], true, false],
    ['nested', [0, 9], [3, 5], true, true],
    ['with one start', [0, 9], [0, 5], true, true],
    ['with one end', [0, 5], [3, 5], true, true],
    ['equal', [3, 5], [3, 5], true, true],
    ['of which one is empty inside the other', [0, 5], [3, 3], false, true],
    ['of which one is empty at the edge of the other', [0, 5], [5, 5], false, true],
  ] as const)('%s', (_, a, b, overlap, contain) => {
    const [one, two] = [range(a), range(b)];
    expect(overlaps(one, two)).toBe(overlap);
    expect(overlaps(two, one)).toBe(overlap);
    expect(contains(one, two)).toBe(contain);
    expect(contains(two, one)).toBe(sameRange(one, two));
  });

  test('overlap exactly where they share a code unit, and contain each other where they share all', () => {
    fc.assert(
      fc.property(rangeArbitrary(6), rangeArbitrary(6), (a, b) => {
        const shared = unitsOf(a).filter((unit) => unitsOf(b).includes(unit));
        expect(overlaps(a, b)).toBe(shared.length > 0);
        expect(contains(a, b)).toBe(shared.length === b.to - b.from);
        expect(sameRange(a, b)).toBe(contains(a, b) && contains(b, a));
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });
});

test.each([
  [[], [], true],
  [[[0, 2]], [[0, 2]], true],
  [[[0, 2]], [[0, 3]], false],
  [[[0, 2]], [[1, 2]], false],
  [
    [[0, 2]],
    [
      [0, 2],
      [3, 4],
    ],
    false,
  ],
  [
    [
      [0, 2],
      [3, 4],
    ],
    [
      [3, 4],
      [0, 2],
    ],
    false,
  ],
] as const)('the lists %j and %j are the same: %s', (a, b, expected) => {
  expect(sameRanges(a.map(range), b.map(range))).toBe(expected);
  expect(sameRanges(b.map(range), a.map(range))).toBe(expected);
});

describe('joining ranges', () => {
  test.each([
    ['none', [], []],
    ['one', [[2, 4]], [[2, 4]]],
    [
      'those apart, in order',
      [
        [5, 7],
        [0, 2],
      ],
      [
        [0, 2],
        [5, 7],
      ],
    ],
    [
      'those that touch',
      [
        [0, 2],
        [2, 4],
      ],
      [[0, 4]],
    ],
    [
      'those that overlap',
      [
        [3, 6],
        [0, 4],
      ],
      [[0, 6]],
    ],
    [
      'one inside the other',
      [
        [0, 9],
        [3, 4],
      ],
      [[0, 9]],
    ],
    [
      'equal ones',
      [
        [1, 2],
        [1, 2],
      ],
      [[1, 2]],
    ],
    [
      'two by the one between',
      [
        [0, 3],
        [6, 9],
        [2, 7],
      ],
      [[0, 9]],
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(joinRanges(given.map(range))).toEqual(expected.map(range));
  });

  test('keeps every code unit, once, in sorted ranges with gaps between them', () => {
    fc.assert(
      fc.property(fc.array(rangeArbitrary(30), { maxLength: 8 }), (ranges) => {
        const joined = joinRanges(ranges);
        expect(joined.flatMap(unitsOf)).toEqual([...new Set(ranges.flatMap(unitsOf))].toSorted((a, b) => a - b));
        for (const [index, { from }] of joined.entries()) {
          if (index > 0) expect(from).toBeGreaterThan(joined[index - 1]!.to);
        }
        expect(joinRanges(joined)).toEqual(joined);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('leaves the given list as it is', () => {
    const given = Object.freeze([Object.freeze({ from: 5, to: 7 }), Object.freeze({ from: 0, to: 6 })]);
    expect(joinRanges(given)).toEqual([{ from: 0, to: 7 }]);
  });
});

function range([from, to]: readonly [number, number]): TextRange {
  return { from, to };
}

function unitsOf({ from, to }: TextRange): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

test('what two lists have in common, and one without the other, are the code units that say so, in order', () => {
  const listArbitrary = fc.array(rangeArbitrary(20), { maxLength: 4 }).map(joinRanges);
  fc.assert(
    fc.property(listArbitrary, listArbitrary, (a, b) => {
      const unitsOfB = new Set(b.flatMap(unitsOf));
      expect(commonRanges(a, b).flatMap(unitsOf)).toEqual(a.flatMap(unitsOf).filter((unit) => unitsOfB.has(unit)));
      expect(rangesWithout(a, b).flatMap(unitsOf)).toEqual(a.flatMap(unitsOf).filter((unit) => !unitsOfB.has(unit)));
      expect(commonRanges(a, a)).toEqual(a);
      expect(rangesWithout(a, [])).toEqual(a);
    }),
    { seed: 20240617, numRuns: 500 },
  );
});
