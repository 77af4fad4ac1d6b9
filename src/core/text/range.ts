/** A half-open stretch of an article's text in UTF-16 code units: `from` is in it, `to` is not. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** True where the ranges share at least one code unit; ranges that only touch do not overlap, and an empty one never does. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return Math.max(a.from, b.from) < Math.min(a.to, b.to);
}

/** True where `inner` lies in `outer`; equal ranges contain each other. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** True where both edges are the same. */
export function sameRange(a: TextRange, b: TextRange): boolean {
  return a.from === b.from && a.to === b.to;
}

/** True where the lists hold the same ranges in the same order. */
export function sameRanges(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return a.length === b.length && a.every((range, index) => sameRange(range, b[index]!));
}

/** The ranges sorted, with those that overlap or touch joined, so that each code unit is in at most one of them. */
export function joinRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const joined: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last && range.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else joined.push({ from: range.from, to: range.to });
  }
  return joined;
}
