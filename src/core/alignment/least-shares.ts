import { type Candidate } from './candidates.ts';

/** A candidate by its cost and the positions of its units in their part. */
export interface Placed extends Pick<Candidate, 'cost'> {
  readonly at: readonly number[];
}

/**
 * What each of the units costs at least, in whole numbers: no candidate costs less than the sum of its units, and so no cover
 * less than the sum of all. At first an equal share in its cheapest candidate, then raised as far as all candidates allow.
 */
export function leastShares(size: number, candidates: readonly Placed[]): readonly number[] {
  const shares = Array.from({ length: size }, () => Infinity);
  for (const { cost, at } of candidates) {
    for (const place of at) shares[place] = Math.min(shares[place]!, Math.floor(cost / at.length));
  }
  return raised(shares, candidates);
}

/**
 * Such shares with a greater sum, for parts whose search takes long; `most` is what some cover costs. By steps in the
 * direction in which units that too many candidates undercut become cheaper and those that none does dearer (the subgradient
 * method), after which shares that are too high are taken back.
 */
export function betterShares(
  shares: readonly number[],
  candidates: readonly Placed[],
  most: number,
): readonly number[] {
  let best = shares;
  let bestBound = sumOf(shares);
  let now = [...shares];
  let pace = 1;
  for (let step = 0; step < 120 && bestBound < most; step += 1) {
    const pull = now.map(() => 1);
    let bound = sumOf(now);
    for (const candidate of candidates) {
      const excess = excessOf(candidate, now);
      if (excess >= 0) continue;
      bound += excess;
      for (const place of candidate.at) pull[place]! -= 1;
    }
    if (bound > bestBound) [best, bestBound] = [now, bound];
    else pace *= 0.95;
    const size = pull.reduce((sum, each) => sum + each * each, 0);
    if (size === 0) break;
    const stride = (pace * (most - bound)) / size;
    now = now.map((share, place) => share + stride * pull[place]!);
  }
  const fair = raised(lowered(best, candidates), candidates);
  return sumOf(fair) > sumOf(shares) ? fair : shares;
}

/** How much dearer the candidate is than its units are at least. */
export function excessOf({ cost, at }: Placed, shares: readonly number[]): number {
  let excess = cost;
  for (const place of at) excess -= shares[place]!;
  return excess;
}

function lowered(shares: readonly number[], candidates: readonly Placed[]): number[] {
  const fair = shares.map(Math.floor);
  for (const candidate of candidates) {
    const excess = excessOf(candidate, fair);
    const { at } = candidate;
    if (excess < 0) for (const place of at) fair[place]! += Math.floor(excess / at.length);
  }
  return fair;
}

function raised(shares: number[], candidates: readonly Placed[]): readonly number[] {
  const having = shares.map((): number[] => []);
  const slack = candidates.map((candidate, rank) => {
    for (const place of candidate.at) having[place]!.push(rank);
    return excessOf(candidate, shares);
  });
  for (const [place, ranks] of having.entries()) {
    const room = ranks.reduce((least, rank) => Math.min(least, slack[rank]!), Infinity);
    shares[place]! += room;
    for (const rank of ranks) slack[rank]! -= room;
  }
  return shares;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
