import { type Candidate } from './candidates.ts';

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

/**
 * The cheapest choice of candidates that has each unit of the part exactly once. Branch and bound: the first unit without a
 * tuple gets each candidate that starts with it, the most promising first, as long as the bound of the rest allows. What is
 * known about a set of units that are left is kept, so that no such set is solved twice. Every unit is a candidate by itself.
 */
export function cheapestCover(part: readonly number[], candidates: readonly Candidate[], nodeLimit: number): Found {
  const startingAt = choicesByStart(part, candidates);
  const isTaken = part.map(() => false);
  const covers = new Map<string, Cover>();
  const dearerThan = new Map<string, number>();
  let nodes = 0;

  /** The best cover of all units that are not taken; undefined where it costs more than `most`. */
  const cover = (from: number, reach: number, most: number): Cover | undefined => {
    let first = from;
    while (isTaken[first]) first += 1;
    if (first === part.length) return DONE;
    const key = keyOf(isTaken, first, reach);
    const known = covers.get(key);
    if (known) return known.excess <= most ? known : undefined;
    if ((dearerThan.get(key) ?? -1) >= most) return undefined;
    nodes += 1;
    let best: Cover | undefined;
    for (const choice of startingAt[first]!) {
      const limit = best?.excess ?? most;
      if (choice.excess > limit || nodes > nodeLimit) break;
      if (choice.at.some((place) => isTaken[place])) continue;
      for (const place of choice.at) isTaken[place] = true;
      const rest = cover(first + 1, Math.max(reach, choice.at.at(-1)!), limit - choice.excess);
      for (const place of choice.at) isTaken[place] = false;
      if (rest) best = better(best, withChoice(choice, rest));
    }
    if (best) covers.set(key, best);
    else dearerThan.set(key, most);
    return best;
  };

  const best = cover(0, -1, Infinity);
  if (nodes > nodeLimit) return { tuples: undefined, nodes };
  const tuples: (readonly number[])[] = [];
  for (let step = best; step?.choice; step = step.rest) tuples.push(step.choice.candidate.units);
  return { tuples, nodes };
}

function withChoice(choice: Choice, rest: Cover): Cover {
  const perfect = rest.perfect + (choice.candidate.isPerfect ? 1 : 0);
  return { excess: rest.excess + choice.excess, perfect, choice, rest };
}

function better(known: Cover | undefined, next: Cover): Cover {
  if (!known) return next;
  const order = known.excess - next.excess || next.perfect - known.perfect || known.choice!.rank - next.choice!.rank;
  return order > 0 ? next : known;
}

/** The candidates by the place of their first unit, the most promising first. */
function choicesByStart(part: readonly number[], candidates: readonly Candidate[]): readonly (readonly Choice[])[] {
  const placeOf = new Map(part.map((unit, place) => [unit, place]));
  const placed = candidates.map(({ units }) => units.map((unit) => placeOf.get(unit)!));
  const shares = leastShares(part.length, candidates, placed);
  const startingAt = part.map((): Choice[] => []);
  for (const [rank, candidate] of candidates.entries()) {
    const at = placed[rank]!;
    const excess = candidate.cost - at.reduce((sum, place) => sum + shares[place]!, 0);
    startingAt[at[0]!]!.push({ candidate, excess, rank, at });
  }
  return startingAt.map((choices) => choices.toSorted((a, b) => a.excess - b.excess || a.rank - b.rank));
}

/**
 * What each unit costs at least, so that no candidate costs less than the sum of its units and so no cover less than the sum
 * of all: at first an equal share in its cheapest candidate, then raised one by one as far as all its candidates allow.
 */
function leastShares(
  size: number,
  candidates: readonly Candidate[],
  placed: readonly (readonly number[])[],
): readonly number[] {
  const shares = new Array<number>(size).fill(Infinity);
  const having = Array.from({ length: size }, (): number[] => []);
  for (const [rank, { cost }] of candidates.entries()) {
    for (const place of placed[rank]!) {
      shares[place] = Math.min(shares[place]!, Math.floor(cost / placed[rank]!.length));
      having[place]!.push(rank);
    }
  }
  const slack = candidates.map(({ cost }, rank) => placed[rank]!.reduce((left, at) => left - shares[at]!, cost));
  for (const [place, ranks] of having.entries()) {
    const room = ranks.reduce((least, rank) => Math.min(least, slack[rank]!), Infinity);
    shares[place]! += room;
    for (const rank of ranks) slack[rank]! -= room;
  }
  return shares;
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
