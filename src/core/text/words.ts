import { type TextRange } from './range.ts';
import { clusterAt } from './clusters.ts';
import { codePointBefore, isLetterOrNumber, isWhiteSpace } from './code-points.ts';
import { splitsSurrogatePair } from './offsets.ts';
import { type Paragraph, paragraphAt } from './paragraphs.ts';
import { type Word, wordsBetween } from './word-pieces.ts';

/** How far to look on each side of the caret. A word that goes on for longer, such as encoded bytes, is cut there. */
const REACH = 1024;

/**
 * The word at the caret, which may also be at its end or after its possessive 's; where two words touch, the one that
 * starts at the caret. Undefined in white space and punctuation. 's, and in French the article of l’État, are no part of
 * the word; U.N., 4% and near-infrared are one each.
 */
export function wordAt(text: string, paragraph: Paragraph, offset: number, language: string): TextRange | undefined {
  if (!(offset >= paragraph.from && offset <= paragraph.to)) {
    throw new RangeError(`offset ${offset} is outside the paragraph ${paragraph.from}–${paragraph.to}`);
  }
  const word = unbrokenAround(text, paragraph, offset, language).words.findLast(({ from }) => from <= offset);
  return word && word.tail >= offset ? { from: word.from, to: word.to } : undefined;
}

/** End of the first word that ends after the offset, in this or a later paragraph; the end of the text without one. */
export function wordEdgeAfter(
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
  language: string,
): number {
  const letters = /[\p{L}\p{N}]/gu;
  // From the character before: a caret before the last character of U.N. or 4% has no letter of that word after it.
  letters.lastIndex = offset - codePointBefore(text, offset).length;
  for (let found = letters.exec(text); found; found = letters.exec(text)) {
    const paragraph = paragraphs[paragraphAt(paragraphs, found.index)]!;
    const { words, to } = unbrokenAround(text, paragraph, found.index, language);
    const word = words.find((each) => each.to > offset);
    if (word) return word.to;
    letters.lastIndex = Math.max(to, found.index + 1);
  }
  return text.length;
}

/** Start of the last word that starts before the offset, in this or an earlier paragraph; 0 without one. */
export function wordEdgeBefore(
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
  language: string,
): number {
  let at = offset;
  while (at > 0) {
    const before = codePointBefore(text, at);
    if (!isLetterOrNumber(before)) {
      at -= before.length;
      continue;
    }
    const paragraph = paragraphs[paragraphAt(paragraphs, at)]!;
    const { words, from } = unbrokenAround(text, paragraph, at, language);
    const word = words.findLast((each) => each.from < offset);
    if (word) return word.from;
    at = from;
  }
  return 0;
}

/** Next offset at which the caret can stand: never inside an emoji family, a flag or a letter with its accents. */
export function characterAfter(text: string, offset: number): number {
  return offset >= text.length ? text.length : clusterAt(text, offset).to;
}

/** The offset before this one at which the caret can stand. */
export function characterBefore(text: string, offset: number): number {
  return offset <= 0 ? 0 : clusterAt(text, offset - 1).from;
}

/**
 * The range with white space trimmed and each edge that lies in a word moved out to the word's edge; the edge between a
 * word and its possessive 's is one already. Punctuation inside the range stays. Undefined where only white space is left.
 */
export function snapToWords(
  text: string,
  paragraphs: readonly Paragraph[],
  range: TextRange,
  language: string,
): TextRange | undefined {
  const trimmed = trimRange(text, range);
  if (!trimmed) return undefined;
  const from = cutPartAt(text, paragraphs, trimmed.from, language)?.from ?? trimmed.from;
  const to = cutPartAt(text, paragraphs, trimmed.to, language)?.to ?? trimmed.to;
  return { from, to };
}

/** The range without white space, line breaks included, at its ends; undefined where nothing is left. */
export function trimRange(text: string, range: TextRange): TextRange | undefined {
  checkRange(text, range);
  let { from, to } = range;
  while (from < to && isWhiteSpace(text.charAt(from))) from += 1;
  while (from < to && isWhiteSpace(text.charAt(to - 1))) to -= 1;
  return from < to ? { from, to } : undefined;
}

/** The range with edges inside a surrogate pair moved out, so that it holds whole code points. */
export function withoutHalfCharacters(text: string, range: TextRange): TextRange {
  checkRange(text, range);
  const from = splitsSurrogatePair(text, range.from) ? range.from - 1 : range.from;
  const to = splitsSurrogatePair(text, range.to) ? range.to + 1 : range.to;
  return { from, to };
}

interface Unbroken extends TextRange {
  readonly words: readonly Word[];
}

/**
 * The stretch without white space around the offset, with its words. No word crosses white space, so this is all that
 * the segmenter has to see; brackets and stops of Chinese and Japanese keep it short where a script has no spaces.
 */
function unbrokenAround(text: string, paragraph: Paragraph, offset: number, language: string): Unbroken {
  const least = Math.max(paragraph.from, offset - REACH);
  const most = Math.min(paragraph.to, offset + REACH);
  let from = offset;
  let to = offset;
  while (from > least && !breaksWords(text.charAt(from - 1))) from -= 1;
  while (to < most && !breaksWords(text.charAt(to))) to += 1;
  const whole = withoutHalfCharacters(text, { from, to });
  return { ...whole, words: wordsBetween(text, whole.from, whole.to, language) };
}

function breaksWords(unit: string): boolean {
  return /^[\s、。，！？「」『』（）《》]$/.test(unit);
}

/** What an edge at the offset would cut: a word, a possessive 's, or else a character. */
function cutPartAt(
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
  language: string,
): TextRange | undefined {
  const paragraph = paragraphs[paragraphAt(paragraphs, offset)]!;
  for (const { from, to, tail } of unbrokenAround(text, paragraph, offset, language).words) {
    if (from < offset && offset < to) return { from, to };
    if (to < offset && offset < tail) return { from: to, to: tail };
  }
  if (offset >= text.length) return undefined;
  const cluster = clusterAt(text, offset);
  return cluster.from < offset ? cluster : undefined;
}

function checkRange(text: string, { from, to }: TextRange): void {
  if (from >= 0 && from <= to && to <= text.length) return;
  throw new RangeError(`range ${from}–${to} is not inside the text of length ${text.length}`);
}
