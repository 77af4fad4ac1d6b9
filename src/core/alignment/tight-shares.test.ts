import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { total } from '#core/text/total.ts';
import { betterShares, excessOf, leastShares } from './least-shares.ts';
import { tightShares } from './tight-shares.ts';

const SIZE = 6;
const ALONE = 9e9;

const togetherArbitrary = fc.array(
  fc.record({ cost: fc.nat(2e10), units: fc.subarray([...Array(SIZE).keys()], { minLength: 2 }) }),
  { maxLength: 15 },
);

test('tight shares of a ring of pairs are half of what a pair costs, though no cover is as cheap', () => {
  const ring = [0, 1, 2, 3, 4].map((unit) => ({ units: [unit, (unit + 1) % 5], cost: 2e9 }));
  const program = tightShares(5, 3e9);
  expect(program.find()).toEqual([3e9, 3e9, 3e9, 3e9, 3e9]);
  program.add(ring);
  const shares = program.find();
  for (const pair of ring) expect(excessOf(pair, shares)).toBeGreaterThanOrEqual(0);
  expect(total(shares)).toBeGreaterThanOrEqual(5e9 - 5);
  expect(total(shares)).toBeLessThanOrEqual(5e9);
});

test('tight shares are whole, undercut by no candidate, and add up to as much as any others, however candidates come', () => {
  let isTighter = 0;
  fc.assert(
    fc.property(togetherArbitrary, fc.nat(15), (together, first) => {
      const all = [...Array.from({ length: SIZE }, (_, unit) => ({ units: [unit], cost: ALONE })), ...together];
      const program = tightShares(SIZE, ALONE);
      program.add(together.slice(0, first));
      program.find();
      program.add(together.slice(first));
      const shares = program.find();
      expect(shares.every(Number.isInteger)).toBe(true);
      for (const each of all) expect(excessOf(each, shares)).toBeGreaterThanOrEqual(0);
      const others = betterShares(leastShares(SIZE, all), all, SIZE * ALONE);
      expect(total(shares)).toBeGreaterThanOrEqual(total(others) - SIZE);
      if (total(shares) > total(others) + SIZE) isTighter += 1;
    }),
    { seed: 20240617, numRuns: 500 },
  );
  expect(isTighter).toBeGreaterThan(10);
});
