import { total } from '#core/text/total.ts';
import { type Candidate } from './candidates.ts';
import { betterShares, excessOf } from './least-shares.ts';

interface Choice {
  readonly candidate: Candidate;
  /** How much dearer it is than what its units cost at least. */
  readonly excess: number;
  readonly rank: number;
}

/** How the units from some place on are covered: by this choice and, after it, the rest. */
interface Cover {
  readonly excess: number;
  readonly perfect: number;
  readonly choice: Choice | undefined;
  readonly rest: Cover | undefined;
}

/** What a search found. */
export interface Found {
  /** The tuples; undefined where none costs so little, or the search took more steps than it may. */
  readonly tuples: readonly (readonly number[])[] | undefined;
  readonly nodes: number;
}

const DONE: Cover = { excess: 0, perfect: 0, choice: undefined, rest: undefined };

/** Steps after which it pays to look for better bounds before going on. */
const QUICK = 200;

/**
 * The cheapest choice of candidates that has each unit exactly once and costs no more than `most`, where no candidate costs
 * less than the shares of its units. Branch and bound: the first unit without a tuple gets each candidate that starts with
 * it, the most promising first, as long as the bound of the rest allows. What is known about a set of units that are left is
 * kept, so that no such set is solved twice.
 */
export function cheapestCover(
  candidates: readonly Candidate[],
  shares: readonly number[],
  most: number,
  nodeLimit: number,
): Found {
  const found = searchCover(candidates, shares, most, Math.min(QUICK, nodeLimit));
  if (found.nodes <= QUICK || nodeLimit <= QUICK) return found;
  // What is too dear by the first bounds needs no better ones.
  const room = most - total(shares);
  const left = candidates.filter((each) => excessOf(each, shares) <= room);
  const again = searchCover(left, betterShares(shares, left, most), most, nodeLimit);
  return { ...again, nodes: found.nodes + again.nodes };
}

function searchCover(
  candidates: readonly Candidate[],
  shares: readonly number[],
  most: number,
  nodeLimit: number,
): Found {
  const room = most - total(shares);
  const startingAt = choicesByStart(candidates, shares, room);
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
      if (choice.candidate.units.some((place) => isTaken[place])) continue;
      for (const place of choice.candidate.units) isTaken[place] = true;
      const rest = cover(first + 1, Math.max(reach, choice.candidate.units.at(-1)!), left);
      for (const place of choice.candidate.units) isTaken[place] = false;
      if (rest) best = betterOf(best, withChoice(choice, rest));
    }
    return best;
  };

  const best = cover(0, -1, room);
  if (!best || nodes > nodeLimit) return { tuples: undefined, nodes };
  const tuples: (readonly number[])[] = [];
  for (let step: Cover | undefined = best; step?.choice; step = step.rest) tuples.push(step.choice.candidate.units);
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

/** The candidates that leave something of `room`, by their first unit, the most promising first. */
function choicesByStart(
  candidates: readonly Candidate[],
  shares: readonly number[],
  room: number,
): readonly (readonly Choice[])[] {
  const startingAt = shares.map((): Choice[] => []);
  for (const [rank, candidate] of candidates.entries()) {
    const excess = excessOf(candidate, shares);
    if (excess <= room) startingAt[candidate.units[0]!]!.push({ candidate, excess, rank });
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
