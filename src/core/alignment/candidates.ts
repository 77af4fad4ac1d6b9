import { type Closeness } from './closeness.ts';

/** Units that may make a tuple, in order, and what the tuple costs in billionths. */
export interface Candidate {
  readonly units: readonly number[];
  readonly cost: number;
  /** Everybody has a unit in it, at no cost. */
  readonly isPerfect: boolean;
}

/** Which tuples to list. */
export interface Wanted {
  /** What each unit costs at least, and how much dearer than its units a tuple may be. */
  readonly shares: readonly number[];
  readonly room: number;
  /** How many tuples may begin with the same unit: further ones are passed over. */
  readonly perStart: number;
  /** How many there may be in all. */
  readonly limit: number;
}

/**
 * Where candidates of a part are looked for. The arrays are written over by each of the many thousand short steps of a search,
 * and by the next search: for each number of units that a growing tuple may have they hold a row.
 */
export interface CandidateSearch {
  readonly part: Closeness;
  readonly annotatorOf: Int32Array;
  /** Those of the growing tuple. */
  readonly units: Int32Array;
  /** What each of its units costs with the others. */
  readonly sums: Float64Array;
  /** Later units that are near all of its units, what each of these would add to the excess, and how many there may be. */
  readonly open: Int32Array;
  readonly adding: Float64Array;
  readonly mostOpen: number;
  /** For each annotator, how much the excess grows at least by others that come in beside one of this annotator's. */
  readonly withOthers: Float64Array;
  /** What each annotator's cheapest open unit adds, and the same in order. */
  readonly least: Float64Array;
  readonly inOrder: Float64Array;
}

interface Listing {
  readonly room: number;
  readonly found: Candidate[];
  most: number;
}

/** Makes room for searches in the part. */
export function candidateSearch(part: Closeness): CandidateSearch {
  const { annotators, annotatorOf, near } = part;
  let mostOpen = 0;
  for (const others of near) mostOpen = Math.max(mostOpen, others.length);
  return {
    part,
    annotatorOf: Int32Array.from(annotatorOf),
    units: new Int32Array(annotators),
    sums: new Float64Array(annotators * annotators),
    open: new Int32Array(annotators * mostOpen),
    adding: new Float64Array(annotators * mostOpen),
    mostOpen,
    withOthers: new Float64Array(annotators * annotators),
    least: new Float64Array(annotators),
    inOrder: new Float64Array(annotators),
  };
}

/**
 * The tuples of the part that a best alignment may have, in the order of their units; undefined where there are more than
 * the limit. A tuple is left out where it would be no dearer to take one of its units out, and where it is dearer by more
 * than `room` than its units are at least.
 */
export function candidatesIn(search: CandidateSearch, wanted: Wanted): readonly Candidate[] | undefined {
  const { part, units, open, adding } = search;
  const { near, missing, alone, costs, reach } = part;
  const { shares, room, perStart, limit } = wanted;
  const listing: Listing = { room, found: [], most: 0 };
  for (let first = 0; first < near.length; first += 1) {
    let count = 0;
    for (const other of near[first]!) {
      if (other < first) continue;
      open[count] = other;
      adding[count] = costs[first * reach + other - first]! - missing - shares[other]!;
      count += 1;
    }
    units[0] = first;
    listing.most = Math.min(listing.found.length + perStart, limit + 1);
    extend(search, listing, 1, count, alone - shares[first]!);
    if (listing.found.length > limit) return undefined;
  }
  return listing.found;
}

/** Lists the tuple of the first `size` units and those with more of the `count` units that are open, until there are enough. */
function extend(search: CandidateSearch, listing: Listing, size: number, count: number, excess: number): void {
  if (!mayGrow(search, listing, size, excess) || count === 0) return;
  leastWithOthers(search, size, count);
  const { part, annotatorOf, units, sums, open, adding, mostOpen, withOthers } = search;
  const { annotators, missing, costs, reach } = part;
  const [sumsAt, openAt] = [(size - 1) * annotators, (size - 1) * mostOpen];
  const end = openAt + count;
  for (let at = openAt; at < end; at += 1) {
    if (listing.found.length >= listing.most) return;
    const unit = open[at]!;
    if (excess + adding[at]! + withOthers[sumsAt + annotatorOf[unit]!]! > listing.room) continue;
    let sum = 0;
    for (let index = 0; index < size; index += 1) {
      const cost = costs[units[index]! * reach + unit - units[index]!]!;
      sums[sumsAt + annotators + index] = sums[sumsAt + index]! + cost;
      sum += cost;
    }
    sums[sumsAt + annotators + size] = sum;
    units[size] = unit;
    let next = openAt + mostOpen;
    for (let later = at + 1; later < end && open[later]! - unit < reach; later += 1) {
      const cost = costs[unit * reach + open[later]! - unit]!;
      if (cost === Infinity) continue;
      open[next] = open[later]!;
      adding[next] = adding[later]! + cost - missing;
      next += 1;
    }
    extend(search, listing, size + 1, next - openAt - mostOpen, excess + adding[at]!);
  }
}

/** Lists the tuple of the first `size` units if it is to be listed; false where none with more units is. */
function mayGrow({ part, units, sums }: CandidateSearch, listing: Listing, size: number, excess: number): boolean {
  const { annotators, missing, alone } = part;
  const others = size - 1;
  let most = 0;
  let within = 0;
  for (let at = others * annotators; at < others * annotators + size; at += 1) {
    most = Math.max(most, sums[at]!);
    within += sums[at]! / 2;
  }
  if (most >= alone + (annotators - 1) * missing) return false;
  if (excess <= listing.room && (others === 0 || most < alone + others * missing)) {
    const cost = within + alone - ((size * others) / 2) * missing;
    listing.found.push({ units: Array.from(units.subarray(0, size)), cost, isPerfect: cost === 0 });
  }
  return true;
}

/**
 * Finds for each annotator how much the excess grows at least by units of others, none or more, that come in beside one of
 * this annotator's, and beyond what each of them adds now.
 */
function leastWithOthers(search: CandidateSearch, size: number, count: number): void {
  const { part, annotatorOf, open, adding, mostOpen, withOthers, least, inOrder } = search;
  const { annotators, missing } = part;
  least.fill(Infinity);
  const openAt = (size - 1) * mostOpen;
  for (let at = openAt; at < openAt + count; at += 1) {
    const annotator = annotatorOf[open[at]!]!;
    if (adding[at]! < least[annotator]!) least[annotator] = adding[at]!;
  }
  const known = sortedInto(inOrder, least);
  for (let annotator = 0; annotator < annotators; annotator += 1) {
    let isPassed = false;
    let sum = 0;
    let growth = 0;
    let beside = 1;
    for (let rank = 0; rank < known; rank += 1) {
      if (!isPassed && inOrder[rank] === least[annotator]) {
        isPassed = true;
        continue;
      }
      // Two of those that come in save an annotator without a span, and are at best as near as can be. The first may cost
      // more than it saves, and yet be worth it with the next.
      sum += inOrder[rank]! - beside * missing;
      if (sum < growth) growth = sum;
      beside += 1;
    }
    withOthers[(size - 1) * annotators + annotator] = growth;
  }
}

/** Puts the numbers that are not Infinity into order, and gives how many they are. */
function sortedInto(inOrder: Float64Array, numbers: Float64Array): number {
  let known = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index]!;
    if (number === Infinity) continue;
    let at = known;
    for (; at > 0 && inOrder[at - 1]! > number; at -= 1) inOrder[at] = inOrder[at - 1]!;
    inOrder[at] = number;
    known += 1;
  }
  return known;
}
