import { type AlignmentCosts } from './alignment-costs.ts';
import { bestAssignment } from './assignment.ts';
import { candidatesIn } from './candidates.ts';
import { cheapestCover } from './cheapest-cover.ts';
import { greedyMerge } from './greedy-merge.ts';
import { type Closeness, closenessOf, tupleCost } from './closeness.ts';

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
  const tuples: (readonly number[])[] = [];
  let isExact = true;
  let nodes = 0;
  for (const part of closeness.parts) {
    const solved = solve(part, closeness, nodeLimit);
    tuples.push(...solved.tuples);
    isExact &&= solved.isExact;
    nodes += solved.nodes;
  }
  const cost = tuples.reduce(
    (sum, tuple) =>
      sum +
      meanCost(
        tuple.map((index) => units[index]!),
        costs,
      ),
    0,
  );
  return { tuples: tuples.map((tuple) => tuple.map((index) => units[index]!)), cost, isExact, nodes };
}

interface Solved {
  readonly tuples: readonly (readonly number[])[];
  readonly isExact: boolean;
  readonly nodes: number;
}

function solve(part: readonly number[], closeness: Closeness, nodeLimit: number): Solved {
  if (part.length === 1) return { tuples: [part], isExact: true, nodes: 0 };
  if (closeness.annotators === 2) return { tuples: pairUp(part, closeness), isExact: true, nodes: 0 };
  const good = greedyMerge(part, closeness);
  const candidates = candidatesIn(part, closeness, nodeLimit);
  if (!candidates) return { tuples: good, isExact: false, nodes: 0 };
  const most = good.reduce((sum, tuple) => sum + tupleCost(tuple, closeness), 0);
  const { tuples, nodes } = cheapestCover(part, candidates, most, nodeLimit);
  return { tuples: tuples ?? good, isExact: tuples !== undefined, nodes };
}

/** With two annotators the best alignment is an assignment: as much as possible saved against leaving all alone. */
function pairUp(part: readonly number[], closeness: Closeness): readonly (readonly number[])[] {
  const [ones, others] = [0, 1].map((annotator) => part.filter((index) => closeness.annotatorOf[index] === annotator));
  const columnOf = bestAssignment(ones!.map((one) => others!.map((other) => closeness.savedBy(one, other))));
  const matched = new Set(columnOf);
  return [
    ...ones!.map((one, row) => (columnOf[row] === undefined ? [one] : [one, others![columnOf[row]]!])),
    ...others!.flatMap((other, column) => (matched.has(column) ? [] : [[other]])),
  ];
}

function meanCost<Unit>(tuple: readonly Unit[], { annotators, missing, costOf }: AlignmentCosts<Unit>): number {
  const pairs = (annotators * (annotators - 1)) / 2;
  let cost = (pairs - (tuple.length * (tuple.length - 1)) / 2) * missing;
  for (const [index, unit] of tuple.entries()) {
    for (const other of tuple.slice(index + 1)) cost += costOf(unit, other);
  }
  return pairs === 0 ? 0 : cost / pairs;
}
