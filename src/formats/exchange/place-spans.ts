import { type OffsetUnit, unitOffsets, type UnitOffsets } from '#core/text/offset-units.ts';
import { splitsSurrogatePair } from '#core/text/offsets.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';
import { isLetterOrNumber, isWhiteSpace } from '#core/text/code-points.ts';
import { type LooseLayer, type LooseRange, type LooseSpan } from './loose.ts';

/**
 * How sure the place of a span is: its words are there (`equal`), but for case and white space (`folded`), the file tells no
 * words (`unchecked`), they were found elsewhere (`moved`), the user said where it is (`chosen`), or it has none (`orphan`).
 */
export const GRADES = ['equal', 'folded', 'unchecked', 'moved', 'chosen', 'orphan'] as const;
export type Grade = (typeof GRADES)[number];

/** A span with its place in the text; an orphan has none. Ranges are in UTF-16 code units, sorted and apart. */
export interface PlacedSpan {
  readonly span: LooseSpan;
  readonly ranges: readonly TextRange[];
  readonly grade: Grade;
}

/** One way to take the offsets of a file: as offsets in this text, in this unit. */
export interface OffsetReading {
  readonly text: string;
  readonly unit: OffsetUnit;
}

/** The text and the unit in which most spans of the layers make sense; of equals the ones named first. */
export function findReading(
  texts: readonly string[],
  layers: readonly LooseLayer[],
  units: readonly OffsetUnit[],
): OffsetReading {
  const spans = layers.flatMap((layer) => layer.spans);
  let best: OffsetReading = { text: texts[0]!, unit: units[0]! };
  let most = -Infinity;
  for (const unit of units) {
    for (const text of texts) {
      const score = scoreOf(text, unitOffsets(text, unit), spans);
      if (score > most) [best, most] = [{ text, unit }, score];
    }
  }
  return best;
}

/** The unit in which most spans of the layers make sense in this text; of equals the one named first. */
export function findUnit(text: string, layers: readonly LooseLayer[], units: readonly OffsetUnit[]): OffsetUnit {
  return findReading([text], layers, units).unit;
}

/** Each span with its place, from its offsets where its words stand there, else by its words. */
export function placeSpans(text: string, spans: readonly LooseSpan[], unit: OffsetUnit): readonly PlacedSpan[] {
  const offsets = unitOffsets(text, unit);
  return spans.map((span) => placeSpan(text, span, offsets));
}

/** The range in UTF-16 code units, or undefined where the text has none there. */
export function toTextRange({ from, to }: LooseRange, offsets: UnitOffsets): TextRange | undefined {
  const start = offsets.toUtf16(from);
  const end = offsets.toUtf16(to);
  return start !== undefined && end !== undefined && start < end ? { from: start, to: end } : undefined;
}

function placeSpan(text: string, span: LooseSpan, offsets: UnitOffsets): PlacedSpan {
  const ranges = rangesOf(span, offsets);
  const quotes = span.quotes?.filter((quote) => quote !== '') ?? [];
  if (ranges && quotes.length === 0) return { span, ranges: joinRanges(ranges), grade: 'unchecked' };
  if (ranges && isEqual(text, ranges, quotes)) return { span, ranges: joinRanges(ranges), grade: 'equal' };
  if (ranges && folded(wordsOf(text, ranges)) === folded(quotes.join(' '))) {
    return { span, ranges: joinRanges(ranges), grade: 'folded' };
  }
  const found = findByQuotes(text, quotes, span, ranges?.[0]?.from);
  return found ? { span, ranges: joinRanges(found), grade: 'moved' } : { span, ranges: [], grade: 'orphan' };
}

function rangesOf({ ranges }: LooseSpan, offsets: UnitOffsets): readonly TextRange[] | undefined {
  const placed = ranges.flatMap((range) => toTextRange(range, offsets) ?? []);
  return placed.length === ranges.length && placed.length > 0 ? placed : undefined;
}

/** The words may be told for each range or for all together, with one space or nothing between them. */
function isEqual(text: string, ranges: readonly TextRange[], quotes: readonly string[]): boolean {
  const words = ranges.map(({ from, to }) => text.slice(from, to));
  if (quotes.length === words.length) return words.every((word, index) => word === quotes[index]);
  return quotes.length === 1 && (words.join(' ') === quotes[0] || words.join('') === quotes[0]);
}

function wordsOf(text: string, ranges: readonly TextRange[]): string {
  return ranges.map(({ from, to }) => text.slice(from, to)).join(' ');
}

/** White space counts as one space, and so do characters for which XML files have one. */
function folded(words: string): string {
  return words
    .replaceAll(/[\s\p{Zs}\p{Cc}\uFFFE\uFFFF]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** So many places of one quote are compared. */
const MOST_PLACES = 1000;

/** Where the quotes stand one after another in the text, nearest to where the file has the first; undefined where one is missing. */
function findByQuotes(
  text: string,
  quotes: readonly string[],
  { prefix = '', suffix = '' }: LooseSpan,
  expected: number | undefined,
): readonly TextRange[] | undefined {
  const [first, ...others] = quotes;
  if (first === undefined) return undefined;
  const places = placesOf(text, first);
  // Several places and nothing that tells which: a guess would be a wrong span.
  if (places.length > 1 && expected === undefined && prefix === '' && suffix === '') return undefined;
  const fit = (at: number): number => contextLength(text, at, at + first.length, prefix, suffix);
  const distance = (at: number): number => (expected === undefined ? 0 : Math.abs(at - expected));
  const [from] = places.toSorted((a, b) => fit(b) - fit(a) || distance(a) - distance(b));
  if (from === undefined) return undefined;
  const ranges: TextRange[] = [{ from, to: from + first.length }];
  for (const quote of others) {
    const next = text.indexOf(quote, ranges.at(-1)!.to);
    if (next < 0 || cutsCharacter(text, next, quote)) return undefined;
    ranges.push({ from: next, to: next + quote.length });
  }
  return ranges;
}

function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(words, at + 1)) {
    if (!cutsCharacter(text, at, words)) places.push(at);
  }
  return places;
}

/** True where a file's words begin or end with half a character. */
function cutsCharacter(text: string, at: number, { length }: string): boolean {
  return splitsSurrogatePair(text, at) || splitsSurrogatePair(text, at + length);
}

/** How much of what should stand around the place does. */
function contextLength(text: string, from: number, to: number, prefix: string, suffix: string): number {
  let length = 0;
  for (let at = 1; at <= prefix.length && text[from - at] === prefix.at(-at); at += 1) length += 1;
  for (let at = 0; at < suffix.length && text[to + at] === suffix[at]; at += 1) length += 1;
  return length;
}

/**
 * How well the offsets fit the text: words that are equal count most; without words an edge that lies between words is good,
 * one inside a word bad, and white space at an edge worse. An offset that is no edge in the unit speaks against it most.
 */
function scoreOf(text: string, offsets: UnitOffsets, spans: readonly LooseSpan[]): number {
  let score = 0;
  for (const span of spans) {
    const ranges = rangesOf(span, offsets);
    const quotes = span.quotes ?? [];
    if (!ranges) score -= 5;
    else if (quotes.length > 0) score += isEqual(text, ranges, quotes) ? 5 : 0;
    else for (const { from, to } of ranges) score += edgeScore(text, from, from) + edgeScore(text, to, to - 1);
  }
  return score;
}

function edgeScore(text: string, edge: number, inside: number): number {
  if (isWhiteSpace(text.charAt(inside))) return -2;
  const isInWord = edge > 0 && edge < text.length && isLetterOrNumber(text[edge - 1]!) && isLetterOrNumber(text[edge]!);
  return isInWord ? -1 : 1;
}

/** Why an orphan has no place. */
export type WhyOrphan = 'no-length' | 'backwards' | 'words-not-there' | 'not-in-text' | 'no-text';

/** Why a span of a document whose text is known has no place in it. */
export function whyOrphan({ ranges, quotes = [] }: LooseSpan): WhyOrphan {
  if (ranges.length > 0 && ranges.every(({ from, to }) => from === to)) return 'no-length';
  if (ranges.some(({ from, to }) => from > to)) return 'backwards';
  return quotes.some((quote) => quote !== '') ? 'words-not-there' : 'not-in-text';
}
