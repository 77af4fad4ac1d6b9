import { codePointAfter, codePointBefore, isLetter, isLetterOrNumber } from '#core/text/code-points.ts';
import { primaryLanguage } from '#core/text/language.ts';
import { type Paragraph, paragraphAt } from '#core/text/paragraphs.ts';
import { wordAt } from '#core/text/words.ts';

/** A text with its paragraphs and language, for asking about its words. */
export interface Reading {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly language: string;
}

/** Signs that can stand inside a word, between letters or numbers. */
const GLUE = /^[.:;,_·‧・'’]$/u;

const HYPHEN = /^[-\u2010\u2011]$/u;

/** Scripts that put no spaces between words. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/**
 * True where words that start at the offset do not start inside a longer word. Words are those of core/text, so that neither
 * near-infrared nor U.N. has one inside; words that start with punctuation start anywhere.
 */
export function startsWord(reading: Reading, from: number): boolean {
  const { text } = reading;
  const first = codePointAfter(text, from);
  if (isMark(first)) return false;
  if (!isLetterOrNumber(first)) return true;
  const before = codePointBefore(text, from);
  if (isInWord(before)) return isUnspaced(before, first) && wordStartingAt(reading, from);
  const further = codePointBefore(text, from - before.length);
  if (!isInWord(further)) return true;
  if (HYPHEN.test(before)) return false;
  if (before === '&') return !isLetter(first) || !isLetter(further);
  return GLUE.test(before) ? wordStartingAt(reading, from) : true;
}

/** True where words that end at the offset do not end inside a longer word; a possessive 's may follow them. */
export function endsWord(reading: Reading, to: number): boolean {
  const { text } = reading;
  const after = codePointAfter(text, to);
  if (isMark(after)) return false;
  const last = codePointBefore(text, to);
  if (!isInWord(last)) return last !== '.' || !isInsideWord(reading, to, after);
  if (isInWord(after)) return isUnspaced(last, after) && wordEndingAt(reading, to);
  if (/^[%‰٪]$/u.test(after)) return wordEndingAt(reading, to);
  const further = codePointAfter(text, to + after.length);
  // The full stop of U.N. is a part of it.
  if (after === '.' && text.charAt(to - last.length - 1) === '.') return wordEndingAt(reading, to);
  if (!isInWord(further)) return true;
  if (HYPHEN.test(after)) return false;
  if (after === '&') return !isLetter(last) || !isLetter(further);
  return GLUE.test(after) ? wordEndingAt(reading, to) : true;
}

/** True where a possessive ending follows words that end there: Ghana’s, Ghana's; English only. */
export function hasPossessiveAt({ text, language }: Reading, to: number): boolean {
  return (
    primaryLanguage(language) === 'en' && isInWord(codePointBefore(text, to)) && POSSESSIVE.test(text.slice(to, to + 2))
  );
}

const POSSESSIVE = /^['’]s$/iu;

function wordStartingAt({ text, paragraphs, language }: Reading, from: number): boolean {
  return wordAt(text, paragraphs[paragraphAt(paragraphs, from)]!, from, language)?.from === from;
}

function wordEndingAt({ text, paragraphs, language }: Reading, to: number): boolean {
  const inside = to - codePointBefore(text, to).length;
  const word = wordAt(text, paragraphs[paragraphAt(paragraphs, inside)]!, inside, language);
  // Where the words end with a possessive 's of their own, the word at it ends before.
  return word !== undefined && (word.to === to || (word.to < to && POSSESSIVE.test(text.slice(word.to, to))));
}

/** After a full stop a word can go on with a letter or hyphen: U.S.A., U.S.-led. */
function isInsideWord({ text, paragraphs, language }: Reading, to: number, after: string): boolean {
  if (!isInWord(after) && !HYPHEN.test(after)) return false;
  const word = wordAt(text, paragraphs[paragraphAt(paragraphs, to - 1)]!, to - 1, language);
  return word !== undefined && word.to > to;
}

function isInWord(codePoint: string): boolean {
  return isLetterOrNumber(codePoint) || isMark(codePoint);
}

function isMark(codePoint: string): boolean {
  return /^\p{M}$/u.test(codePoint);
}

function isUnspaced(left: string, right: string): boolean {
  return UNSPACED.test(left) || UNSPACED.test(right);
}
