import { type TextRange } from '#core/text/range.ts';
import { type Speech } from './report-speech.ts';

/**
 * A run of letters, their marks, digits and low lines; a single character of a script that puts no space between words; or
 * any other single character that is not white space.
 */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}_])+|[^\s]/gu;

/** The rule of `tokensOf` in words, for whoever reports a figure that rests on it. */
export function tokenRule({ t }: Speech): string {
  return t`A token is a run of letters, marks, digits and low lines, or one other character that is not white space; in scripts without spaces between words each character is one. It has a label if any character of it lies in a span of the label.`;
}

/**
 * The tokens that agreement is counted by, in order. The rule is so plain that any program can repeat it, and it depends on no
 * version of a segmenter: a figure must not change with the browser.
 */
export function tokensOf(text: string): readonly TextRange[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({ from: index, to: index + token.length }));
}
