import { freezeText } from './freeze.ts';
import { type TextRange } from './range.ts';

/** Where a range of one text is in another; undefined where nothing of it is there. */
export type CarryRange = (range: TextRange) => TextRange | undefined;

/** The text without white space and control characters: equal for two texts that differ only in these. */
export function withoutSpaces(text: string): string {
  return text.toWellFormed().replaceAll(SPACES, '');
}

const SPACES = /[\s\p{Cc}]+/gu;

/**
 * How ranges of one text are carried to another that is the same, the same but for line ends and a byte order mark, or the
 * same but for white space and control characters; undefined where the texts differ in more. Offsets are UTF-16 code units.
 */
export function carryBetween(from: string, to: string): CarryRange | undefined {
  if (from === to) return (range) => range;
  if (freezeText(from).text === to) return pastRemoved(removedByFreezing(from));
  if (withoutSpaces(from) !== withoutSpaces(to)) return undefined;
  // Each white space or control character was replaced by one other.
  if (from.length === to.length && spacedAlike(from, to)) return (range) => range;
  return betweenLetters(letterOffsets(from), letterOffsets(to));
}

/** True where white space is in the same places of two texts that are the same without it. */
function spacedAlike(one: string, other: string): boolean {
  return spacePlaces(one) === spacePlaces(other);
}

function spacePlaces(text: string): string {
  return Array.from(text.matchAll(SPACES), ({ 0: { length }, index }) => `${index} ${length}`).join();
}

/** Where freezing takes a code unit away: byte order marks at the start, and the CR of each CRLF. */
function removedByFreezing(text: string): readonly number[] {
  const marks = /^\uFEFF*/.exec(text)![0].length;
  const returns = Array.from(text.matchAll(/\r\n/g), ({ index }) => index);
  return [...Array.from({ length: marks }, (_, index) => index), ...returns];
}

function pastRemoved(removed: readonly number[]): CarryRange {
  const carry = (offset: number): number => offset - countBelow(removed, offset);
  return (range) => notEmpty(carry(range.from), carry(range.to));
}

/** The offset of each code unit that is no white space, and one behind the last. */
function letterOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length);
  let count = 0;
  let at = 0;
  const take = (end: number): void => {
    for (; at < end; at += 1) offsets[count++] = at;
  };
  for (const { 0: spaces, index } of text.matchAll(SPACES)) {
    take(index);
    at = index + spaces.length;
  }
  take(text.length);
  return offsets.subarray(0, count);
}

/** White space at the edges of a range is left behind, since nothing says how much of it there is. */
function betweenLetters(from: Uint32Array, to: Uint32Array): CarryRange {
  return (range) => {
    const first = countBelow(from, range.from);
    const last = countBelow(from, range.to) - 1;
    return first <= last ? notEmpty(to[first]!, to[last]! + 1) : undefined;
  };
}

function notEmpty(from: number, to: number): TextRange | undefined {
  return from < to ? { from, to } : undefined;
}

/** How many of the sorted numbers are smaller than the limit. */
function countBelow(sorted: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
