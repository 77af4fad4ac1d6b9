import { bestAssignment } from './assignment.ts';
import { type Closeness } from './closeness.ts';

/**
 * A good alignment of the part, found without a search: the best matching of each two annotators, merged from the cheapest
 * pair on, wherever that makes the whole cheaper and all units of the tuple may be together.
 */
export function greedyMerge(part: readonly number[], closeness: Closeness): readonly (readonly number[])[] {
  const tupleOf = new Map<number, readonly number[]>(part.map((unit) => [unit, [unit]]));
  const costOf = (one: number, other: number): number => closeness.near[one]!.get(other)!;
  const pairs = matchedPairs(part, closeness);
  for (const [one, other] of pairs.toSorted((a, b) => costOf(...a) - costOf(...b) || a[0] - b[0] || a[1] - b[1])) {
    const [a, b] = [tupleOf.get(one)!, tupleOf.get(other)!];
    if (a === b || !isCheaperTogether(a, b, closeness)) continue;
    const joined = [...a, ...b].toSorted((x, y) => x - y);
    for (const unit of joined) tupleOf.set(unit, joined);
  }
  return [...new Set(tupleOf.values())];
}

function matchedPairs(part: readonly number[], { annotators, annotatorOf, savedBy }: Closeness): [number, number][] {
  const pairs: [number, number][] = [];
  const unitsOf = Array.from({ length: annotators }, (_, annotator) =>
    part.filter((unit) => annotatorOf[unit] === annotator),
  );
  for (const [annotator, ones] of unitsOf.entries()) {
    for (const others of unitsOf.slice(annotator + 1)) {
      const columnOf = bestAssignment(ones.map((one) => others.map((other) => savedBy(one, other))));
      for (const [row, column] of columnOf.entries()) {
        if (column !== undefined) pairs.push([ones[row]!, others[column]!]);
      }
    }
  }
  return pairs;
}

function isCheaperTogether(a: readonly number[], b: readonly number[], closeness: Closeness): boolean {
  const { annotatorOf, alone, missing, near } = closeness;
  let together = 0;
  for (const one of a) {
    for (const other of b) {
      if (annotatorOf[one] === annotatorOf[other]) return false;
      together += near[one]!.get(other) ?? Infinity;
    }
  }
  return together < alone + a.length * b.length * missing;
}
