import { joinRanges, type TextRange } from '#core/text/range.ts';

/** How many of `length` units lie in exactly 0, 1, 2 … of the lists; the ranges of each list must not overlap. */
export function countByDepth(lists: readonly (readonly TextRange[])[], length: number): readonly number[] {
  const edges: { readonly at: number; readonly step: number }[] = [];
  for (const { from, to } of lists.flat()) edges.push({ at: from, step: 1 }, { at: to, step: -1 });
  edges.sort((a, b) => a.at - b.at || a.step - b.step);
  const counts = Array.from({ length: lists.length + 1 }, () => 0);
  let depth = 0;
  let last = 0;
  for (const { at, step } of edges) {
    counts[depth]! += at - last;
    depth += step;
    last = at;
  }
  counts[0]! += length - last;
  return counts;
}

/** How many units the ranges of a list have; they must not overlap. */
export function unitsIn(ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The ranges in whole tokens, as half-open ranges of their indices: a token is in as soon as one character of it is. */
export function inTokens(tokens: readonly TextRange[], ranges: readonly TextRange[]): readonly TextRange[] {
  const covered = ranges
    .map((range) => ({ from: firstEndingAfter(tokens, range.from), to: firstStartingFrom(tokens, range.to) }))
    .filter(({ from, to }) => from < to);
  return joinRanges(covered);
}

function firstEndingAfter(tokens: readonly TextRange[], offset: number): number {
  return firstThat(tokens, ({ to }) => to > offset);
}

function firstStartingFrom(tokens: readonly TextRange[], offset: number): number {
  return firstThat(tokens, ({ from }) => from >= offset);
}

/** Index of the first token for which the test, which all after it pass too, is true; their number where none is. */
function firstThat(tokens: readonly TextRange[], test: (token: TextRange) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(tokens[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
