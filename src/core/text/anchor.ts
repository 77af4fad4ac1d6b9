import { codePointAfter, codePointBefore, isSpacedLetter } from './code-points.ts';
import { findQuote, type QuoteSearch, quoteSearch } from './find-quote.ts';
import { type TextRange } from './range.ts';
import { changesBetween, type TextChange } from './text-changes.ts';
import { trimRange } from './words.ts';

/**
 * How a range came into a corrected text: with its words, with the words as the correction has them, or found elsewhere
 * among the words that the correction put in.
 */
export type Carried = 'kept' | 'changed' | 'moved';

export interface CarriedRange {
  readonly range: TextRange;
  readonly grade: Carried;
}

/** Two versions of a text and what was changed between them, from which ranges of the old one find their place. */
export interface Anchoring {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly TextChange[];
  readonly search: QuoteSearch;
}

/** Compares the two versions; takes time in proportion to their length where the changes are few. */
export function anchoring(before: string, after: string): Anchoring {
  return { before, after, changes: changesBetween(before, after), search: quoteSearch(after) };
}

/**
 * Where a range of the old text is in the new one, or undefined where that is not certain: its edges are gone and its words
 * with their surroundings are nowhere among what the correction put in, or more than half of them were replaced. Offsets
 * are UTF-16 code units; the range found is not empty and cuts no surrogate pair if the old one does not.
 */
export function carryRange(anchors: Anchoring, range: TextRange): CarriedRange | undefined {
  const { before, after } = anchors;
  const words = before.slice(range.from, range.to);
  const touching = changesAt(anchors.changes, range);
  const mapped = mappedRange(anchors, range);
  const widened = mapped && widenedToWord(anchors, range, mapped, touching);
  if (widened) return { range: widened, grade: 'changed' };
  if (mapped && after.slice(mapped.from, mapped.to) === words) return { range: mapped, grade: 'kept' };
  const aside = movedAside(anchors, range, touching);
  if (aside) return { range: aside, grade: 'kept' };
  if (mapped && keepsEnough(range, touching)) {
    const bare = words.trim() === words ? trimRange(after, mapped) : mapped;
    if (bare) return { range: bare, grade: 'changed' };
  }
  const found = findQuote(anchors, range, expectedAt(anchors.changes, range.from), 'new words only');
  return found && { range: found, grade: 'moved' };
}

/** Where a range that cannot be carried might belong: what stands in its place now, else the likeliest same words. */
export function guessRange(anchors: Anchoring, range: TextRange): TextRange | undefined {
  const from = edgeAt(anchors, range.from, 'from') ?? changeAround(anchors.changes, range.from)!.newFrom;
  const to = edgeAt(anchors, range.to, 'to') ?? changeAround(anchors.changes, range.to)!.newTo;
  const inPlace = from < to ? trimRange(anchors.after, { from, to }) : undefined;
  return inPlace ?? findQuote(anchors, range, expectedAt(anchors.changes, range.from), 'everywhere');
}

/** The range with both edges mapped, or undefined where one is lost or nothing is left between them. */
function mappedRange(anchors: Anchoring, range: TextRange): TextRange | undefined {
  const from = edgeAt(anchors, range.from, 'from');
  const to = edgeAt(anchors, range.to, 'to');
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}

/**
 * Where an edge of the old text is in the new one: what was put in right at it stays outside, what was replaced right at it
 * stays on its side. Inside a change an edge is lost, unless the change can be pushed aside because the same letters stand
 * at its other end: whether `Lee ` or ` Lee` was taken out of `Ann Lee left` cannot be told.
 */
function edgeAt({ before, after, changes }: Anchoring, offset: number, side: 'from' | 'to'): number | undefined {
  const change = changes[firstEndingAt(changes, offset)];
  if (!change || offset < change.from) return offset + shiftBefore(changes, offset);
  const { from, to, newFrom, newTo } = change;
  if (from === to) return side === 'from' ? newTo : newFrom;
  if (offset === from) return newFrom;
  if (offset === to) return newTo;
  const tail = before.slice(offset, to);
  if (newTo >= tail.length && after.slice(newTo - tail.length, newTo) === tail) return newTo - tail.length;
  const head = before.slice(from, offset);
  return after.startsWith(head, newFrom) ? newFrom + head.length : undefined;
}

/** A letter that was added to the first or last word of a range belongs to it, other than a word put beside it. */
function widenedToWord(
  { before, after }: Anchoring,
  range: TextRange,
  mapped: TextRange,
  touching: readonly TextChange[],
): TextRange | undefined {
  let { from, to } = mapped;
  const [first, last] = [touching[0], touching.at(-1)];
  const startsWord = !isSpacedLetter(codePointBefore(before, range.from));
  if (first && first.to === range.from && first.from === first.to && startsWord) {
    if (isSpacedLetter(codePointAfter(after, from))) from = wordStart(after, from, first.newFrom);
  }
  const endsWord = !isSpacedLetter(codePointAfter(before, range.to));
  if (last && last.from === range.to && last.from === last.to && endsWord) {
    if (isSpacedLetter(codePointBefore(after, to))) to = wordEnd(after, to, last.newTo);
  }
  return from < mapped.from || to > mapped.to ? { from, to } : undefined;
}

function wordStart(text: string, offset: number, least: number): number {
  let at = offset;
  for (let letter = codePointBefore(text, at); at > least && isSpacedLetter(letter);) {
    at -= letter.length;
    letter = codePointBefore(text, at);
  }
  return at;
}

function wordEnd(text: string, offset: number, most: number): number {
  let at = offset;
  for (let letter = codePointAfter(text, at); at < most && isSpacedLetter(letter);) {
    at += letter.length;
    letter = codePointAfter(text, at);
  }
  return at;
}

/**
 * A comparison may lay a change into a range though it happened beside it: after `He ` was put before `He left`, either `He `
 * may be the new one. The words are kept where everything from the range to the far end of the change is as it was.
 */
function movedAside(
  { before, after }: Anchoring,
  range: TextRange,
  touching: readonly TextChange[],
): TextRange | undefined {
  const [first, last] = [touching[0], touching.at(-1)];
  if (!first || !last) return undefined;
  const stays = (from: number, to: number, shift: number): boolean =>
    from + shift >= 0 && after.startsWith(before.slice(from, to), from + shift);
  const early = first.newFrom - first.from;
  if (stays(Math.min(first.from, range.from), range.to, early)) return shifted(range, early);
  const late = last.newTo - last.to;
  if (stays(range.from, Math.max(last.to, range.to), late)) return shifted(range, late);
  return undefined;
}

/** True where at least half of the range was left as it was, or no more than two letters of it were replaced by two. */
function keepsEnough(range: TextRange, touching: readonly TextChange[]): boolean {
  let [replaced, put] = [0, 0];
  for (const { from, to, newFrom, newTo } of touching) {
    replaced += Math.max(0, Math.min(to, range.to) - Math.max(from, range.from));
    put += newTo - newFrom;
  }
  const length = range.to - range.from;
  return 2 * replaced <= length || (replaced < length && replaced <= 2 && put <= 2);
}

function shifted({ from, to }: TextRange, shift: number): TextRange {
  return { from: from + shift, to: to + shift };
}

/** Where the offset would be if what was changed around it had only been put aside. */
function expectedAt(changes: readonly TextChange[], offset: number): number {
  const around = changeAround(changes, offset);
  return around ? around.newFrom : offset + shiftBefore(changes, offset);
}

function changeAround(changes: readonly TextChange[], offset: number): TextChange | undefined {
  const change = changes[firstEndingAt(changes, offset)];
  return change && change.from < offset && offset < change.to ? change : undefined;
}

/** The changes that lie in the range or touch it. */
function changesAt(changes: readonly TextChange[], { from, to }: TextRange): readonly TextChange[] {
  const first = firstEndingAt(changes, from);
  let end = first;
  while (end < changes.length && changes[end]!.from <= to) end += 1;
  return changes.slice(first, end);
}

function shiftBefore(changes: readonly TextChange[], offset: number): number {
  const last = changes[firstEndingAt(changes, offset) - 1];
  return last ? last.newTo - last.to : 0;
}

/** Index of the first change that ends at the offset or after it. */
function firstEndingAt(changes: readonly TextChange[], offset: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.to < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
