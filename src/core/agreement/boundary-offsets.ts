import { extentOf } from '#core/spans/span.ts';
import { type SpanMatch } from './match-pair.ts';

/** How many matched spans are off by so many UTF-16 code units. */
export interface OffsetCount {
  readonly offset: number;
  readonly count: number;
}

/**
 * Where the second annotator starts and ends as seen from the first, over matched spans of one label: a positive offset is
 * further right. Of several pairs together each case is counted from both sides. Smallest offset first.
 */
export interface BoundaryOffsets {
  readonly starts: readonly OffsetCount[];
  readonly ends: readonly OffsetCount[];
}

/** Offsets as they are counted, before they are put in order. */
export interface OffsetTally {
  readonly starts: Map<number, number>;
  readonly ends: Map<number, number>;
}

/** A tally of nothing. */
export function emptyOffsets(): OffsetTally {
  return { starts: new Map(), ends: new Map() };
}

/** Counts a matched pair of spans, by the first start and the last end of each. */
export function addOffsets(tally: OffsetTally, { one, other }: SpanMatch): void {
  const [a, b] = [extentOf(one), extentOf(other)];
  add(tally.starts, b.from - a.from, 1);
  add(tally.ends, b.to - a.to, 1);
}

/** The tally in order. */
export function offsetsOf({ starts, ends }: OffsetTally): BoundaryOffsets {
  return { starts: inOrder(starts), ends: inOrder(ends) };
}

/** Tallies of several pairs as one, each case counted from both sides. */
export function joinOffsets(tallies: readonly OffsetTally[]): BoundaryOffsets {
  const joined = emptyOffsets();
  for (const tally of tallies) {
    for (const edge of ['starts', 'ends'] as const) {
      for (const [offset, count] of tally[edge]) {
        add(joined[edge], offset, count);
        add(joined[edge], -offset, count);
      }
    }
  }
  return offsetsOf(joined);
}

function add(counts: Map<number, number>, offset: number, count: number): void {
  // Otherwise −0 would be a key of its own in what is written from it.
  const key = offset === 0 ? 0 : offset;
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function inOrder(counts: ReadonlyMap<number, number>): readonly OffsetCount[] {
  return [...counts].map(([offset, count]) => ({ offset, count })).toSorted((a, b) => a.offset - b.offset);
}
