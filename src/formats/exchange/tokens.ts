import { segmenterFor } from '#core/text/language.ts';
import { codePointOffsets } from '#core/text/offsets.ts';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { sentencesOf } from '#core/text/sentences.ts';
import { wordsBetween } from '#core/text/word-pieces.ts';

/** A word, a possessive 's or one mark: in UTF-16 code units as everywhere, and by `start` and `end` in code points. */
export interface Token extends TextRange {
  readonly start: number;
  readonly end: number;
  readonly isBeforeSpace: boolean;
}

/** The tokens of a text, and which of them make a sentence: `from` is the first, `to` the one after the last. */
export interface TokenizedText {
  readonly tokens: readonly Token[];
  readonly sentences: readonly TextRange[];
}

/** A stretch that no word goes over; longer ones are cut, since the segmenter needs time by the square of their length. */
const STRETCH = /[^\s、。，！？「」『』（）《》]{1,512}|[、。，！？「」『』（）《》]/gu;

/**
 * Cuts a text into sentences and these into tokens. No token holds white space, and everything else is in exactly one, so
 * that the tokens do not depend on what has been marked.
 */
export function tokenize(text: string, language: string): TokenizedText {
  const { toCodePoint } = codePointOffsets(text);
  const tokens: Token[] = [];
  const sentences: TextRange[] = [];
  for (const paragraph of paragraphsOf(text)) {
    for (const sentence of sentencesOf(text, paragraph, language)) {
      const first = tokens.length;
      for (const { from, to } of piecesOf(text, sentence, language)) {
        const isBeforeSpace = text.charAt(to) === ' ';
        tokens.push({ from, to, start: toCodePoint(from), end: toCodePoint(to), isBeforeSpace });
      }
      sentences.push({ from: first, to: tokens.length });
    }
  }
  return { tokens, sentences };
}

/** The token that starts, and the one that ends, at each offset that is an edge of one. */
export function tokenEdges(tokens: readonly Token[]): {
  readonly startingAt: ReadonlyMap<number, number>;
  readonly endingAt: ReadonlyMap<number, number>;
} {
  return {
    startingAt: new Map(tokens.map(({ from }, index) => [from, index])),
    endingAt: new Map(tokens.map(({ to }, index) => [to, index])),
  };
}

function* piecesOf(text: string, sentence: TextRange, language: string): Generator<TextRange> {
  for (const stretch of text.slice(sentence.from, sentence.to).matchAll(STRETCH)) {
    const from = sentence.from + stretch.index;
    const to = from + stretch[0].length;
    // Most words are that plain, and the segmenter takes most of the time.
    if (/^[A-Za-z]+$/.test(stretch[0])) yield { from, to };
    else yield* piecesOfStretch(text, { from, to }, language);
  }
}

function* piecesOfStretch(text: string, { from, to }: TextRange, language: string): Generator<TextRange> {
  let at = from;
  for (const word of wordsBetween(text, from, to, language)) {
    yield* marksBetween(text, at, word.from, language);
    // A percent sign behind the last number of a stretch that was cut is the next stretch's.
    at = Math.min(word.tail, to);
    yield { from: word.from, to: Math.min(word.to, to) };
    if (word.tail > word.to) yield { from: word.to, to: word.tail };
  }
  yield* marksBetween(text, at, to, language);
}

/** Marks of one code unit that nothing joins. */
const PLAIN_MARKS = /^[!-/:-@[-`{-~“”‘’«»„…–—]+$/;

/** Each mark by itself, an emoji of several code points in one piece. */
function* marksBetween(text: string, from: number, to: number, language: string): Generator<TextRange> {
  if (from >= to) return;
  if (PLAIN_MARKS.test(text.slice(from, to))) {
    for (let at = from; at < to; at += 1) yield { from: at, to: at + 1 };
    return;
  }
  for (const { index, segment } of segmenterFor(language, 'grapheme').segment(text.slice(from, to))) {
    yield { from: from + index, to: from + index + segment.length };
  }
}
