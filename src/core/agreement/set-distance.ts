/** How far two sets of labels are from each other, from 0 for the same to 1 for nothing in common. */
export type SetDistance = (a: readonly number[], b: readonly number[]) => number;

/** 0 for the same set, 1 for any other. Sets are in ascending order, here and below. */
export function nominalDistance(a: readonly number[], b: readonly number[]): number {
  return a.length === b.length && a.every((item, index) => item === b[index]) ? 0 : 1;
}

/** Jaccard distance 1 − |A∩B| / |A∪B| (Jaccard 1912, The distribution of the flora in the alpine zone); two empty sets are the same. */
export function jaccardDistance(a: readonly number[], b: readonly number[]): number {
  const shared = countShared(a, b);
  const either = a.length + b.length - shared;
  return either === 0 ? 0 : 1 - shared / either;
}

/**
 * MASI distance 1 − J·M (Passonneau 2006, Measuring agreement on set-valued items): J is the Jaccard similarity, M is 1 for
 * the same set, 2/3 where one contains the other, 1/3 where they share something, else 0. Programs that round M, or
 * multiply distances in place of similarities, give other values.
 */
export function masiDistance(a: readonly number[], b: readonly number[]): number {
  const shared = countShared(a, b);
  if (shared === a.length && shared === b.length) return 0;
  if (shared === 0) return 1;
  const isNested = shared === a.length || shared === b.length;
  return 1 - (1 - jaccardDistance(a, b)) * (isNested ? 2 / 3 : 1 / 3);
}

function countShared(a: readonly number[], b: readonly number[]): number {
  return a.filter((item) => b.includes(item)).length;
}
