import { type Closeness, pairCost } from './closeness.ts';

/** After so many rounds through all units no more is tried; parts of news articles need two or three. */
const ROUNDS = 12;

/** An alignment that is being made better: the tuples, some empty, and in which of them each unit is. */
interface Draft {
  readonly part: Closeness;
  readonly tuples: number[][];
  readonly tupleOf: number[];
}

/** A unit's way to another tuple: what that saves, and where a unit of the same annotator that is there goes instead. */
interface Move {
  readonly saved: number;
  readonly to: number;
  readonly rival: number | undefined;
  readonly rivalTo: number;
}

/**
 * An alignment of the same units that costs as much or less: units go over to other tuples, or change places with a unit of
 * their annotator, as long as that makes the whole cheaper.
 */
export function improve(tuples: readonly (readonly number[])[], part: Closeness): readonly (readonly number[])[] {
  const tupleOf = part.near.map(() => 0);
  for (let tuple = 0; tuple < tuples.length; tuple += 1) for (const unit of tuples[tuple]!) tupleOf[unit] = tuple;
  const draft: Draft = { part, tuples: tuples.map((tuple) => [...tuple]), tupleOf };
  const units = tuples.flat();
  for (let round = 0; round < ROUNDS; round += 1) {
    let isBetter = false;
    for (const unit of units) {
      const move = bestMove(unit, draft);
      if (!move) continue;
      go(move.rival, move.rivalTo, draft);
      go(unit, move.to, draft);
      isBetter = true;
    }
    if (!isBetter) break;
  }
  return draft.tuples.filter((tuple) => tuple.length > 0);
}

function go(unit: number | undefined, to: number, { tuples, tupleOf }: Draft): void {
  if (unit === undefined) return;
  const home = tuples[tupleOf[unit]!]!;
  home.splice(home.indexOf(unit), 1);
  (tuples[to] ??= []).push(unit);
  tupleOf[unit] = to;
}

/** The move of the unit that saves most; undefined where none saves anything. */
function bestMove(unit: number, { part, tuples, tupleOf }: Draft): Move | undefined {
  const { alone, annotatorOf, near } = part;
  const home = tupleOf[unit]!;
  const here = costWith(unit, tuples[home]!, unit, part);
  const isAlone = tuples[home]!.length === 1;
  let best: Move | undefined;
  const consider = (saved: number, to: number, rival?: number, rivalTo = home): void => {
    if (saved > (best?.saved ?? 0)) best = { saved, to, rival, rivalTo };
  };
  if (!isAlone) consider(here - alone, tuples.length);
  const tried = [home];
  for (const other of near[unit]!) {
    const to = tupleOf[other]!;
    if (tried.includes(to)) continue;
    tried.push(to);
    const tuple = tuples[to]!;
    const rival = tuple.find((each) => annotatorOf[each] === annotatorOf[unit]);
    const saved = here - costWith(unit, tuple, rival, part);
    if (saved === -Infinity) continue;
    if (rival === undefined) {
      consider(saved + (isAlone ? alone : 0), to);
    } else {
      const left = costWith(rival, tuple, rival, part);
      consider(saved + left - costWith(rival, tuples[home]!, unit, part), to, rival);
      if (!isAlone) consider(saved + left - alone, to, rival, tuples.length);
    }
  }
  return best;
}

/** What the unit costs with those of the tuple but one, beside what it saves that they are together. */
function costWith(unit: number, tuple: readonly number[], but: number | undefined, part: Closeness): number {
  let cost = 0;
  for (const other of tuple) if (other !== but) cost += pairCost(unit, other, part) - part.missing;
  return cost;
}
