/** The code point that starts at the offset as a string, or an empty string at the end of the text. */
export function codePointAfter(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The code point that ends at the offset as a string, or an empty string at the start of the text. */
export function codePointBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  const wide = offset >= 2 ? text.codePointAt(offset - 2)! : 0;
  return wide > 0xffff ? String.fromCodePoint(wide) : text.charAt(offset - 1);
}

/** True for one white space character, line breaks and no-break spaces included; false for an empty string. */
export function isWhiteSpace(codePoint: string): boolean {
  return /^\s$/u.test(codePoint);
}

/** True for one letter of any script; false for an empty string and for a combining mark. */
export function isLetter(codePoint: string): boolean {
  return /^\p{L}$/u.test(codePoint);
}

/** True for one letter or number of any script; false for an empty string and for a combining mark. */
export function isLetterOrNumber(codePoint: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(codePoint);
}

/**
 * True for one letter, number or combining mark of a script that puts spaces between words; not for Chinese, Japanese, Thai,
 * Lao and Khmer, where a stretch of letters is a whole sentence.
 */
export function isSpacedLetter(codePoint: string): boolean {
  return /^[\p{L}\p{N}\p{M}]$/u.test(codePoint) && !UNSPACED.test(codePoint);
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
