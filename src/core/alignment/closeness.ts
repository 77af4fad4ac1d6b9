import { type AlignmentCosts } from './alignment-costs.ts';

/**
 * Which units are close enough to end up together. Units are named by their index; costs are whole numbers of billionths,
 * so that sums that are equal are equal in whatever order they are added up.
 */
export interface Closeness {
  readonly annotators: number;
  readonly annotatorOf: readonly number[];
  /** Δ∅. */
  readonly missing: number;
  /** What a unit costs alone: Δ∅ for each pair of annotators. */
  readonly alone: number;
  /** The cost with each other unit that it may be together with in a best alignment. */
  readonly near: readonly ReadonlyMap<number, number>[];
  /** Units that are near one another directly or through others, by their first ones, each in order. */
  readonly parts: readonly (readonly number[])[];
  /** How much cheaper the two are together than each alone; 0 where they are not. */
  readonly savedBy: (one: number, other: number) => number;
}

const BILLIONTHS = 1e9;

/**
 * Finds the pairs that can be together in a best alignment. In a tuple, a unit's costs with all its others are below what
 * it costs alone and Δ∅ for each of those, or it would better be taken out; so every one of these costs is.
 */
export function closenessOf<Unit extends { readonly annotator: number }>(
  units: readonly Unit[],
  costs: AlignmentCosts<Unit>,
): Closeness {
  const { annotators } = costs;
  const missing = Math.round(costs.missing * BILLIONTHS);
  const alone = ((annotators * (annotators - 1)) / 2) * missing;
  const limit = alone + (annotators - 1) * missing;
  const near = units.map(() => new Map<number, number>());
  for (const [index, unit] of units.entries()) {
    for (let other = index + 1; other < units.length; other += 1) {
      if (units[other]!.annotator === unit.annotator) continue;
      const cost = Math.round(costs.costOf(unit, units[other]!) * BILLIONTHS);
      if (cost >= limit) continue;
      near[index]!.set(other, cost);
      near[other]!.set(index, cost);
    }
  }
  const savedBy = (one: number, other: number): number =>
    Math.max(0, alone + missing - (near[one]!.get(other) ?? Infinity));
  const annotatorOf = units.map(({ annotator }) => annotator);
  return { annotators, annotatorOf, missing, alone, near, parts: partsOf(near), savedBy };
}

/** What the units cost as one tuple, in billionths, with all pairs added up; each two of them are near. */
export function tupleCost(units: readonly number[], { alone, missing, near }: Closeness): number {
  let cost = alone;
  for (const [index, unit] of units.entries()) {
    for (const other of units.slice(index + 1)) cost += near[unit]!.get(other)! - missing;
  }
  return cost;
}

function partsOf(near: readonly ReadonlyMap<number, number>[]): readonly (readonly number[])[] {
  const seen = new Set<number>();
  return near.flatMap((_, first) => {
    if (seen.has(first)) return [];
    // A set that grows while it is walked through is walked to its new end.
    const part = new Set([first]);
    for (const index of part) for (const other of near[index]!.keys()) part.add(other);
    for (const index of part) seen.add(index);
    return [[...part].toSorted((a, b) => a - b)];
  });
}
