import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { total } from '#core/text/total.ts';
import { candidateSearch, candidatesIn } from './candidates.ts';
import { cheapestAlignment } from './cheapest-alignment.ts';
import { closeBounds } from './close-bounds.ts';
import { type Closeness, closenessOf, totalCost, tupleCost } from './closeness.ts';
import { greedyMerge } from './greedy-merge.ts';
import { improve } from './improve.ts';
import { excessOf } from './least-shares.ts';
import { pairShares } from './pair-shares.ts';

const LAWS = { seed: 20240617, numRuns: 200 };

/** Places on a line of four annotators, near enough to one another to be one part or two. */
const partArbitrary: fc.Arbitrary<Closeness> = fc
  .array(fc.record({ annotator: fc.nat(3), at: fc.nat(40) }), { minLength: 1, maxLength: 12 })
  .map((units) =>
    closenessOf(units, { annotators: 4, missing: 1, costOf: (one, other) => ((one.at - other.at) / 8) ** 2 }),
  );

test('bounds are never more than what any tuple costs, and the close ones are the greater', () => {
  let isCloser = 0;
  fc.assert(
    fc.property(partArbitrary, (part) => {
      const tuples = allTuples(part);
      const [pairs, close] = [pairShares(part), closeBounds(candidateSearch(part), greedyMerge(part))!];
      for (const shares of [pairs, close]) {
        for (const each of tuples) expect(excessOf(each, shares)).toBeGreaterThanOrEqual(0);
      }
      if (total(close) > total(pairs)) isCloser += 1;
    }),
    LAWS,
  );
  expect(isCloser).toBeGreaterThan(100);
});

test('a good alignment made better has the same units, and costs no more', () => {
  let isCheaper = 0;
  fc.assert(
    fc.property(partArbitrary, (part) => {
      const good = greedyMerge(part);
      const better = improve(good, part);
      expect(better.flat().toSorted((a, b) => a - b)).toEqual([...part.near.keys()]);
      expect(totalCost(better, part)).toBeLessThanOrEqual(totalCost(good, part));
      if (totalCost(better, part) < totalCost(good, part)) isCheaper += 1;
    }),
    LAWS,
  );
  expect(isCheaper).toBeGreaterThan(10);
});

test('the tuples within the bounds are listed in order, but for those from which a unit is better taken out', () => {
  fc.assert(
    fc.property(partArbitrary, fc.nat(6), (part, room) => {
      const wanted = { shares: pairShares(part), room: room * 1e9, perStart: Infinity, limit: Infinity };
      const expected = allTuples(part).filter(
        ({ units, cost }) =>
          excessOf({ units, cost }, wanted.shares) <= wanted.room &&
          (units.length === 1 || units.every((unit) => tupleCost(units.filter((other) => other !== unit), part) + part.alone > cost)), // oxfmt-ignore
      );
      expect(candidatesIn(candidateSearch(part), wanted)!.map(({ units, cost }) => ({ units, cost }))).toEqual(
        expected,
      );
    }),
    LAWS,
  );
});

test('a tuple is listed though each of its units costs more than it saves until the others are in', () => {
  const units = Array.from({ length: 6 }, (_, annotator) => ({ annotator, at: annotator === 0 ? 0 : 12 }));
  const part = closenessOf(units, {
    annotators: 6,
    missing: 1,
    costOf: (one, other) => ((one.at - other.at) / 8) ** 2,
  });
  // The first costs 2.25 with each of the others, and they nothing with one another.
  const shares = [15e9, 0, 0, 0, 0, 0];
  const listed = candidatesIn(candidateSearch(part), { shares, room: -1, perStart: Infinity, limit: Infinity })!;
  expect(listed.map((each) => each.units.join(' '))).toEqual([
    '0 1 2 3 4',
    '0 1 2 3 4 5',
    '0 1 2 3 5',
    '0 1 2 4 5',
    '0 1 3 4 5',
    '0 2 3 4 5',
  ]);
});

test('looking near the bounds first finds the same as looking at everything', () => {
  fc.assert(
    fc.property(partArbitrary, (part) => {
      const good = greedyMerge(part);
      const [near, all] = [0, Infinity].map((small) => cheapestAlignment(part, good, 100_000, small).tuples);
      expect(near).toEqual(all);
      expect(totalCost(near!, part)).toBeLessThanOrEqual(totalCost(good, part));
    }),
    LAWS,
  );
});

/** Every tuple of units that are near one another, in the order of their units. */
function allTuples(part: Closeness): { readonly units: readonly number[]; readonly cost: number }[] {
  const grown = (units: readonly number[]): (readonly number[])[] => [
    units,
    ...[...part.near.keys()]
      .filter((next) => next > units.at(-1)! && units.every((unit) => part.near[unit]!.includes(next)))
      .flatMap((next) => grown([...units, next])),
  ];
  return [...part.near.keys()].flatMap((unit) =>
    grown([unit]).map((units) => ({ units, cost: tupleCost(units, part) })),
  );
}
