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

/** What both lists cover, in order; each list is sorted and its ranges do not overlap one another. */
export function commonRanges(a: readonly TextRange[], b: readonly TextRange[]): readonly TextRange[] {
  const common: TextRange[] = [];
  let [one, two] = [0, 0];
  while (one < a.length && two < b.length) {
    const from = Math.max(a[one]!.from, b[two]!.from);
    const to = Math.min(a[one]!.to, b[two]!.to);
    if (from < to) common.push({ from, to });
    if (a[one]!.to < b[two]!.to) one += 1;
    else two += 1;
  }
  return common;
}

/** What `a` covers and `b` does not, in order; each list is sorted and its ranges do not overlap one another. */
export function rangesWithout(a: readonly TextRange[], b: readonly TextRange[]): readonly TextRange[] {
  return a.flatMap((range) => {
    const left: TextRange[] = [];
    let { from } = range;
    for (const hole of b) {
      if (hole.to <= from || hole.from >= range.to) continue;
      if (hole.from > from) left.push({ from, to: hole.from });
      from = hole.to;
    }
    if (from < range.to) left.push({ from, to: range.to });
    return left;
  });
}
