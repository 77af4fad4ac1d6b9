import { foldText, type FoldedText } from './folded-text.ts';
import { splitsSurrogatePair } from './offsets.ts';
import { type TextRange } from './range.ts';
import { type TextChange } from './text-changes.ts';

/** A text in which words are looked for; it is folded when that is first needed. */
export interface QuoteSearch {
  readonly folded: () => FoldedText;
}

/** Prepares a text for findQuote. */
export function quoteSearch(text: string): QuoteSearch {
  let folded: FoldedText | undefined;
  return { folded: () => (folded ??= foldText(text)) };
}

/** So many UTF-16 code units before and after words tell one place of them from another. */
const CONTEXT = 32;

/** Words that are to be found by themselves have, together with what is the same around them, at least this length. */
const SURE = 16;

/** Places are looked for so far from where they should be, and no more than so many of them are compared. */
const REACH = 50_000;
const MOST_PLACES = 1000;

/**
 * The likeliest place in the new text of a range's words: exact ones first, else such as differ only in case and white space;
 * of several the one with the most of its surroundings, then the nearest to `expected`. `new words only` leaves out words
 * that stood in the old text too, since they were not the range then, and words too short and bare to be sure of.
 */
export function findQuote(
  {
    before,
    after,
    changes,
    search,
  }: {
    readonly before: string;
    readonly after: string;
    readonly changes: readonly TextChange[];
    readonly search: QuoteSearch;
  },
  range: TextRange,
  expected: number,
  where: 'new words only' | 'everywhere',
): TextRange | undefined {
  const words = before.slice(range.from, range.to);
  if (words.trim() === '') return undefined;
  const near = { from: Math.max(0, expected - REACH), to: Math.min(after.length, expected + REACH) };
  const windows = where === 'everywhere' ? [near] : putIn(changes, near, words.length);
  const places = windows.flatMap((window) => exactPlaces(after, words, window));
  const found = places.length > 0 ? places : windows.flatMap((window) => foldedPlaces(search, words, window));
  const best = likeliest(before, after, range, expected, found);
  if (!best) return undefined;
  return where === 'everywhere' || best.same + words.length >= SURE ? best.place : undefined;
}

/** The stretches in which words of the length hold something that the correction put in. */
function putIn(changes: readonly TextChange[], near: TextRange, length: number): readonly TextRange[] {
  return changes.flatMap(({ newFrom, newTo }) => {
    const from = Math.max(near.from, newFrom - length + 1);
    const to = Math.min(near.to, newTo + length - 1);
    return newFrom < newTo && from < to ? [{ from, to }] : [];
  });
}

function exactPlaces(after: string, words: string, { from, to }: TextRange): readonly TextRange[] {
  const part = after.slice(from, to);
  const places: TextRange[] = [];
  for (let at = part.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = part.indexOf(words, at + 1)) {
    places.push({ from: from + at, to: from + at + words.length });
  }
  return places;
}

function foldedPlaces(search: QuoteSearch, words: string, window: TextRange): readonly TextRange[] {
  const { folded, startOf, rangeOf } = search.folded();
  const wanted = foldText(words.trim()).folded;
  const places: TextRange[] = [];
  // Folding makes a text shorter or, for few letters, longer: the window is found by bisecting what starts where.
  let at = folded.indexOf(wanted, firstFrom(startOf, folded.length, window.from));
  for (; at >= 0 && places.length < MOST_PLACES; at = folded.indexOf(wanted, at + 1)) {
    const place = rangeOf({ from: at, to: at + wanted.length });
    if (place.to > window.to) break;
    places.push(place);
  }
  return places;
}

function firstFrom(startOf: (index: number) => number, length: number, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function likeliest(
  before: string,
  after: string,
  range: TextRange,
  expected: number,
  places: readonly TextRange[],
): { readonly place: TextRange; readonly same: number } | undefined {
  let best: { place: TextRange; same: number; away: number } | undefined;
  for (const place of places) {
    if (splitsSurrogatePair(after, place.from) || splitsSurrogatePair(after, place.to)) continue;
    const same = sameBefore(before, range.from, after, place.from) + sameAfter(before, range.to, after, place.to);
    const away = Math.abs(place.from - expected);
    if (!best || same > best.same || (same === best.same && away < best.away)) best = { place, same, away };
  }
  return best;
}

/** How many code units, at most CONTEXT, are the same right before the two places. */
function sameBefore(one: string, at: number, other: string, otherAt: number): number {
  let count = 0;
  while (count < CONTEXT && count < at && one.charCodeAt(at - count - 1) === other.charCodeAt(otherAt - count - 1)) {
    count += 1;
  }
  return count;
}

function sameAfter(one: string, at: number, other: string, otherAt: number): number {
  let count = 0;
  while (
    count < CONTEXT &&
    at + count < one.length &&
    one.charCodeAt(at + count) === other.charCodeAt(otherAt + count)
  ) {
    count += 1;
  }
  return count;
}
