import { type TextRange } from './range.ts';

/** A text without capitals and with each stretch of white space as one space, and the way back to where it came from. */
export interface FoldedText {
  readonly folded: string;
  /** Where the folded unit at the index starts in the text. */
  readonly startOf: (index: number) => number;
  /** The stretch of the text that a stretch of the folded text was made from. */
  readonly rangeOf: (range: TextRange) => TextRange;
}

/** Folds a text so that words can be found whatever their case and spacing; takes time and room in proportion to it. */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: part, index } of text.matchAll(/\s+|\S/gu)) {
    const folded = /^\s/u.test(part) ? ' ' : part.toLowerCase();
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(index);
      ends.push(index + part.length);
    }
  }
  return {
    folded: parts.join(''),
    startOf: (index) => starts[index] ?? text.length,
    rangeOf: ({ from, to }) => ({ from: starts[from] ?? text.length, to: ends[to - 1] ?? 0 }),
  };
}
