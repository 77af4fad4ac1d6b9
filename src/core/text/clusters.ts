import { type TextRange } from './range.ts';
import { codePointAfter } from './code-points.ts';
import { segmenterFor } from './language.ts';
import { splitsSurrogatePair } from './offsets.ts';

const FIRST_REACH = 64;

/**
 * The grapheme cluster, which people see as one character, that holds the code unit after the offset: a letter with its
 * accents, an emoji family, a flag. The offset must be less than the length of the text.
 */
export function clusterAt(text: string, offset: number): TextRange {
  if (!(offset >= 0 && offset < text.length)) {
    throw new RangeError(`no character at ${offset} in the text of length ${text.length}`);
  }
  const segmenter = segmenterFor('en', 'grapheme');
  for (let reach = FIRST_REACH; ; reach *= 4) {
    const start = windowStart(text, offset - reach);
    const end = windowEnd(text, offset + reach);
    const { index, segment } = segmenter.segment(text.slice(start, end)).containing(offset - start)!;
    const from = start + index;
    const to = from + segment.length;
    // A cluster that touches the window's edge may go on beyond it.
    if ((from > start || start === 0) && (to < end || end === text.length)) return { from, to };
  }
}

/**
 * Neither before a joiner or accent, which would not join what follows it to what is cut off, nor inside a row of flags,
 * whose letters pair up from the start of the row: a window cut there would show clusters that are none.
 */
function windowStart(text: string, offset: number): number {
  let start = Math.max(0, offset);
  while (start > 0 && (splitsSurrogatePair(text, start) || isExtending(codePointAfter(text, start)))) start -= 1;
  while (start > 0 && isRegionalIndicator(text.codePointAt(start - 2))) start -= 2;
  return start;
}

function windowEnd(text: string, offset: number): number {
  const end = Math.min(text.length, offset);
  return splitsSurrogatePair(text, end) ? end + 1 : end;
}

function isExtending(codePoint: string): boolean {
  return /^[\p{Grapheme_Extend}\p{Emoji_Modifier}\u200D]$/u.test(codePoint);
}

function isRegionalIndicator(code: number | undefined): boolean {
  return code !== undefined && code >= 0x1f1e6 && code <= 0x1f1ff;
}
