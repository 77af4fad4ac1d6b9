import { type Closeness } from './closeness.ts';

/** Units that may make a tuple, in order, and what the tuple costs in billionths. */
export interface Candidate {
  readonly units: readonly number[];
  readonly cost: number;
  /** Everybody has a unit in it, at no cost. */
  readonly isPerfect: boolean;
}

/**
 * All tuples of the part that a best alignment may have, in the order of their units; undefined where there are more than
 * the limit. A tuple is left out where it would be no dearer to take one of its units out.
 */
export function candidatesIn(
  part: readonly number[],
  closeness: Closeness,
  limit: number,
): readonly Candidate[] | undefined {
  const found: Candidate[] = [];
  for (const first of part) {
    const later = [...closeness.near[first]!.keys()].filter((other) => other > first).toSorted((a, b) => a - b);
    if (!addWith([first], [0], later, closeness, found, limit)) return undefined;
  }
  return found;
}

/** Adds the tuple and those that have more units, out of `open`; `sums` are the costs of each of its units with the others. */
function addWith(
  tuple: readonly number[],
  sums: readonly number[],
  open: readonly number[],
  closeness: Closeness,
  found: Candidate[],
  limit: number,
): boolean {
  const { annotators, missing, alone } = closeness;
  const others = tuple.length - 1;
  if (sums.some((sum) => sum >= alone + (annotators - 1) * missing)) return true;
  if (others === 0 || sums.every((sum) => sum < alone + others * missing)) {
    const pairs = (tuple.length * others) / 2;
    const within = sums.reduce((all, sum) => all + sum, 0) / 2;
    const cost = within + alone - pairs * missing;
    found.push({ units: tuple, cost, isPerfect: cost === 0 });
    if (found.length > limit) return false;
  }
  for (const [index, unit] of open.entries()) {
    const near = closeness.near[unit]!;
    const grown = [...sums, 0];
    for (const [at, member] of tuple.entries()) {
      const cost = near.get(member)!;
      grown[at]! += cost;
      grown[tuple.length]! += cost;
    }
    const rest = open.slice(index + 1).filter((other) => near.has(other));
    if (!addWith([...tuple, unit], grown, rest, closeness, found, limit)) return false;
  }
  return true;
}
