import { total } from '#core/text/total.ts';
import { type Candidate } from './candidates.ts';

/** How many steps `betterShares` takes at most: the first few dozen bring nearly all that it can find. */
const STEPS = 70;

/** Units that may be taken together, and what that costs. */
export type Priced = Pick<Candidate, 'cost' | 'units'>;

/**
 * What each of the units costs at least, in whole numbers: no candidate costs less than the sum of its units, and so no cover
 * less than the sum of all. At first an equal share in its cheapest candidate, then raised as far as all candidates allow.
 */
export function leastShares(size: number, candidates: readonly Priced[]): readonly number[] {
  const shares = Array.from({ length: size }, () => Infinity);
  for (const { cost, units } of candidates) {
    const share = Math.floor(cost / units.length);
    for (const place of units) if (share < shares[place]!) shares[place] = share;
  }
  return raised(shares, flattened(candidates));
}

/**
 * Such shares with a greater sum, for parts whose search takes long; `most` is what some cover costs. By steps in the
 * direction in which units that too many candidates undercut become cheaper and those that none does dearer (the subgradient
 * method), after which shares that are too high are taken back.
 */
export function betterShares(
  shares: readonly number[],
  candidates: readonly Priced[],
  most: number,
): readonly number[] {
  const flat = flattened(candidates);
  const pull = new Float64Array(shares.length);
  const now = Float64Array.from(shares);
  const best = Float64Array.from(shares);
  let bestBound = total(shares);
  let pace = 1;
  for (let step = 0; step < STEPS && bestBound < most; step += 1) {
    const bound = pulled(pull, now, flat);
    if (bound > bestBound) {
      bestBound = bound;
      best.set(now);
    } else {
      pace *= 0.95;
    }
    let size = 0;
    for (let place = 0; place < pull.length; place += 1) size += pull[place]! * pull[place]!;
    if (size === 0) break;
    const stride = (pace * (most - bound)) / size;
    for (let place = 0; place < pull.length; place += 1) now[place]! += stride * pull[place]!;
  }
  const fair = fittedFlat(best, flat);
  return total(fair) > total(shares) ? fair : shares;
}

/** The shares in whole numbers, lowered where a candidate undercuts them and then raised as far as all candidates allow. */
export function fitted(shares: ArrayLike<number>, candidates: readonly Priced[]): readonly number[] {
  return fittedFlat(shares, flattened(candidates));
}

function fittedFlat(shares: ArrayLike<number>, flat: Flat): readonly number[] {
  return raised(lowered(shares, flat), flat);
}

/** Candidates in three rows of numbers, for loops that go through them a hundred times: those of `rank` end at `ends[rank]`. */
interface Flat {
  readonly costs: Float64Array;
  readonly ends: Int32Array;
  readonly units: Int32Array;
}

function flattened(candidates: readonly Priced[]): Flat {
  const costs = new Float64Array(candidates.length);
  const ends = new Int32Array(candidates.length);
  let end = 0;
  for (let rank = 0; rank < candidates.length; rank += 1) {
    costs[rank] = candidates[rank]!.cost;
    end += candidates[rank]!.units.length;
    ends[rank] = end;
  }
  const units = new Int32Array(end);
  let at = 0;
  for (let rank = 0; rank < candidates.length; rank += 1) {
    for (const unit of candidates[rank]!.units) units[at++] = unit;
  }
  return { costs, ends, units };
}

/** Sets for each unit in which direction its share should go, and gives the bound that the shares amount to. */
function pulled(pull: Float64Array, shares: Float64Array, { costs, ends, units }: Flat): number {
  pull.fill(1);
  let bound = 0;
  for (let place = 0; place < shares.length; place += 1) bound += shares[place]!;
  for (let rank = 0, start = 0; rank < costs.length; start = ends[rank]!, rank += 1) {
    let excess = costs[rank]!;
    for (let at = start; at < ends[rank]!; at += 1) excess -= shares[units[at]!]!;
    if (excess >= 0) continue;
    bound += excess;
    for (let at = start; at < ends[rank]!; at += 1) pull[units[at]!]! -= 1;
  }
  return bound;
}

/** How much dearer the candidate is than its units are at least. */
export function excessOf({ cost, units }: Priced, shares: ArrayLike<number>): number {
  let excess = cost;
  for (const place of units) excess -= shares[place]!;
  return excess;
}

function lowered(shares: ArrayLike<number>, { costs, ends, units }: Flat): number[] {
  const fair = Array.from(shares, Math.floor);
  for (let rank = 0, start = 0; rank < costs.length; start = ends[rank]!, rank += 1) {
    let excess = costs[rank]!;
    for (let at = start; at < ends[rank]!; at += 1) excess -= fair[units[at]!]!;
    if (excess >= 0) continue;
    const step = Math.floor(excess / (ends[rank]! - start));
    for (let at = start; at < ends[rank]!; at += 1) fair[units[at]!]! += step;
  }
  return fair;
}

/** Raises the share of the first unit as far as its candidates allow, then that of the second, and so on. */
function raised(shares: number[], { costs, ends, units }: Flat): readonly number[] {
  const having = shares.map((): number[] => []);
  const slack = costs.slice();
  for (let rank = 0, start = 0; rank < costs.length; start = ends[rank]!, rank += 1) {
    for (let at = start; at < ends[rank]!; at += 1) {
      slack[rank]! -= shares[units[at]!]!;
      having[units[at]!]!.push(rank);
    }
  }
  for (let place = 0; place < shares.length; place += 1) {
    let room = Infinity;
    for (const rank of having[place]!) room = Math.min(room, slack[rank]!);
    shares[place]! += room;
    for (const rank of having[place]!) slack[rank]! -= room;
  }
  return shares;
}
