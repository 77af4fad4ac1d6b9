import { type Candidate } from './candidates.ts';
import { betterShares, excessOf, leastShares, type Placed } from './least-shares.ts';

interface Choice {
  readonly candidate: Candidate;
  /** How much dearer it is than what its units cost at least. */
  readonly excess: number;
  readonly rank: number;
  /** Positions of its units in the part. */
  readonly at: readonly number[];
}

/** How the units from some place on are covered: by this choice and, after it, the rest. */
interface Cover {
  readonly excess: number;
  readonly perfect: number;
  readonly choice: Choice | undefined;
  readonly rest: Cover | undefined;
}

interface Found {
  /** The tuples; undefined where the search took more than `nodeLimit` steps. */
  readonly tuples: readonly (readonly number[])[] | undefined;
  readonly nodes: number;
}

const DONE: Cover = { excess: 0, perfect: 0, choice: undefined, rest: undefined };

/** Steps after which it pays to look for better bounds before going on. */
const QUICK = 200;

/**
 * The cheapest choice of candidates that has each unit of the part exactly once; `most` is what some choice costs, and every
 * unit is a candidate by itself. Branch and bound: the first unit without a tuple gets each candidate that starts with it,
 * the most promising first, as long as the bound of the rest allows. What is known about a set of units that are left is
 * kept, so that no such set is solved twice.
 */
export function cheapestCover(
  part: readonly number[],
  candidates: readonly Candidate[],
  most: number,
  nodeLimit: number,
): Found {
  const placeOf = new Map(part.map((unit, place) => [unit, place]));
  const placed = candidates.map(({ units, cost }) => ({ cost, at: units.map((unit) => placeOf.get(unit)!) }));
  const shares = leastShares(part.length, placed);
  const found = searchCover(candidates, placed, shares, most, Math.min(QUICK, nodeLimit));
  if (found.tuples || nodeLimit <= QUICK) return found;
  // What is too dear by the first bounds needs no better ones.
  const room = shares.reduce((left, share) => left - share, most);
  const isLeft = placed.map((each) => excessOf(each, shares) <= room);
  const left = placed.filter((_, rank) => isLeft[rank]);
  const again = searchCover(
    candidates.filter((_, rank) => isLeft[rank]),
    left,
    betterShares(shares, left, most),
    most,
    nodeLimit,
  );
  return { ...again, nodes: found.nodes + again.nodes };
}

function searchCover(
  candidates: readonly Candidate[],
  placed: readonly Placed[],
  shares: readonly number[],
  most: number,
  nodeLimit: number,
): Found {
  const room = shares.reduce((left, share) => left - share, most);
  const startingAt = choicesByStart(candidates, placed, shares, room);
  const isTaken = shares.map(() => false);
  const covers = new Map<string, Cover>();
  const dearerThan = new Map<string, number>();
  let nodes = 0;

  /** The best cover of all units that are not taken; undefined where it costs more than `limit`. */
  const cover = (from: number, reach: number, limit: number): Cover | undefined => {
    let first = from;
    while (isTaken[first]) first += 1;
    if (first === isTaken.length) return DONE;
    const key = keyOf(isTaken, first, reach);
    const known = covers.get(key);
    if (known) return known.excess <= limit ? known : undefined;
    if ((dearerThan.get(key) ?? -1) >= limit) return undefined;
    const best = branch(first, reach, limit);
    if (best) covers.set(key, best);
    else dearerThan.set(key, limit);
    return best;
  };

  const branch = (first: number, reach: number, limit: number): Cover | undefined => {
    nodes += 1;
    let best: Cover | undefined;
    for (const choice of startingAt[first]!) {
      const left = (best?.excess ?? limit) - choice.excess;
      if (left < 0 || nodes > nodeLimit) break;
      if (choice.at.some((place) => isTaken[place])) continue;
      for (const place of choice.at) isTaken[place] = true;
      const rest = cover(first + 1, Math.max(reach, choice.at.at(-1)!), left);
      for (const place of choice.at) isTaken[place] = false;
      if (rest) best = betterOf(best, withChoice(choice, rest));
    }
    return best;
  };

  const best = cover(0, -1, room);
  if (nodes > nodeLimit) return { tuples: undefined, nodes };
  const tuples: (readonly number[])[] = [];
  for (let step = best; step?.choice; step = step.rest) tuples.push(step.choice.candidate.units);
  return { tuples, nodes };
}

function withChoice(choice: Choice, rest: Cover): Cover {
  const perfect = rest.perfect + (choice.candidate.isPerfect ? 1 : 0);
  return { excess: rest.excess + choice.excess, perfect, choice, rest };
}

function betterOf(known: Cover | undefined, next: Cover): Cover {
  if (!known) return next;
  const order = known.excess - next.excess || next.perfect - known.perfect || known.choice!.rank - next.choice!.rank;
  return order > 0 ? next : known;
}

/** The candidates that leave something of `room`, by the place of their first unit, the most promising first. */
function choicesByStart(
  candidates: readonly Candidate[],
  placed: readonly Placed[],
  shares: readonly number[],
  room: number,
): readonly (readonly Choice[])[] {
  const startingAt = shares.map((): Choice[] => []);
  for (const [rank, each] of placed.entries()) {
    const { at } = each;
    const excess = excessOf(each, shares);
    if (excess <= room) startingAt[at[0]!]!.push({ candidate: candidates[rank]!, excess, rank, at });
  }
  return startingAt.map((choices) => choices.toSorted((a, b) => a.excess - b.excess || a.rank - b.rank));
}

/** Tells which units are left: all from `first` on but those taken, of which the last one is at `reach`. */
function keyOf(isTaken: readonly boolean[], first: number, reach: number): string {
  let key = String.fromCodePoint(first);
  for (let start = first + 1; start <= reach; start += 15) {
    let bits = 0;
    for (let place = start; place < start + 15; place += 1) bits = bits * 2 + (isTaken[place] ? 1 : 0);
    key += String.fromCharCode(bits);
  }
  return key;
}
