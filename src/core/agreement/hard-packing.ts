import { type BestPacking, joined, partsOf } from './best-packing.ts';
import { ENOUGH, findPrices, flatten, lossOf, type PackingChoice } from './packing-prices.ts';

/** The best packing of choices that hang together; undefined where finding it would take too long. */
export type PackingSolver = (choices: readonly PackingChoice[]) => BestPacking | undefined;

/** More rounds than a search step takes: what they strike out, the solver need not look at. */
const ROUNDS = 1500;

/** With more choices the prices alone take longer than anybody waits. */
export const MOST_CHOICES = 20_000;

/**
 * The best packing where `bestPacking` was given up: what cannot be in it is struck out by prices, and the solver is asked
 * for each part that is left. Undefined where the solver gives up one of them.
 */
export function packWithSolver(choices: readonly PackingChoice[], solve: PackingSolver): BestPacking | undefined {
  if (choices.length > MOST_CHOICES) return undefined;
  const flat = flatten(choices);
  const { prices, upper, lower } = findPrices(flat, ROUNDS);
  const kept = choices.filter((_, choice) => lossOf(flat, prices, choice) <= upper - lower + ENOUGH);
  const found: BestPacking[] = [];
  for (const part of partsOf(kept)) {
    const best = part.length === 1 ? { chosen: part, worth: part[0]!.worth } : solve(part);
    if (!best) return undefined;
    found.push(best);
  }
  return joined(found);
}
