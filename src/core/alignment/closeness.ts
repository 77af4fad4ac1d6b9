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
  /** The other units that each may be together with in a best alignment, in order. */
  readonly near: readonly (readonly number[])[];
  /**
   * What each unit costs with itself and the `reach` − 1 units after it, one unit after the other: Infinity where they are
   * not near. Units in reading order are near few others, so this is much less than all pairs.
   */
  readonly costs: Float64Array;
  readonly reach: number;
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
  const near = units.map((): number[] => []);
  // Those of each unit with the later ones that are near, in their order.
  const nearCosts: number[] = [];
  for (let one = 0; one < units.length; one += 1) {
    const unit = units[one]!;
    for (let other = one + 1; other < units.length; other += 1) {
      if (units[other]!.annotator === unit.annotator) continue;
      const cost = Math.round(costs.costOf(unit, units[other]!) * BILLIONTHS);
      if (cost >= limit) continue;
      near[one]!.push(other);
      near[other]!.push(one);
      nearCosts.push(cost);
    }
  }
  const annotatorOf = units.map(({ annotator }) => annotator);
  let next = 0;
  return { annotators, annotatorOf, missing, alone, near, ...band(near, () => nearCosts[next++]!) };
}

/** The costs of all units that are near, asked for in the order of the first and then of the second. */
function band(
  near: readonly (readonly number[])[],
  costOf: (one: number, other: number) => number,
): Pick<Closeness, 'costs' | 'reach'> {
  let reach = 1;
  for (let unit = 0; unit < near.length; unit += 1) reach = Math.max(reach, (near[unit]!.at(-1) ?? unit) - unit + 1);
  const costs = new Float64Array(near.length * reach).fill(Infinity);
  for (let one = 0; one < near.length; one += 1) {
    for (const other of near[one]!) if (other > one) costs[one * reach + other - one] = costOf(one, other);
  }
  return { costs, reach };
}

/** What two units cost together; Infinity where they are not near. */
export function pairCost(one: number, other: number, { costs, reach }: Closeness): number {
  const first = Math.min(one, other);
  const apart = Math.max(one, other) - first;
  return apart < reach ? costs[first * reach + apart]! : Infinity;
}

/** How much cheaper the two are together than each alone; 0 where they are not. */
export function savedBy(one: number, other: number, part: Closeness): number {
  return Math.max(0, part.alone + part.missing - pairCost(one, other, part));
}

/** The units of one part, by their place in it. */
export function withinPart(part: readonly number[], closeness: Closeness): Closeness {
  if (part.length === closeness.near.length) return closeness;
  const placeOf = new Map(part.map((unit, place) => [unit, place]));
  const near = part.map((unit) => closeness.near[unit]!.map((other) => placeOf.get(other)!));
  const { annotators, annotatorOf, missing, alone } = closeness;
  return {
    annotators,
    annotatorOf: part.map((unit) => annotatorOf[unit]!),
    missing,
    alone,
    near,
    ...band(near, (one, other) => pairCost(part[one]!, part[other]!, closeness)),
  };
}

/** What the units cost as one tuple, in billionths, with all pairs added up; Infinity where two of them are not near. */
export function tupleCost(units: readonly number[], part: Closeness): number {
  let cost = part.alone;
  for (let index = 1; index < units.length; index += 1) {
    for (let before = 0; before < index; before += 1)
      cost += pairCost(units[before]!, units[index]!, part) - part.missing;
  }
  return cost;
}

/** What the tuples cost together, each as tupleCost tells; one without units costs nothing. */
export function totalCost(tuples: readonly (readonly number[])[], part: Closeness): number {
  let cost = 0;
  for (const tuple of tuples) cost += tuple.length === 0 ? 0 : tupleCost(tuple, part);
  return cost;
}

/** The units of each annotator, in order. */
export function unitsByAnnotator({ annotators, annotatorOf }: Closeness): readonly (readonly number[])[] {
  const unitsOf = Array.from({ length: annotators }, (): number[] => []);
  for (let unit = 0; unit < annotatorOf.length; unit += 1) unitsOf[annotatorOf[unit]!]!.push(unit);
  return unitsOf;
}

/** Units that are near one another directly or through others, by their first ones, each part in order. */
export function partsOf({ near }: Closeness): readonly (readonly number[])[] {
  const isSeen = new Uint8Array(near.length);
  const parts: (readonly number[])[] = [];
  for (let first = 0; first < near.length; first += 1) {
    if (isSeen[first]) continue;
    isSeen[first] = 1;
    // A list that grows while it is walked through is walked to its new end.
    const part = [first];
    for (const unit of part) {
      for (const other of near[unit]!) {
        if (isSeen[other]) continue;
        isSeen[other] = 1;
        part.push(other);
      }
    }
    parts.push(part.toSorted((a, b) => a - b));
  }
  return parts;
}
