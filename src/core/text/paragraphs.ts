import { type TextRange } from './range.ts';

/** One line of the text without its newline; empty lines are paragraphs too. */
export interface Paragraph extends TextRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Every line of the text in order, at least one: an empty text has one empty paragraph, and a final newline is followed by
 * an empty one. Only U+000A ends a line.
 */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
    paragraphs.push({ from, to });
    from = to + 1;
  }
  paragraphs.push({ from, to: text.length });
  return paragraphs;
}

/**
 * Index of the paragraph with the offset. The offset of a newline, and the end of the text, belong to the paragraph before
 * them; an offset outside the text is a RangeError.
 */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): number {
  const end = paragraphs.at(-1)?.to ?? -1;
  if (!(offset >= 0 && offset <= end)) throw new RangeError(`offset ${offset} is outside the text of length ${end}`);
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.to < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
