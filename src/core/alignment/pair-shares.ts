import { type Closeness, pairCost } from './closeness.ts';

/**
 * What each unit of the part costs at least, in whole billionths, in whatever tuple it is: half of what it costs with the
 * nearest unit of each annotator, or what it costs that an annotator has none. No tuple costs less than its units together.
 */
export function pairShares(part: Closeness): readonly number[] {
  return part.near.map((_, unit) => leastOf(unit, part));
}

function leastOf(unit: number, part: Closeness): number {
  const { annotators, annotatorOf, missing, near } = part;
  const halves = new Float64Array(annotators).fill(Infinity);
  for (const other of near[unit]!) {
    const annotator = annotatorOf[other]!;
    halves[annotator] = Math.min(halves[annotator]!, pairCost(unit, other, part) / 2);
  }
  halves.sort();
  let least = Infinity;
  let together = 0;
  for (let size = 1; size <= annotators; size += 1) {
    const absent = annotators - size;
    // Each pair of two that have nothing costs too: the units of the tuple share that equally.
    least = Math.min(least, together + absent * missing + (((absent * (absent - 1)) / 2) * missing) / size);
    together += halves[size - 1]!;
  }
  return Math.floor(least);
}
