import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPacking } from '#core/agreement/best-packing.ts';
import { tuplesWorthMaking } from '#core/agreement/gamma-candidates.ts';
import { EQUAL_WEIGHTS, type GammaUnit } from '#core/agreement/gamma-units.ts';
import { packWithSolver } from '#core/agreement/hard-packing.ts';
import { type PackingChoice } from '#core/agreement/packing-prices.ts';
import { seededRandom } from '#core/agreement/random.ts';
import { createPackingSolver } from './integer-program.ts';

const SEED = { seed: 20240617 };

/** So many spans of each of three annotators, with three labels, at places of chance. */
function crowded(each: number, length: number): readonly PackingChoice[] {
  const random = seededRandom(1, 'x');
  const units = Array.from({ length: 3 * each }, (_, index): GammaUnit => {
    const size = 1 + Math.floor(random() * 150);
    const from = Math.floor(random() * (length - size));
    return { annotator: index % 3, label: Math.floor(random() * 3), ranges: [{ from, to: from + size }] };
  });
  return tuplesWorthMaking(units, 3, EQUAL_WEIGHTS, 100_000)!.tuples;
}

const solver = () => createPackingSolver(() => performance.now());

describe('the solver of integer programs', () => {
  test('finds what the search finds, and takes no member twice', () => {
    const choices = fc.array(
      fc.record({
        members: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 }),
        worth: fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(choices, (all) => {
        const known = bestPacking(all, 1000)!.worth;
        const { chosen, worth } = solver()(all)!;
        expect(worth).toBeCloseTo(known, 9);
        expect(packWithSolver(all, solver())!.worth).toBeCloseTo(known, 9);
        const members = chosen.flatMap((each) => each.members);
        expect(new Set(members).size).toBe(members.length);
      }),
      { ...SEED, numRuns: 150 },
    );
  });

  test('finds an alignment of thirty spans each that lie so close that the search gives up', () => {
    const choices = crowded(30, 700);
    expect(bestPacking(choices, 200)).toBeUndefined();
    const { chosen, worth } = packWithSolver(choices, solver())!;
    // As another solver (HiGHS 1.15.3) finds it without anything struck out.
    expect(worth).toBeCloseTo(200.834958, 6);
    const members = chosen.flatMap((each) => each.members);
    expect(new Set(members).size).toBe(members.length);
  });

  test('solves nothing once its time is over, and no program that is too great', () => {
    let time = 0;
    const slow = createPackingSolver(() => (time += 61_000));
    const choices = [
      { members: [1, 2], worth: 2 },
      { members: [2, 3], worth: 3 },
    ];
    expect(slow(choices)!.worth).toBe(3);
    expect(slow(choices)).toBeUndefined();
    const many = Array.from({ length: 8001 }, (_, member) => ({ members: [member, member + 1], worth: 1 }));
    expect(solver()(many)).toBeUndefined();
  });
});
