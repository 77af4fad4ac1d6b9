import { total } from '#core/text/total.ts';
import { type Candidate, candidateSearch, candidatesIn } from './candidates.ts';
import { cheapestCover, type Found } from './cheapest-cover.ts';
import { closeBounds } from './close-bounds.ts';
import { type Closeness, totalCost } from './closeness.ts';
import { leastShares } from './least-shares.ts';
import { pairShares } from './pair-shares.ts';

/** A part of at most so many units has few tuples, whatever the bounds. */
const SMALL = 9;

/** What is tried first is so much nearer to the bound than a good alignment is, and then so much further each time. */
const FIRST_TRY = 32;
const FURTHER = 2;

/** Within so much of the bound, in billionths, few tuples are listed anyway. */
const NEAR = 200_000_000;

/**
 * The cheapest alignment of a part of which a good one is known. In a large part only tuples near their bounds are listed
 * and searched, and then more until something is found: that is the best, as every tuple of a better one would be nearer.
 */
export function cheapestAlignment(
  part: Closeness,
  good: readonly (readonly number[])[],
  nodeLimit: number,
  small = SMALL,
): Found {
  const isLarge = part.near.length > small;
  const cost = totalCost(good, part);
  const search = candidateSearch(part);
  const shares = (isLarge ? closeBounds(search, good, NEAR) : undefined) ?? pairShares(part);
  const gap = cost - total(shares);
  let nodes = 0;
  const start = Math.max(NEAR, Math.ceil(gap / FIRST_TRY));
  for (let room = isLarge ? Math.min(gap, start) : gap; ; room = Math.min(gap, room * FURTHER)) {
    const candidates = candidatesIn(search, { shares, room, perStart: Infinity, limit: nodeLimit });
    if (!candidates) return { tuples: undefined, nodes };
    if (hasAll(candidates, part.near.length)) {
      const most = cost - gap + room;
      const least = leastShares(part.near.length, candidates);
      const found = cheapestCover(candidates, total(least) > total(shares) ? least : shares, most, nodeLimit - nodes);
      nodes += found.nodes;
      if (found.tuples || nodes > nodeLimit) return { ...found, nodes };
    }
    if (room === gap) return { tuples: undefined, nodes };
  }
}

function hasAll(candidates: readonly Candidate[], size: number): boolean {
  const isIn = new Uint8Array(size);
  let missing = size;
  for (const { units } of candidates) {
    for (const unit of units) {
      if (isIn[unit] === 0) missing -= 1;
      isIn[unit] = 1;
    }
  }
  return missing === 0;
}
