import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { total } from '#core/text/total.ts';
import { betterShares, leastShares } from './least-shares.ts';

const SIZE = 6;

/** Each place alone, and some together. */
const placedArbitrary = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: SIZE, maxLength: SIZE }),
    fc.array(fc.tuple(fc.nat(1500), fc.subarray([...Array(SIZE).keys()], { minLength: 2 })), { maxLength: 15 }),
  )
  .map(([alone, together]) => [
    ...alone.map((cost, place) => ({ cost, units: [place] })),
    ...together.map(([cost, units]) => ({ cost, units })),
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
        for (const { cost, units } of placed) expect(units.reduce((sum, place) => sum + shares[place]!, 0)).toBeLessThanOrEqual(cost); // oxfmt-ignore
      }
      expect(total(better)).toBeGreaterThanOrEqual(total(least));
      if (total(better) > total(least)) improved += 1;
    }),
    { seed: 20240617, numRuns: 500 },
  );
  expect(improved).toBeGreaterThan(50);
});
