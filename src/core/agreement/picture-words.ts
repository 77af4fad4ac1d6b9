const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uFF00-\uFFEF]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** About how wide the words are in letters of this size; rather too much than too little, for no font is known. */
export function widthOf(words: string, size: number): number {
  let width = 0;
  for (const character of words) width += WIDE.test(character) ? 1 : /[\p{Lu}mwMW@%]/u.test(character) ? 0.75 : 0.57;
  return width * size;
}

/**
 * The words, cut so that they are no wider than so many pixels. What is written from right to left is set apart, so that neither the
 * dots nor what stands beside it change places with it.
 */
export function fitting(words: string, most: number, size: number): string {
  const characters = Array.from(words.toWellFormed());
  let kept = characters.length;
  const shown = (): string => (kept === characters.length ? words : `${characters.slice(0, kept).join('').trimEnd()}…`);
  while (kept > 1 && widthOf(shown(), size) > most) kept -= 1;
  return RIGHT_TO_LEFT.test(words) ? `\u2068${shown()}\u2069` : shown();
}
