import { isWhiteSpace } from '#core/text/code-points.ts';
import { splitsSurrogatePair } from '#core/text/offsets.ts';
import { overlaps, type TextRange } from '#core/text/range.ts';
import { type LooseSpan } from './loose.ts';

/** A place that may be meant, in UTF-16 code units, and what can be shown of it. */
export interface Candidate {
  readonly ranges: readonly TextRange[];
  readonly words: string;
  /** What stands before and behind as far as it is shown, with an ellipsis where it goes on. */
  readonly before: string;
  readonly after: string;
}

/** So many places are offered. */
const MOST = 5;
/** So many places of the same words are compared. */
const MOST_PLACES = 1000;
/** So far around where the file has the span similar words are looked for, and so far into a text where it does not say. */
const NEAR = 10_000;
const FAR = 100_000;
/** So much is shown around a place, in UTF-16 code units. */
const AROUND = 40;

/**
 * Places that a span may mean whose words are not where the file says, `expected` being where that is: the same words first,
 * but for case and white space, the nearest before others; then similar ones; then what stands where the file says, unless
 * one of these does.
 */
export function findCandidates(
  text: string,
  { quotes = [] }: Pick<LooseSpan, 'quotes'>,
  expected: readonly TextRange[] | undefined,
): readonly Candidate[] {
  const told = quotes.filter((quote) => quote.trim() !== '');
  if (told.length === 0) return [];
  const folded = foldText(text);
  const near = expected?.[0]?.from;
  const found = new Map<string, readonly TextRange[]>();
  const add = (ranges: readonly TextRange[]): void => {
    const isWhole = ranges.every(({ from, to }) => !splitsSurrogatePair(text, from) && !splitsSurrogatePair(text, to));
    if (isWhole && found.size < MOST) found.set(ranges.map(({ from, to }) => `${from} ${to}`).join(), ranges);
  };
  for (const ranges of sameWords(folded, told, near)) add(ranges);
  if (told.length === 1) for (const range of similarWords(folded, told[0]!, near)) add([range]);
  const words = expected?.map(({ from, to }) => text.slice(from, to)).join('') ?? '';
  const isFound = [...found.values()].some((ranges) =>
    ranges.some((range) => expected?.some((each) => overlaps(each, range))),
  );
  if (expected && words.trim() !== '' && !isFound) add(expected);
  return [...found.values()].map((ranges) => candidateOf(text, ranges));
}

function candidateOf(text: string, ranges: readonly TextRange[]): Candidate {
  const from = ranges[0]!.from;
  const { to } = ranges.at(-1)!;
  return {
    ranges,
    words: ranges.map((range) => text.slice(range.from, range.to)).join(' … '),
    before: `${from > AROUND ? '…' : ''}${whole(text.slice(Math.max(0, from - AROUND), from))}`,
    after: `${whole(text.slice(to, to + AROUND))}${to + AROUND < text.length ? '…' : ''}`,
  };
}

/** Without halves of characters at the ends. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}

/** A text in small letters with one space for any white space; and for each of its code units where it comes from. */
interface FoldedText {
  readonly text: string;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const [from, to]: [number[], number[]] = [[], []];
  let at = 0;
  let wasSpace = false;
  for (const character of text) {
    const isSpace = isWhiteSpace(character);
    const end = at + character.length;
    const written = isSpace ? (wasSpace ? '' : ' ') : character.toLowerCase();
    parts.push(written);
    for (let unit = 0; unit < written.length; unit += 1) {
      from.push(at);
      to.push(end);
    }
    wasSpace = isSpace;
    at = end;
  }
  return { text: parts.join(''), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

function rangeIn({ from, to }: FoldedText, start: number, end: number): TextRange {
  return { from: from[start]!, to: to[end - 1]! };
}

/** The places of the quotes one after another, the nearest first. */
function sameWords(folded: FoldedText, quotes: readonly string[], near = 0): readonly (readonly TextRange[])[] {
  const [first, ...others] = quotes.map((quote) => foldText(quote).text.trim());
  const starts: number[] = [];
  for (let at = folded.text.indexOf(first!); at >= 0 && starts.length < MOST_PLACES;) {
    starts.push(at);
    at = folded.text.indexOf(first!, at + 1);
  }
  const distance = (start: number): number => Math.abs(folded.from[start]! - near);
  return starts
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, MOST)
    .flatMap((start) => {
      let end = start + first!.length;
      const ranges = [rangeIn(folded, start, end)];
      for (const quote of others) {
        const next = folded.text.indexOf(quote, end);
        if (next < 0) return [];
        end = next + quote.length;
        ranges.push(rangeIn(folded, next, end));
      }
      return [ranges];
    });
}

/** So like the quote a stretch must be, from 0 to 1, and so like each other two words. */
const ALIKE = 0.6;
/** In longer quotes only words that are the same count. */
const MOST_SPELLED = 8;

/** Stretches of as many words as the quote has, most of which are the same or spelled alike; the most similar first. */
function similarWords(folded: FoldedText, quote: string, near: number | undefined): readonly TextRange[] {
  const wanted = wordsOf(foldText(quote).text).map(({ word }) => word);
  if (wanted.length === 0) return [];
  const isIn = (index: number): boolean =>
    near === undefined ? folded.from[index]! < FAR : Math.abs(folded.from[index]! - near) <= NEAR;
  const words = wordsOf(folded.text).filter(({ at }) => isIn(at));
  const likeness = createLikeness(wanted);
  const likes = words.map(({ word }) => likeness(word));
  const stretches: { readonly first: number; readonly score: number }[] = [];
  let sum = 0;
  for (const [index, like] of likes.entries()) {
    sum += like - (likes[index - wanted.length] ?? 0);
    const first = Math.max(0, index + 1 - wanted.length);
    const score = sum / wanted.length;
    if (score >= ALIKE) stretches.push({ first, score });
  }
  const chosen: { readonly first: number; readonly score: number }[] = [];
  const distance = (first: number): number => Math.abs(folded.from[words[first]!.at]! - (near ?? 0));
  for (const stretch of stretches.toSorted((a, b) => b.score - a.score || distance(a.first) - distance(b.first))) {
    if (chosen.length >= MOST) break;
    if (chosen.every(({ first }) => Math.abs(first - stretch.first) >= wanted.length)) chosen.push(stretch);
  }
  return chosen.map(({ first }) => {
    const last = Math.min(first + wanted.length, words.length) - 1;
    const inside = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (index) => likes[index]! > 0,
    );
    const [start, end] = [words[inside[0]!]!, words[inside.at(-1)!]!];
    return withMarks(folded, quote, start.at, end.at + end.word.length);
  });
}

/** With the quotation mark or whatever else that is no letter stands at the edges of the quote. */
function withMarks(folded: FoldedText, quote: string, start: number, end: number): TextRange {
  const [head, tail] = [quote.trim().at(0)!, quote.trim().at(-1)!];
  const from = folded.text[start - 1] === head && isMark(head) ? start - 1 : start;
  const to = folded.text[end] === tail && isMark(tail) ? end + 1 : end;
  return rangeIn(folded, from, to);
}

function isMark(character: string): boolean {
  return !/[\p{L}\p{N}\s]/u.test(character);
}

function wordsOf(text: string): readonly { readonly word: string; readonly at: number }[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: word, index }) => ({ word, at: index }));
}

/** How much a word is like the one of the wanted ones that it is most like: 1 for the same, 0 where it is not. */
function createLikeness(wanted: readonly string[]): (word: string) => number {
  const known = new Map(wanted.map((word) => [word, 1]));
  const spelled = wanted.length > MOST_SPELLED ? [] : wanted.map(pairsOf);
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const pairs = pairsOf(word);
    const best = Math.max(0, ...spelled.map((others) => likenessOf(pairs, others)));
    const like = best >= ALIKE ? best : 0;
    known.set(word, like);
    return like;
  };
}

/** The pairs of letters that follow each other, the edges of the word counted as one. */
function pairsOf(word: string): ReadonlySet<string> {
  const letters = ` ${word.slice(0, 60)} `;
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}
