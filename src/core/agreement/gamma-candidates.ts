import { extentOf, lengthOf } from '#core/spans/span.ts';
import { total } from '#core/text/total.ts';
import { dissimilarity, type GammaUnit, type GammaWeights } from './gamma-units.ts';
import { type PackingChoice } from './packing-prices.ts';

/** Units that are cheaper together than each alone: their places, and by how much, in sums over pairs of annotators. */
interface Tuples {
  readonly tuples: readonly PackingChoice[];
  /** What a unit costs alone: Δ∅ for each pair of annotators. */
  readonly alone: number;
}

/**
 * All unitary alignments of two or more units that a best alignment may have; undefined where there are more than `most`. One is
 * left out where it would be no dearer without one of its units.
 */
export function tuplesWorthMaking(
  units: readonly GammaUnit[],
  annotators: number,
  weights: GammaWeights,
  most: number,
): Tuples | undefined {
  const { missing } = weights;
  const alone = ((annotators * (annotators - 1)) / 2) * missing;
  const near = nearUnits(units, weights, alone + (annotators - 1) * missing);
  const tuples: PackingChoice[] = [];
  /** Adds what is made by putting one of `open` to the tuple; `sums` are the distances of each member to all others. */
  const grow = (members: readonly number[], sums: readonly number[], open: readonly number[]): boolean => {
    for (const [index, unit] of open.entries()) {
      const distances = members.map((member) => near[member]!.get(unit)!);
      const own = total(distances);
      const grown = [...sums.map((sum, place) => sum + distances[place]!), own];
      if (grown.some((sum) => sum >= alone + (annotators - 1) * missing)) continue;
      const together = [...members, unit];
      if (grown.every((sum) => sum < alone + members.length * missing)) {
        const pairs = (together.length * members.length) / 2;
        const distance = total(grown) / 2;
        tuples.push({ members: together, worth: members.length * alone + pairs * missing - distance });
        if (tuples.length > most) return false;
      }
      if (together.length === annotators) continue;
      const left = open.slice(index + 1).filter((other) => near[unit]!.has(other));
      if (left.length > 0 && !grow(together, grown, left)) return false;
    }
    return true;
  };
  for (const [first, later] of near.entries()) {
    if (later.size > 0 && !grow([first], [0], [...later.keys()])) return undefined;
  }
  return { tuples, alone };
}

/** For each unit those behind it, of other annotators, that are nearer than the limit, with their distance. */
function nearUnits(
  units: readonly GammaUnit[],
  weights: GammaWeights,
  limit: number,
): readonly ReadonlyMap<number, number>[] {
  const places = units.map((unit) => ({ ...extentOf(unit), size: lengthOf(unit) }));
  const longest = places.reduce((most, { size }) => Math.max(most, size), 0);
  const order = [...units.keys()].sort((a, b) => places[a]!.from - places[b]!.from || a - b);
  const near = units.map(() => new Map<number, number>());
  // With a gap the distance is at least that of the gap alone, in lengths of both: from some gap on nothing is near enough.
  const gapInLengths =
    weights.position === 0 ? Infinity : (Math.sqrt(limit / (weights.position * weights.missing)) - 1) / 2;
  for (const [index, one] of order.entries()) {
    const reach = places[one]!.to + gapInLengths * (places[one]!.size + longest);
    for (let next = index + 1; next < order.length && places[order[next]!]!.from <= reach; next += 1) {
      const other = order[next]!;
      if (units[other]!.annotator === units[one]!.annotator) continue;
      const distance = dissimilarity(units[one]!, units[other]!, weights);
      if (distance < limit) near[one]!.set(other, distance);
    }
  }
  return near;
}
