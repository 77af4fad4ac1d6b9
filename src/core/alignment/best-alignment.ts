import { total } from '#core/text/total.ts';
import { type AlignmentCosts } from './alignment-costs.ts';
import { inTwosAndOnes } from './assignment.ts';
import { cheapestAlignment } from './cheapest-alignment.ts';
import { greedyMerge } from './greedy-merge.ts';
import { improve } from './improve.ts';
import { type Closeness, closenessOf, partsOf, savedBy, unitsByAnnotator, withinPart } from './closeness.ts';

/** Units in tuples with at most one of each annotator, each unit in exactly one. */
export interface BestAlignment<Unit> {
  readonly tuples: readonly (readonly Unit[])[];
  /** The sum over the tuples of the mean cost of their pairs. By units per annotator it is the disorder of γ. */
  readonly cost: number;
  /** False where the search for the best was given up and a good one taken. */
  readonly isExact: boolean;
  /** How many steps the search took. */
  readonly nodes: number;
}

/** Steps after which the search of one part is given up; news articles need a few hundred. */
const NODE_LIMIT = 200_000;

/**
 * The cheapest alignment of the units, as Mathet, Widlöcher and Métivier (2015) define it. Among equally cheap ones that
 * with more tuples in which everybody agrees at no cost, then that whose tuples come first in the order of the units; so the
 * result depends on their order only where two alignments are equally good.
 */
export function bestAlignment<Unit extends { readonly annotator: number }>(
  units: readonly Unit[],
  costs: AlignmentCosts<Unit>,
  nodeLimit = NODE_LIMIT,
): BestAlignment<Unit> {
  const closeness = closenessOf(units, costs);
  const tuples: (readonly Unit[])[] = [];
  let isExact = true;
  let nodes = 0;
  for (const part of partsOf(closeness)) {
    const solved = solve(withinPart(part, closeness), nodeLimit);
    for (const tuple of solved.tuples) tuples.push(tuple.map((place) => units[part[place]!]!));
    isExact &&= solved.isExact;
    nodes += solved.nodes;
  }
  return { tuples, cost: total(tuples.map((tuple) => meanCost(tuple, costs))), isExact, nodes };
}

interface Solved {
  readonly tuples: readonly (readonly number[])[];
  readonly isExact: boolean;
  readonly nodes: number;
}

function solve(part: Closeness, nodeLimit: number): Solved {
  if (part.near.length === 1) return { tuples: [[0]], isExact: true, nodes: 0 };
  if (part.annotators === 2) return { tuples: pairUp(part), isExact: true, nodes: 0 };
  const good = improve(greedyMerge(part), part);
  const { tuples, nodes } = cheapestAlignment(part, good, nodeLimit);
  return { tuples: tuples ?? good, isExact: tuples !== undefined, nodes };
}

/** With two annotators the best alignment is an assignment: as much as possible saved against leaving all alone. */
function pairUp(part: Closeness): readonly (readonly number[])[] {
  const [ones, others] = unitsByAnnotator(part);
  return inTwosAndOnes(ones!, others!, (one, other) => savedBy(one, other, part));
}

function meanCost<Unit>(tuple: readonly Unit[], { annotators, missing, costOf }: AlignmentCosts<Unit>): number {
  const pairs = (annotators * (annotators - 1)) / 2;
  let cost = (pairs - (tuple.length * (tuple.length - 1)) / 2) * missing;
  for (const [index, unit] of tuple.entries()) {
    for (const other of tuple.slice(index + 1)) cost += costOf(unit, other);
  }
  return pairs === 0 ? 0 : cost / pairs;
}
