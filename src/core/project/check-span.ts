import { t } from '#language/t.ts';
import { splitsSurrogatePair } from '#core/text/offsets.ts';
import { type TextRange } from '#core/text/range.ts';

/**
 * What is wrong with a span's ranges in this text, as a sentence without a full stop, or undefined where they are right:
 * at least one, sorted, not empty, apart from each other, inside the text, no edge inside a surrogate pair.
 */
export function problemWithRanges(text: string, ranges: readonly TextRange[]): string | undefined {
  if (ranges.length === 0) return t`the span has no range`;
  let last = -1;
  for (const { from, to } of ranges) {
    if (!Number.isInteger(from) || !Number.isInteger(to)) return t`range ${from}–${to} is not in whole numbers`;
    if (to <= from) return t`range ${from}–${to} is empty or ends before it starts`;
    if (from < 0 || to > text.length) return t`range ${from}–${to} is outside the text of length ${text.length}`;
    if (from <= last) return t`range ${from}–${to} is out of order or touches the range before it`;
    for (const edge of [from, to]) {
      if (splitsSurrogatePair(text, edge)) return t`range ${from}–${to} cuts the character at ${edge - 1} in two`;
    }
    last = to;
  }
  return undefined;
}
