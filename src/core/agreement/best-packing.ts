import { ENOUGH, findPrices, flatten, lossOf, type PackingChoice } from './packing-prices.ts';

/** The packing that is worth most; undefined where that took more than the given number of steps. */
export interface BestPacking {
  readonly chosen: readonly PackingChoice[];
  readonly worth: number;
}

interface Search {
  nodes: number;
  readonly limit: number;
}

const FIRST_ROUNDS = 200;
const LATER_ROUNDS = 100;

/**
 * Chooses, of sets of which no two may share a member, those that are worth most together. Exact to within rounding: prices bound what
 * is possible, sets that no better packing can have are struck out, which leaves small parts, and where
 * nothing can be struck out one thing after the other gets each of its sets. Every worth must be above 0.
 */
export function bestPacking(choices: readonly PackingChoice[], mostNodes: number): BestPacking | undefined {
  const search = { nodes: 0, limit: mostNodes };
  const parts = partsOf(choices).map((part) => solve(part, -1, FIRST_ROUNDS, search));
  if (search.nodes > search.limit) return undefined;
  return joined(parts.map((part) => part!));
}

const NOTHING: BestPacking = { chosen: [], worth: 0 };

/** The best packing of choices that hang together; undefined where none is worth more than `atLeast`. */
function solve(
  choices: readonly PackingChoice[],
  atLeast: number,
  rounds: number,
  search: Search,
): BestPacking | undefined {
  if (choices.length === 0) return atLeast < 0 ? NOTHING : undefined;
  if (choices.length === 1) {
    const [only] = choices;
    return only!.worth > atLeast ? { chosen: choices, worth: only!.worth } : undefined;
  }
  search.nodes += 1;
  if (search.nodes > search.limit) return undefined;
  const flat = flatten(choices);
  const { prices, upper, chosen, lower } = findPrices(flat, rounds);
  const good = { chosen: chosen.map((choice) => choices[choice]!), worth: lower };
  const known = lower > atLeast ? good : undefined;
  const target = Math.max(lower, atLeast);
  if (upper <= target + ENOUGH) return known;
  const losses = choices.map((_, choice) => lossOf(flat, prices, choice));
  const kept = choices.filter((_, choice) => losses[choice]! <= upper - target + ENOUGH);
  const parts = partsOf(kept);
  const better =
    parts.length > 1 || kept.length < 0.8 * choices.length
      ? joinedOf(parts.map((part) => solve(part, -1, LATER_ROUNDS, search)))
      : branch(kept, target, search);
  return better && better.worth > target ? better : known;
}

/** Tries each set of the thing that is in most sets, and none of them. */
function branch(choices: readonly PackingChoice[], target: number, search: Search): BestPacking | undefined {
  const thing = mostWanted(choices);
  const having = choices.filter(({ members }) => members.includes(thing)).toSorted((a, b) => b.worth - a.worth);
  let best: BestPacking | undefined;
  let least = target;
  for (const first of [...having, undefined]) {
    const taken = new Set(first?.members ?? [thing]);
    const rest = choices.filter(({ members }) => !members.some((member) => taken.has(member)));
    const worth = first?.worth ?? 0;
    const found = solveParts(partsOf(rest), least - worth, search);
    if (search.nodes > search.limit) return best;
    if (!found || found.worth + worth <= least) continue;
    best = { chosen: first ? [first, ...found.chosen] : found.chosen, worth: found.worth + worth };
    least = best.worth;
  }
  return best;
}

function solveParts(
  parts: readonly (readonly PackingChoice[])[],
  atLeast: number,
  search: Search,
): BestPacking | undefined {
  const [only] = parts;
  if (parts.length === 1) return solve(only!, atLeast, LATER_ROUNDS, search);
  return joinedOf(parts.map((part) => solve(part, -1, LATER_ROUNDS, search)));
}

function mostWanted(choices: readonly PackingChoice[]): number {
  const counts = new Map<number, number>();
  for (const { members } of choices) for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1);
  let wanted = choices[0]!.members[0]!;
  for (const [member, count] of counts) if (count > counts.get(wanted)!) wanted = member;
  return wanted;
}

/** All together; undefined where one of them is missing, because the search was given up. */
function joinedOf(packings: readonly (BestPacking | undefined)[]): BestPacking | undefined {
  const found = packings.filter((packing) => packing !== undefined);
  return found.length < packings.length ? undefined : joined(found);
}

/** Packings that share no members as one. */
export function joined(packings: readonly BestPacking[]): BestPacking {
  return {
    chosen: packings.flatMap(({ chosen }) => chosen),
    worth: packings.reduce((sum, { worth }) => sum + worth, 0),
  };
}

/** Choices that share members, directly or through others, together. */
export function partsOf(choices: readonly PackingChoice[]): readonly (readonly PackingChoice[])[] {
  const heads = new Map<number, number>();
  const headOf = (thing: number): number => {
    let head = thing;
    for (let next = heads.get(head); next !== undefined && next !== head; next = heads.get(head)) head = next;
    return head;
  };
  for (const { members } of choices) {
    const head = headOf(members[0]!);
    for (const member of members) heads.set(headOf(member), head);
  }
  const parts = new Map<number, PackingChoice[]>();
  for (const choice of choices) {
    const head = headOf(choice.members[0]!);
    const part = parts.get(head);
    if (part) part.push(choice);
    else parts.set(head, [choice]);
  }
  return [...parts.values()];
}
