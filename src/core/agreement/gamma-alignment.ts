import { bestAlignment } from '#core/alignment/best-alignment.ts';
import { bestPacking } from './best-packing.ts';
import { tuplesWorthMaking } from './gamma-candidates.ts';
import { packWithSolver, type PackingSolver } from './hard-packing.ts';
import { dissimilarity, type GammaUnit, type GammaWeights, sureness } from './gamma-units.ts';

/** What the labels of aligned spans have to do with each other: sums of weights, and of those whose labels differ. */
export interface CategorySums {
  readonly weight: number;
  readonly different: number;
}

/** The best alignment of one article, as far as γ, γcat and γk need it. */
export interface GammaAlignment {
  /** Σ of the costs of the unitary alignments; divided by the spans per annotator it is the disorder δ. */
  readonly cost: number;
  /** Of all labels first, then of the pairs of which at least one member has the label. */
  readonly categories: readonly CategorySums[];
  /** False where the best was not found within the limit; nothing else holds then. */
  readonly isExact: boolean;
}

/** How the search is bounded: `nodes` are steps within one article. */
export interface GammaLimits {
  readonly nodes: number;
  /** With more tuples that are worth making it is given up at once; a hundred for each step where left out. */
  readonly tuples?: number;
  /** What finds the best alignment where the search is given up. */
  readonly solve?: PackingSolver | undefined;
}

/**
 * Finds the best alignment (Mathet, Widlöcher & Métivier 2015) of the spans of so many annotators, those without spans
 * included, and sums up what γcat needs by the definition of Mathet 2017: the weight of an aligned pair is its sureness
 * divided by the spans of its unitary alignment less one. Programs that use 1 − α·d_pos or count unaligned spans differ.
 */
export function alignForGamma(
  units: readonly GammaUnit[],
  annotators: number,
  labels: number,
  weights: GammaWeights,
  limits: GammaLimits,
): GammaAlignment {
  const found = annotators === 2 ? alignTwo(units, weights) : alignMany(units, annotators, weights, limits);
  if (!found) return { cost: 0, categories: [], isExact: false };
  const sums = Array.from({ length: labels + 1 }, () => ({ weight: 0, different: 0 }));
  const add = (index: number, weight: number, isDifferent: boolean): void => {
    sums[index]!.weight += weight;
    if (isDifferent) sums[index]!.different += weight;
  };
  for (const tuple of found.tuples) {
    for (const [index, one] of tuple.entries()) {
      for (const other of tuple.slice(index + 1)) {
        const weight = sureness(one, other) / (tuple.length - 1);
        const isDifferent = one.label !== other.label;
        add(0, weight, isDifferent);
        add(1 + one.label, weight, isDifferent);
        if (isDifferent) add(1 + other.label, weight, isDifferent);
      }
    }
  }
  return { cost: found.cost, categories: sums, isExact: true };
}

interface Found {
  readonly tuples: readonly (readonly GammaUnit[])[];
  readonly cost: number;
}

function alignTwo(units: readonly GammaUnit[], weights: GammaWeights): Found {
  const costOf = (one: GammaUnit, other: GammaUnit): number => dissimilarity(one, other, weights);
  return bestAlignment(units, { annotators: 2, missing: weights.missing, costOf });
}

/**
 * The same for three or more, as a packing of the tuples that are worth making. Spans at places of chance are near many others,
 * and a search that goes from span to span, as suits spans that people put in the same places, does not end for them.
 */
function alignMany(
  units: readonly GammaUnit[],
  annotators: number,
  weights: GammaWeights,
  { nodes, tuples, solve }: GammaLimits,
): Found | undefined {
  const candidates = tuplesWorthMaking(units, annotators, weights, tuples ?? TUPLES_PER_NODE * nodes);
  const packing =
    candidates && (bestPacking(candidates.tuples, nodes) ?? (solve && packWithSolver(candidates.tuples, solve)));
  if (!packing) return undefined;
  const pairs = (annotators * (annotators - 1)) / 2;
  return {
    tuples: packing.chosen.map(({ members }) => members.map((member) => units[member]!)),
    cost: (units.length * candidates.alone - packing.worth) / pairs,
  };
}

/** A tuple takes little time beside a step of the search. */
const TUPLES_PER_NODE = 100;

/** δ: the cost of an alignment divided by the mean number of spans of an annotator (Mathet, Widlöcher & Métivier 2015); 0 without spans. */
export function disorderOf(cost: number, spans: number, annotators: number): number {
  return spans === 0 ? 0 : (cost * annotators) / spans;
}
