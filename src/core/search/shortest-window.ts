import { type TextRange } from '#core/text/range.ts';

/** A stretch that has one of the ranges of each list, and the ranges that lie in it. */
export interface Window extends TextRange {
  readonly hits: readonly TextRange[];
}

/** The shortest stretch that has a range of each list, the first of those as short; undefined where a list is empty. */
export function shortestWindow(lists: readonly (readonly TextRange[])[]): Window | undefined {
  const all = lists.flatMap((list, index) => list.map((range) => ({ range, index })));
  all.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  /** The last range of each list so far: of the stretches that end here, the one over these is the shortest. */
  const last = new Map<number, TextRange>();
  let best: TextRange | undefined;
  for (const { range, index } of all) {
    last.set(index, range);
    if (last.size < lists.length) continue;
    let [from, to] = [range.from, range.to];
    for (const one of last.values()) {
      from = Math.min(from, one.from);
      to = Math.max(to, one.to);
    }
    if (!best || to - from < best.to - best.from) best = { from, to };
  }
  if (!best) return undefined;
  const { from, to } = best;
  return { from, to, hits: all.map(({ range }) => range).filter((range) => range.from >= from && range.to <= to) };
}
