import { total } from '#core/text/total.ts';
import { type Candidate, type CandidateSearch, candidatesIn } from './candidates.ts';
import { totalCost, tupleCost } from './closeness.ts';
import { betterShares, leastShares, type Priced } from './least-shares.ts';
import { tightShares } from './tight-shares.ts';

/** How often the bounds are corrected before they are given up. */
const ROUNDS = 40;

/** How often they are then made tighter. */
const TIGHTER_ROUNDS = 40;

/** How many of the tuples that undercut the bounds are added for each unit that they may begin with. */
const PER_START = 12;

/**
 * What each unit costs at least, with a sum near the greatest that no tuple of the part undercuts; undefined where it was not
 * found. Looked for among a few tuples, this good alignment's first, and corrected by tuples that cost less than their units
 * should, until there is none (column generation). Bounds within `near` of what the good alignment costs are near enough.
 */
export function closeBounds(
  search: CandidateSearch,
  good: readonly (readonly number[])[],
  near = 0,
): readonly number[] | undefined {
  const { part } = search;
  const cost = totalCost(good, part);
  const known: Priced[] = [
    ...part.near.map((_, unit) => ({ units: [unit], cost: part.alone })),
    ...good.map((units) => ({ units, cost: tupleCost(units, part) })),
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    const shares = betterShares(leastShares(part.near.length, known), known, cost);
    const cheaper = undercutting(shares, search);
    if (cheaper.length === 0) return cost - total(shares) > near ? tighter(shares, known, search) : shares;
    known.push(...cheaper);
  }
  return undefined;
}

/** As tight as bounds can be where that is found: nearly always what the best alignment costs. Else these, which are close. */
function tighter(close: readonly number[], known: readonly Priced[], search: CandidateSearch): readonly number[] {
  const { part } = search;
  const program = tightShares(part.near.length, part.alone);
  program.add(known);
  for (let round = 0; round < TIGHTER_ROUNDS; round += 1) {
    const shares = program.find();
    // As tight as among the known tuples, and no other undercuts them.
    if (total(shares) <= total(close) + part.near.length) return close;
    const cheaper = undercutting(shares, search);
    if (cheaper.length === 0) return shares;
    program.add(cheaper);
  }
  return close;
}

function undercutting(shares: readonly number[], search: CandidateSearch): readonly Candidate[] {
  return candidatesIn(search, { shares, room: -1, perStart: PER_START, limit: Infinity })!;
}
