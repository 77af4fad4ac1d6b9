import { bestAssignment } from './assignment.ts';
import { type Closeness, pairCost, savedBy, unitsByAnnotator } from './closeness.ts';

/**
 * A good alignment of the part, found without a search: the best matching of each two annotators, merged from the cheapest
 * pair on, wherever that makes the whole cheaper and all units of the tuple may be together.
 */
export function greedyMerge(part: Closeness): readonly (readonly number[])[] {
  const tupleOf = part.near.map((_, place): readonly number[] => [place]);
  const costOf = (one: number, other: number): number => pairCost(one, other, part);
  const pairs = matchedPairs(part);
  for (const [one, other] of pairs.toSorted((a, b) => costOf(...a) - costOf(...b) || a[0] - b[0] || a[1] - b[1])) {
    const [a, b] = [tupleOf[one]!, tupleOf[other]!];
    if (a === b || !isCheaperTogether(a, b, part)) continue;
    const joined = [...a, ...b].toSorted((x, y) => x - y);
    for (const place of joined) tupleOf[place] = joined;
  }
  return [...new Set(tupleOf)];
}

function matchedPairs(part: Closeness): [number, number][] {
  const pairs: [number, number][] = [];
  const unitsOf = unitsByAnnotator(part);
  for (const [annotator, ones] of unitsOf.entries()) {
    for (const others of unitsOf.slice(annotator + 1)) {
      const columnOf = bestAssignment(ones.map((one) => others.map((other) => savedBy(one, other, part))));
      for (const [row, column] of columnOf.entries()) {
        if (column !== undefined) pairs.push([ones[row]!, others[column]!]);
      }
    }
  }
  return pairs;
}

function isCheaperTogether(a: readonly number[], b: readonly number[], part: Closeness): boolean {
  const { annotatorOf, alone, missing } = part;
  let together = 0;
  for (const one of a) {
    for (const other of b) {
      if (annotatorOf[one] === annotatorOf[other]) return false;
      together += pairCost(one, other, part);
    }
  }
  return together < alone + a.length * b.length * missing;
}
