import { contains, type TextRange } from '#core/text/range.ts';

/** The ranges of one level: none overlap, in the order of the text. */
type Level = TextRange[];

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
  const placed: Level[] = [];
  const levels: number[] = Array.from({ length: ranges.length }, () => 0);
  for (const index of order) {
    const range = ranges[index]!;
    // Above the range around it, even where crossing ranges pushed that one up and left room below.
    let level = placed.findLastIndex((others) => holdsAround(others, range)) + 1;
    while (level < placed.length && !hasRoom(placed[level]!, range)) level += 1;
    const others = (placed[level] ??= []);
    others.splice(countStartingBefore(others, range.from), 0, range);
    levels[index] = level;
  }
  return levels;
}

function holdsAround(level: Level, range: TextRange): boolean {
  const before = level[countStartingBefore(level, range.from + 1) - 1];
  return before !== undefined && contains(before, range);
}

function hasRoom(level: Level, range: TextRange): boolean {
  const before = level[countStartingBefore(level, range.to) - 1];
  return before === undefined || before.to <= range.from;
}

/** How many ranges of the level start before the offset. */
function countStartingBefore(level: Level, offset: number): number {
  let low = 0;
  let high = level.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (level[middle]!.from < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
