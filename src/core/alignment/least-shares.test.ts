import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { betterShares, leastShares, type Placed } from './least-shares.ts';

const SIZE = 6;

/** Each place alone, and some together. */
const placedArbitrary: fc.Arbitrary<readonly Placed[]> = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: SIZE, maxLength: SIZE }),
    fc.array(fc.tuple(fc.nat(1500), fc.subarray([...Array(SIZE).keys()], { minLength: 2 })), { maxLength: 15 }),
  )
  .map(([alone, together]) => [
    ...alone.map((cost, place) => ({ cost, at: [place] })),
    ...together.map(([cost, at]) => ({ cost, at })),
  ]);

test('shares are whole and never add up to more than a candidate costs, and better ones add up to more than least ones', () => {
  let improved = 0;
  fc.assert(
    fc.property(placedArbitrary, (placed) => {
      const least = leastShares(SIZE, placed);
      const most = placed.slice(0, SIZE).reduce((sum, { cost }) => sum + cost, 0);
      const better = betterShares(least, placed, most);
      for (const shares of [least, better]) {
        expect(shares.every(Number.isInteger)).toBe(true);
        for (const { cost, at } of placed) expect(at.reduce((sum, place) => sum + shares[place]!, 0)).toBeLessThanOrEqual(cost); // prettier-ignore
      }
      expect(sumOf(better)).toBeGreaterThanOrEqual(sumOf(least));
      if (sumOf(better) > sumOf(least)) improved += 1;
    }),
    { seed: 20240617, numRuns: 500 },
  );
  expect(improved).toBeGreaterThan(50);
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
