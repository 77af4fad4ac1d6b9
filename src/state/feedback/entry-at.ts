import { type FeedbackEntry, spanOf } from '#core/review/feedback.ts';
import { type TextRange } from '#core/text/range.ts';

/** The place of the entry with the shortest span at the offset; undefined where there is none. */
export function entryAt(entries: readonly FeedbackEntry[], offset: number): number | undefined {
  let found: { readonly at: number; readonly length: number } | undefined;
  for (const [at, entry] of entries.entries()) {
    const length = lengthAt(spanOf(entry).ranges, offset);
    if (length > 0 && (!found || length < found.length)) found = { at, length };
  }
  return found?.at;
}

/** The length of all ranges, in UTF-16 code units, where one of them is at the offset; else 0. */
function lengthAt(ranges: readonly TextRange[], offset: number): number {
  if (!ranges.some(({ from, to }) => from <= offset && offset <= to)) return 0;
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}
