import { type TextRange } from '#core/text/range.ts';

/** Number of UTF-16 code units that both lists cover; each is sorted and its ranges do not overlap one another. */
export function overlapOf(a: readonly TextRange[], b: readonly TextRange[]): number {
  let shared = 0;
  let [one, two] = [0, 0];
  while (one < a.length && two < b.length) {
    shared += Math.max(0, Math.min(a[one]!.to, b[two]!.to) - Math.max(a[one]!.from, b[two]!.from));
    if (a[one]!.to < b[two]!.to) one += 1;
    else two += 1;
  }
  return shared;
}

/** What both cover as a share of what either covers, from 0 to 1; neither list is empty. */
export function intersectionOverUnion(a: readonly TextRange[], b: readonly TextRange[]): number {
  const shared = overlapOf(a, b);
  return shared / (sizeOf(a) + sizeOf(b) - shared);
}

/**
 * How far apart two places are, as Mathet, Widlöcher and Métivier (2015) define it: the square of how far their edges are
 * apart per length; 0 for equal places, 1 for two that touch, more with a gap. What only one of them covers stands for the
 * edges, which is the same for single ranges and holds for interrupted ones too.
 */
export function positionalDistance(a: readonly TextRange[], b: readonly TextRange[]): number {
  const total = sizeOf(a) + sizeOf(b);
  const gap = Math.max(0, a[0]!.from - b.at(-1)!.to, b[0]!.from - a.at(-1)!.to);
  return ((total - 2 * overlapOf(a, b) + 2 * gap) / total) ** 2;
}

function sizeOf(ranges: readonly TextRange[]): number {
  let size = 0;
  for (const { from, to } of ranges) size += to - from;
  return size;
}
