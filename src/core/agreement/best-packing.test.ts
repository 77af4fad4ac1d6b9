import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestAlignment } from '#core/alignment/best-alignment.ts';
import { bestPacking } from './best-packing.ts';
import { alignForGamma } from './gamma-alignment.ts';
import { scattered } from './gamma-chance.ts';
import { dissimilarity, EQUAL_WEIGHTS, type GammaUnit } from './gamma-units.ts';
import { findPrices, flatten, lossOf, type PackingChoice } from './packing-prices.ts';
import { seededRandom } from './random.ts';

const SEED = { seed: 20240617 };

function choice(worth: number, ...members: readonly number[]): PackingChoice {
  return { members, worth };
}

/** By trying everything. */
function mostWorth(choices: readonly PackingChoice[], taken: ReadonlySet<number> = new Set()): number {
  const [first, ...rest] = choices;
  if (!first) return 0;
  const without = mostWorth(rest, taken);
  if (first.members.some((member) => taken.has(member))) return without;
  return Math.max(without, first.worth + mostWorth(rest, new Set([...taken, ...first.members])));
}

const choicesArbitrary = fc.array(
  fc.record({
    members: fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 4 }),
    worth: fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10),
  }),
  { maxLength: 12 },
);

describe('the best packing', () => {
  test.each([
    ['nothing', [], 0],
    ['one set', [choice(2, 1, 5)], 2],
    ['a chain, where the best set is not in it', [choice(3, 1, 2), choice(4, 2, 3), choice(3, 3, 4)], 6],
    ['a triangle of which only one fits', [choice(2, 1, 2), choice(2, 2, 3), choice(2, 3, 1)], 2],
    [
      'two triangles that share nothing',
      [choice(2, 1, 2), choice(2, 2, 3), choice(2, 3, 1), choice(5, 7, 8, 9), choice(3, 7), choice(3, 8)],
      8,
    ],
  ])('of %s', (_, choices, worth) => {
    expect(bestPacking(choices, 1000)!.worth).toBeCloseTo(worth, 9);
  });

  test('is that which trying everything finds, and takes no member twice', () => {
    fc.assert(
      fc.property(choicesArbitrary, (choices) => {
        const { chosen, worth } = bestPacking(choices, 1000)!;
        expect(worth).toBeCloseTo(mostWorth(choices), 9);
        const members = chosen.flatMap((each) => each.members);
        expect(new Set(members).size).toBe(members.length);
        expect(chosen.reduce((sum, each) => sum + each.worth, 0)).toBeCloseTo(worth, 9);
      }),
      { ...SEED, numRuns: 250 },
    );
  });

  test('is given up after so many steps', () => {
    const triangles = Array.from({ length: 3 }, (_, at) => [
      choice(2, 3 * at, 3 * at + 1),
      choice(2, 3 * at + 1, 3 * at + 2),
      choice(2, 3 * at + 2, 3 * at),
    ]);
    expect(bestPacking(triangles.flat(), 2)).toBe(undefined);
    expect(bestPacking(triangles.flat(), 200)!.worth).toBe(6);
  });
});

test('prices are never below what a choice is worth, and a packing lies between both bounds', () => {
  fc.assert(
    fc.property(
      choicesArbitrary.filter(({ length }) => length > 0),
      (choices) => {
        const flat = flatten(choices);
        const { prices, upper, lower } = findPrices(flat, 40);
        for (const index of choices.keys()) expect(lossOf(flat, prices, index)).toBeGreaterThan(-1e-9);
        expect(upper).toBeGreaterThan(mostWorth(choices) - 1e-9);
        expect(lower).toBeLessThan(mostWorth(choices) + 1e-9);
      },
    ),
    SEED,
  );
});

test('the alignment costs what the search that review uses finds, for three and four annotators', () => {
  const spanArbitrary = fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 25 }), label: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(fc.array(spanArbitrary, { maxLength: 4 }), { minLength: 3, maxLength: 4 }), (layers) => {
      const units = layers.flatMap((spans, annotator) =>
        spans.map(({ from, length, label }) => ({ annotator, label, ranges: [{ from, to: from + length }] })),
      );
      for (const weights of [
        EQUAL_WEIGHTS,
        { position: 3, category: 1, missing: 1 },
        { position: 0, category: 2, missing: 1 },
      ]) {
        const costOf = (one: GammaUnit, other: GammaUnit): number => dissimilarity(one, other, weights);
        const known = bestAlignment(units, { annotators: layers.length, missing: 1, costOf }, 1_000_000);
        expect(known.isExact).toBe(true);
        expect(alignForGamma(units, layers.length, 3, weights, { nodes: 10_000 }).cost).toBeCloseTo(known.cost, 6);
      }
    }),
    { ...SEED, numRuns: 50 },
  );
});

test('sixty spans of each of three annotators at places of chance are aligned in few steps', () => {
  const random = seededRandom(5, 'spans');
  const units = Array.from({ length: 180 }, (_, index): GammaUnit => {
    const from = Math.floor(random() * 4000);
    return { annotator: index % 3, label: index % 2, ranges: [{ from, to: from + 5 + Math.floor(random() * 120) }] };
  });
  for (let sample = 0; sample < 3; sample += 1) {
    const { isExact } = alignForGamma(
      scattered(units, 4200, () => random),
      3,
      2,
      EQUAL_WEIGHTS,
      { nodes: 500 },
    );
    expect(isExact).toBe(true);
  }
});
