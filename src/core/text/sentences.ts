import { type TextRange } from './range.ts';
import { codePointBefore, isWhiteSpace } from './code-points.ts';
import { type Paragraph, paragraphAt } from './paragraphs.ts';
import { sentenceBreaks } from './sentence-breaks.ts';
import { trimRange } from './words.ts';

/** How far before the caret to look first for the start of its sentence. */
const FIRST_REACH = 1024;

/** The paragraph's sentences in order, each with its quotation marks and without the white space around it. */
export function sentencesOf(text: string, paragraph: Paragraph, language: string): readonly TextRange[] {
  const sentences: TextRange[] = [];
  let from = paragraph.from;
  for (const at of sentenceBreaks(text, paragraph, from, language)) {
    addTrimmed(sentences, text, { from, to: at });
    from = at;
  }
  addTrimmed(sentences, text, { from, to: paragraph.to });
  return sentences;
}

/**
 * The one of sentencesOf with the caret: a caret at its end or in the white space after it still counts, unless the next
 * sentence starts there. Undefined in a blank paragraph. Reads only the text around the caret.
 */
export function sentenceAt(
  text: string,
  paragraph: Paragraph,
  offset: number,
  language: string,
): TextRange | undefined {
  if (!(offset >= paragraph.from && offset <= paragraph.to)) {
    throw new RangeError(`offset ${offset} is outside the paragraph ${paragraph.from}–${paragraph.to}`);
  }
  for (let reach = FIRST_REACH; ; reach *= 4) {
    const first = Math.max(paragraph.from, offset - reach);
    const sentence = between(text, paragraph, first, offset, language);
    if (sentence) return trimRange(text, sentence);
  }
}

/** End of the first sentence that ends after the offset, in this or a later paragraph; the end of the text without one. */
export function sentenceEdgeAfter(
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
  language: string,
): number {
  let at = offset;
  while (at < text.length && isWhiteSpace(text.charAt(at))) at += 1;
  return at === text.length ? at : sentenceWith(text, paragraphs, at, language).to;
}

/** Start of the last sentence that starts before the offset, in this or an earlier paragraph; 0 without one. */
export function sentenceEdgeBefore(
  text: string,
  paragraphs: readonly Paragraph[],
  offset: number,
  language: string,
): number {
  let at = offset;
  while (at > 0 && isWhiteSpace(text.charAt(at - 1))) at -= 1;
  return at === 0 ? 0 : sentenceWith(text, paragraphs, at - codePointBefore(text, at).length, language).from;
}

/** The sentence of a character that is no white space, and so is in one. */
function sentenceWith(text: string, paragraphs: readonly Paragraph[], offset: number, language: string): TextRange {
  return sentenceAt(text, paragraphs[paragraphAt(paragraphs, offset)]!, offset, language)!;
}

/** From break to break around the offset, or undefined where the start lies before `first`. */
function between(
  text: string,
  paragraph: Paragraph,
  first: number,
  offset: number,
  language: string,
): TextRange | undefined {
  let from = first === paragraph.from ? first : undefined;
  for (const at of sentenceBreaks(text, paragraph, first, language)) {
    if (at > offset) return from === undefined ? undefined : { from, to: at };
    from = at;
  }
  return from === undefined ? undefined : { from, to: paragraph.to };
}

function addTrimmed(sentences: TextRange[], text: string, range: TextRange): void {
  const trimmed = trimRange(text, range);
  if (trimmed) sentences.push(trimmed);
}
