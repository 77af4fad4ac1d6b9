import { total } from '#core/text/total.ts';
import { type Outcome, undefinedOutcome } from './figure.ts';

/** How far two categories, given by their numbers, are from each other: 0 for the same, more for others. */
export type CategoryDistance = (one: number, other: number) => number;

/** Sums over units; of two sets of units they can be added. */
export interface AlphaSums {
  /** Σ o_ck δ_ck: the distances of all pairs of values within units, each unit weighted by 1 / (values − 1). */
  readonly disagreement: number;
  /** How often each category was chosen in units with at least two values. */
  readonly chosen: readonly number[];
}

/** 0 for the same category, 1 for another. */
export const nominal: CategoryDistance = (one, other) => (one === other ? 0 : 1);

/** The sums of units, each given by the categories that its annotators chose: whoever chose nothing is not in it. */
export function alphaSums(
  units: readonly (readonly number[])[],
  categories: number,
  distance: CategoryDistance,
): AlphaSums {
  const chosen = Array.from({ length: categories }, () => 0);
  let disagreement = 0;
  for (const unit of units) {
    if (unit.length < 2) continue;
    for (const category of unit) chosen[category]! += 1;
    disagreement += disagreementWithin(unit, distance);
  }
  return { disagreement, chosen };
}

/** Σ δ over the ordered pairs of a unit's values, divided by their number less one; 0 for fewer than two values. */
export function disagreementWithin(unit: readonly number[], distance: CategoryDistance): number {
  if (unit.length < 2) return 0;
  let sum = 0;
  for (const [index, one] of unit.entries()) {
    for (const other of unit.slice(index + 1)) sum += 2 * distance(one, other);
  }
  return sum / (unit.length - 1);
}

/**
 * Krippendorff's α = 1 − D_o / D_e for any number of annotators and missing values (Krippendorff 2011, Computing
 * Krippendorff's alpha-reliability; Content Analysis, ch. 12). A unit with one value counts for nothing.
 */
export function krippendorffAlpha({ disagreement, chosen }: AlphaSums, distance: CategoryDistance): Outcome {
  const n = total(chosen);
  if (n === 0) return undefinedOutcome('no-overlap');
  const byChance = disagreementByChance(chosen, n, distance);
  const observed = 1 - disagreement / n;
  if (byChance === 0) return { value: null, reason: 'no-variation', n, observed, expected: 1 };
  return {
    value: 1 - (disagreement * (n - 1)) / byChance,
    n,
    observed,
    expected: 1 - byChance / (n * (n - 1)),
  };
}

/** Σ n_c n_k δ_ck, which is n² − Σ n_c² where all categories are equally far from each other: texts can be thousands. */
function disagreementByChance(chosen: readonly number[], n: number, distance: CategoryDistance): number {
  if (distance === nominal) return n * n - chosen.reduce((sum, count) => sum + count * count, 0);
  let sum = 0;
  for (const [one, count] of chosen.entries()) {
    if (count === 0) continue;
    for (let other = one + 1; other < chosen.length; other += 1) {
      if (chosen[other]! > 0) sum += 2 * count * chosen[other]! * distance(one, other);
    }
  }
  return sum;
}
