import { codePointAfter, codePointBefore, isWhiteSpace } from '#core/text/code-points.ts';
import { type TextRange } from '#core/text/range.ts';

/**
 * Words at the start of a span that people take in or leave out by habit: determiners and titles, in lower case and without
 * a full stop.
 */
export const LEADING_WORDS: readonly string[] = (
  'a an the this that these those his her its our their ' +
  'mr mrs ms miss dr prof professor sir dame lord lady mayor president minister senator governor king queen pope judge ' +
  'der die das ein eine le la les un une el los las il lo gli i het de een herr frau m mme'
).split(' ');

/** Quotation marks and brackets of any kind, which may stand on both sides. */
const MARKS = /^["“”„«»‘’‚'‹›「」『』()[\]{}<>]$/u;

const FINAL = /^[.,;:!?…。，！？、]$/u;

/**
 * The ranges without what is often taken in or left out by habit: white space, quotation marks and brackets at every edge,
 * final punctuation at the end, and one or more of `leading` at the start of the first. The ranges as they are where nothing
 * else would be left of one.
 */
export function trimExtent(
  text: string,
  ranges: readonly TextRange[],
  leading: ReadonlySet<string>,
): readonly TextRange[] {
  const trimmed = ranges.map((range, index) => {
    const bare = trimMarks(text, range);
    return index === 0 ? trimMarks(text, { from: afterLeading(text, bare, leading), to: bare.to }) : bare;
  });
  return trimmed.every(({ from, to }) => from < to) ? trimmed : ranges;
}

function trimMarks(text: string, range: TextRange): TextRange {
  let { from, to } = range;
  for (let next = codePointAfter(text, from); from < to && isEdge(next); next = codePointAfter(text, from)) {
    from += next.length;
  }
  for (let last = codePointBefore(text, to); from < to && isEnd(last); last = codePointBefore(text, to)) {
    to -= last.length;
  }
  return { from, to };
}

function afterLeading(text: string, { from, to }: TextRange, leading: ReadonlySet<string>): number {
  const word = /^([\p{L}\p{M}]+)\.?\s+/u.exec(text.slice(from, to));
  if (!word || !leading.has(word[1]!.toLowerCase())) return from;
  return afterLeading(text, { from: from + word[0].length, to }, leading);
}

function isEdge(codePoint: string): boolean {
  return isWhiteSpace(codePoint) || MARKS.test(codePoint);
}

function isEnd(codePoint: string): boolean {
  return isEdge(codePoint) || FINAL.test(codePoint);
}
