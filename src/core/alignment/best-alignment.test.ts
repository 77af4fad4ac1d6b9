import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlignmentCosts } from './alignment-costs.ts';
import { bestAlignment } from './best-alignment.ts';
import { competitionCosts } from './competition.ts';
import { newsLike } from './news-like.arbitrary.ts';
import { positionalDistance } from './overlap.ts';
import { unitsOf as unitsOfLayers } from './units.ts';

interface Unit {
  readonly annotator: number;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** The units of each annotator, as label, from and to. */
function unitsOf(...annotators: readonly (readonly (readonly [string, number, number])[])[]): readonly Unit[] {
  return annotators.flatMap((units, annotator) => units.map(([label, from, to]) => ({ annotator, label, from, to })));
}

/** The costs of γ, with weights for place and label. */
function gammaCosts(annotators: number, place: number, label: number): AlignmentCosts<Unit> {
  return {
    annotators,
    missing: 1,
    costOf: (one, other) => place * positionalDistance([one], [other]) + (one.label === other.label ? 0 : label),
  };
}

const cycle = (start: number, from: number, length: number): readonly (readonly [string, number, number])[] =>
  Array.from({ length: 16 }, (_, index) => [
    'abc'.charAt((index + start) % 3),
    from + 10 * index,
    from + length + 10 * index,
  ]);

describe('the disorder of the best alignment', () => {
  test.each([
    [
      'G-1',
      unitsOf(
        [
          ['a', 1, 5],
          ['b', 6, 10],
          ['a', 11, 15],
        ],
        [
          ['a', 2, 6],
          ['b', 7, 11],
          ['a', 12, 16],
        ],
      ),
      1,
      1,
      0.0625,
    ],
    [
      'G-2',
      unitsOf(
        [
          ['a', 1, 5],
          ['b', 6, 10],
          ['a', 20, 24],
          ['b', 30, 34],
        ],
        [
          ['a', 2, 6],
          ['b', 31, 35],
        ],
      ),
      1,
      1,
      0.7083333,
    ],
    [
      'G-3',
      unitsOf(
        [
          ['a', 1, 5],
          ['b', 10, 15],
          ['c', 20, 25],
        ],
        [
          ['a', 1, 5],
          ['b', 10, 15],
          ['c', 20, 25],
        ],
      ),
      1,
      1,
      0,
    ],
    [
      'G-4',
      unitsOf(
        [
          ['a', 1, 5],
          ['b', 10, 14],
        ],
        [
          ['a', 2, 6],
          ['b', 11, 15],
        ],
        [
          ['a', 1, 4],
          ['c', 9, 14],
        ],
      ),
      1,
      1,
      0.4087564,
    ],
    ['G-5', unitsOf(cycle(0, 1, 5), cycle(1, 2, 6)), 1, 1, 1.0743802],
    [
      'G-6',
      unitsOf(
        [
          ['a', 1, 5],
          ['b', 6, 10],
          ['c', 11, 15],
        ],
        [
          ['a', 2, 7],
          ['b', 8, 12],
          ['a', 11, 15],
        ],
      ),
      3,
      2,
      1.0277778,
    ],
    [
      'G-7',
      unitsOf(
        [
          ['a', 0.6730024423, 4.6730024423],
          ['b', 5.0994765893, 9.0994765893],
          ['a', 10.7063442047, 14.7063442047],
        ],
        [
          ['a', 0.5403605847, 4.5403605847],
          ['b', 5.36802134, 9.36802134],
          ['b', 10.7582097089, 14.7582097089],
        ],
      ),
      1,
      1,
      0.3352583,
    ],
    [
      'G-10 by place',
      unitsOf(
        [
          ['A', 4, 14],
          ['B', 20, 30],
        ],
        [
          ['A', 4, 14],
          ['B', 20, 25],
        ],
        [
          ['A', 14, 24],
          ['B', 40, 44],
        ],
      ),
      1,
      0,
      0.948148,
    ],
    [
      'G-10 by place and label',
      unitsOf(
        [
          ['A', 4, 14],
          ['B', 20, 30],
        ],
        [
          ['A', 4, 14],
          ['B', 20, 25],
        ],
        [
          ['A', 14, 24],
          ['B', 40, 44],
        ],
      ),
      1,
      1,
      1.185185,
    ],
    [
      'G-11',
      unitsOf(
        [['A', 0, 20]],
        [
          ['A', 0, 5],
          ['A', 5, 10],
          ['A', 10, 15],
          ['A', 15, 20],
        ],
      ),
      1,
      0,
      1.344,
    ],
  ] as const)('is as published for continuum %s', (_, units, place, label, expected) => {
    // oxfmt-ignore
    const annotators = new Set(units.map(({ annotator }) => annotator)).size;
    const { cost, isExact } = bestAlignment(units, gammaCosts(annotators, place, label));
    expect(cost / (units.length / annotators)).toBeCloseTo(expected, 6);
    expect(isExact).toBe(true);
  });

  test('of the news article is that of its six groups', () => {
    const units = unitsOf(
      [['e', 0, 14], ['e', 113, 125], ['q', 66, 99], ['c', 35, 64], ['c', 67, 97]],
      [['e', 6, 14], ['e', 109, 125], ['e', 127, 134], ['q', 66, 99], ['c', 35, 64]],
      [['e', 6, 14], ['e', 113, 125], ['q', 67, 98], ['c', 30, 64], ['c', 67, 97]],
    ); // oxfmt-ignore
    const near = bestAlignment(units, gammaCosts(3, 1, 1));
    const strict = bestAlignment(units, gammaCosts(3, 3, 1));
    expect(near.cost / 5).toBeCloseTo(0.346942, 6);
    expect(strict.cost / 5).toBeCloseTo(0.374159, 6);
    expect([near.tuples.length, strict.tuples.length]).toEqual([6, 6]);
  });
});

const unitArbitrary = fc
  .record({ annotator: fc.nat(3), label: fc.constantFrom('a', 'b'), from: fc.nat(20), size: fc.integer({ min: 1, max: 9 }) })
  .map(({ annotator, label, from, size }): Unit => ({ annotator, label, from, to: from + size })); // oxfmt-ignore

const LAWS = { seed: 20240617, numRuns: 300 };

/** Units of different labels are never together, as in review. */
const kept: AlignmentCosts<Unit> = {
  ...gammaCosts(4, 3, Infinity),
  costOf: (one, other) => (one.label === other.label ? 3 * positionalDistance([one], [other]) : Infinity),
};

describe('the best alignment', () => {
  test.each([
    ['of γ', gammaCosts(4, 1, 1)],
    ['that keeps labels apart', kept],
  ])('%s is as cheap as any, each unit in one tuple and nobody twice in one', (_, costs) => {
    fc.assert(
      fc.property(fc.array(unitArbitrary, { maxLength: 7 }), (units) => {
        const { tuples, cost, isExact } = bestAlignment(units, costs);
        expect(isExact).toBe(true);
        expect(cost).toBeCloseTo(leastCost(units, costs), 6);
        expect(tuples.flat()).toHaveLength(units.length);
        expect(new Set(tuples.flat())).toEqual(new Set(units));
        for (const tuple of tuples) {
          expect(new Set(tuple.map(({ annotator }) => annotator)).size).toBe(tuple.length);
        }
      }),
      LAWS,
    );
  });

  test('that would take too many steps is a good one without a search', () => {
    fc.assert(
      fc.property(fc.array(unitArbitrary, { minLength: 3, maxLength: 12 }), (units) => {
        const exact = bestAlignment(units, kept);
        const good = bestAlignment(units, kept, 1);
        expect(exact.isExact).toBe(true);
        expect(good.cost).toBeGreaterThan(exact.cost - 1e-6);
        expect(good.cost).toBeLessThan(units.length + 1e-6);
        expect(new Set(good.tuples.flat())).toEqual(new Set(units));
        for (const tuple of good.tuples) {
          expect(new Set(tuple.map(({ annotator, label }) => `${annotator} ${label}`)).size).toBe(tuple.length);
          expect(new Set(tuple.map(({ label }) => label)).size).toBe(1);
        }
      }),
      LAWS,
    );
  });

  test('takes, of two that cost the same, the one in which more is unanimous', () => {
    const table = new Map([
      ['q r', 1], ['q z', 0], ['r z', 1],
      ['p s', 0], ['p y', 0], ['s y', 0],
      ['p z', 0.5], ['s z', 0.5], ['q y', 0], ['r y', 0], ['p r', 2], ['q s', 2],
    ]); // oxfmt-ignore
    const costOf = (one: Unit, other: Unit): number => table.get([one.label, other.label].toSorted().join(' '))!;
    const units = unitsOf([['p', 0, 1], ['q', 0, 1]], [['s', 0, 1], ['r', 0, 1]], [['z', 0, 1], ['y', 0, 1]]); // oxfmt-ignore
    const { tuples, cost } = bestAlignment(units, { annotators: 3, missing: 1, costOf });
    // As cheap as psz and qry, which come first.
    expect(cost).toBeCloseTo(2 / 3, 9);
    expect(tuples.map((tuple) => tuple.map(({ label }) => label).join(''))).toEqual(['psy', 'qrz']);
  });
});

/** By trying all ways to put each unit into a tuple. */
function leastCost(units: readonly Unit[], costs: AlignmentCosts<Unit>): number {
  const pairs = (costs.annotators * (costs.annotators - 1)) / 2;
  const costOf = (tuple: readonly Unit[]): number => {
    let sum = (pairs - (tuple.length * (tuple.length - 1)) / 2) * costs.missing;
    for (const [index, one] of tuple.entries()) {
      for (const other of tuple.slice(index + 1)) sum += costs.costOf(one, other);
    }
    return sum / pairs;
  };
  const place = (index: number, tuples: readonly (readonly Unit[])[]): number => {
    const unit = units[index];
    if (!unit) return tuples.reduce((sum, tuple) => sum + costOf(tuple), 0);
    const joined = tuples.flatMap((tuple, at) =>
      tuple.some(({ annotator }) => annotator === unit.annotator)
        ? []
        : [place(index + 1, tuples.toSpliced(at, 1, [...tuple, unit]))],
    );
    return Math.min(place(index + 1, [...tuples, [unit]]), ...joined);
  };
  return place(0, []);
}

describe('the search for the best alignment', () => {
  test.each([
    [3, 60],
    [4, 200],
    [6, 200],
  ])('of %i annotators with about %i spans each, as in news, is exact and short', (annotators, number) => {
    for (const seed of [1, 2, 3]) {
      const units = unitsOfLayers(newsLike(annotators, number, seed).map(({ spans }) => spans));
      const { isExact, nodes } = bestAlignment(units, competitionCosts(annotators));
      expect(isExact).toBe(true);
      expect(nodes).toBeLessThan(2 * units.length);
    }
  });

  test.each([6, 9, 10, 19, 23, 32, 35, 40])(
    'of six annotators is exact and short where spans lie thickest, as in article %i',
    (seed) => {
      const units = unitsOfLayers(newsLike(6, 200, seed).map(({ spans }) => spans));
      const { isExact, nodes } = bestAlignment(units, competitionCosts(6));
      expect(isExact).toBe(true);
      expect(nodes).toBeLessThan(units.length);
    },
  );
});
