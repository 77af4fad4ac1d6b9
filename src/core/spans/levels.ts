import { contains, overlaps, type TextRange } from '#core/text/range.ts';

/**
 * A level for each range, so that ranges that overlap never share one: 0 is the outermost. Longer ranges are placed
 * first, so an inner range gets a higher level than the range around it. Ranges that only touch may share a level.
 */
export function levelsOf(ranges: readonly TextRange[]): readonly number[] {
  const order = [...ranges.keys()].toSorted((a, b) => {
    const one = ranges[a]!;
    const two = ranges[b]!;
    return two.to - two.from - (one.to - one.from) || one.from - two.from || a - b;
  });
  const placed: TextRange[][] = [];
  const levels: number[] = Array.from({ length: ranges.length }, () => 0);
  for (const index of order) {
    const range = ranges[index]!;
    // Above the range around it, even where crossing ranges pushed that one up and left room below.
    let level = placed.findLastIndex((others) => others.some((other) => contains(other, range))) + 1;
    while (placed[level]?.some((other) => overlaps(other, range))) level += 1;
    (placed[level] ??= []).push(range);
    levels[index] = level;
  }
  return levels;
}
