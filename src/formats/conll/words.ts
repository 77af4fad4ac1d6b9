import { type TextRange } from '#core/text/range.ts';

/** What would end a column or a line for some reader, and what a text file should not hold. */
const UNFIT = /[\s\p{Control}]/gu;

/** A word or label as it stands in a column: as long as before, in UTF-16 code units. */
export function fitForColumn(text: string): string {
  return text.replaceAll(UNFIT, '_');
}

/** Where the words of the columns stand in the text; undefined where they are not all that it has besides white space. */
export function placesOfWords(text: string, words: readonly string[]): readonly TextRange[] | undefined {
  const places: TextRange[] = [];
  let at = 0;
  for (const word of words) {
    const from = pastSpaces(text, at);
    at = from + word.length;
    if (word === '' || fitForColumn(text.slice(from, at)) !== word) return undefined;
    places.push({ from, to: at });
  }
  return pastSpaces(text, at) === text.length ? places : undefined;
}

function pastSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
