import { type TextRange } from './range.ts';
import { codePointAfter, codePointBefore, isLetter, isLetterOrNumber } from './code-points.ts';
import { primaryLanguage, segmenterFor } from './language.ts';

/** A word; `tail` is the end of the possessive 's that follows it, or the same as `to`. */
export interface Word extends TextRange {
  readonly tail: number;
}

/** Pronouns and adverbs whose 's is short for "is" or "has" and so belongs to the word. */
const CONTRACTED = /^(?:it|he|she|that|this|what|who|where|there|here|how|when|why|let)['’]s$/iu;

const POSSESSIVE = /['’]s$/iu;

/** Short forms before a vowel, by language; what follows the apostrophe is a word of its own. */
const ELISION: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu,
  it: /^(?:[cdlmnstv]|un|gl|(?:de|a|da|ne|su|co|que|be)ll|quest|sant|anch|com|dov|cos|tutt|senz)['’](?=\p{L})/iu,
  ca: /^[dlmnst]['’](?=\p{L})/iu,
};

/** A full stop without its space ("end.Next"), and a colon, which only Swedish and Finnish have inside words. */
const GLUE = /(?<=\p{Ll})\.(?=\p{Lu})|(?<=\p{L}):(?=\p{L})/u;
const GLUE_WITHOUT_COLON = /(?<=\p{Ll})\.(?=\p{Lu})/u;

/**
 * The words of text[from, to) in order: what Intl.Segmenter calls words, with compounds (near-infrared, AT&T),
 * abbreviations (U.N.) and percentages (4%) in one piece, and without possessive 's. Keep the range short, see
 * segmenterFor; a word that its ends cut is cut.
 */
export function wordsBetween(text: string, from: number, to: number, language: string): readonly Word[] {
  const words: Word[] = [];
  const segmenter = segmenterFor(language, 'word');
  // By itself the segmenter takes the narrow no-break space of « Oui » for a part of the word.
  for (const unbroken of text.slice(from, to).matchAll(/\S+/g)) {
    for (const piece of segmenter.segment(unbroken[0])) {
      if (!piece.isWordLike) continue;
      const at = from + unbroken.index + piece.index;
      for (const part of partsOf(piece.segment, at, text, language)) addPart(words, part, text, language);
    }
  }
  return words;
}

/** A segment cut where it holds more than one word. */
function partsOf(segment: string, from: number, text: string, language: string): readonly TextRange[] {
  const primary = primaryLanguage(language);
  const parts: TextRange[] = [];
  let at = from;
  for (const part of segment.split(primary === 'sv' || primary === 'fi' ? GLUE_WITHOUT_COLON : GLUE)) {
    // Not after a hyphen: main-d’œuvre is one word.
    const elided = isHyphen(text.charAt(at - 1)) ? 0 : (ELISION[primary]?.exec(part)?.[0].length ?? 0);
    if (elided > 0) parts.push({ from: at, to: at + elided });
    parts.push({ from: at + elided, to: at + part.length });
    at += part.length + 1;
  }
  return parts;
}

function addPart(words: Word[], part: TextRange, text: string, language: string): void {
  const last = words.at(-1);
  if (last && isSeparatedPossessive(text, last, part, language)) words[words.length - 1] = { ...last, tail: part.to };
  else if (last && joins(text, last, part)) words[words.length - 1] = finished(text, last.from, part.to, language);
  else words.push(finished(text, part.from, part.to, language));
}

/** The segmenter parts the s from an abbreviation: U.S. + ' + s. */
function isSeparatedPossessive(text: string, word: Word, part: TextRange, language: string): boolean {
  return hasPossessive(language) && /^['’]s$/iu.test(text.slice(word.to, part.to)) && part.from === word.to + 1;
}

function joins(text: string, word: Word, part: TextRange): boolean {
  if (word.tail !== word.to || part.from !== word.to + 1) return false;
  const before = codePointBefore(text, word.to);
  const after = codePointAfter(text, part.from);
  const joint = text.charAt(word.to);
  if (joint === '&') return isLetter(before) && isLetter(after);
  return isHyphen(joint) && (isLetter(before) || isLetter(after) || before === '.');
}

function finished(text: string, from: number, to: number, language: string): Word {
  const written = text.slice(from, to);
  if (hasPossessive(language) && POSSESSIVE.test(written) && !CONTRACTED.test(written)) {
    return { from, to: to - 2, tail: to };
  }
  const end = to + (isAbbreviation(text, from, to) || isPercentage(text, to) ? 1 : 0);
  return { from, to: end, tail: end };
}

function isAbbreviation(text: string, from: number, to: number): boolean {
  return text.charAt(to) === '.' && /(?:^|-)\p{L}(?:\.\p{L})+$/u.test(text.slice(Math.max(from, to - 24), to));
}

function isPercentage(text: string, to: number): boolean {
  return (
    /^[%‰٪]$/u.test(text.charAt(to)) &&
    isLetterOrNumber(codePointBefore(text, to)) &&
    !isLetter(codePointBefore(text, to))
  );
}

function hasPossessive(language: string): boolean {
  return primaryLanguage(language) === 'en';
}

function isHyphen(character: string): boolean {
  return /^[-\u2010\u2011]$/.test(character);
}
