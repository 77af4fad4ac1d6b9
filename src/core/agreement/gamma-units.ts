import { positionalDistance } from '#core/alignment/overlap.ts';
import { type TextRange } from '#core/text/range.ts';

/** A span as γ sees it: its annotator and its label are numbers. */
export interface GammaUnit {
  readonly annotator: number;
  readonly label: number;
  readonly ranges: readonly TextRange[];
}

/** How much the place and the label of spans weigh, α and β, and what it costs to align a span with nothing, Δ∅. */
export interface GammaWeights {
  readonly position: number;
  readonly category: number;
  readonly missing: number;
}

/** α = β = 1 and Δ∅ = 1. */
export const EQUAL_WEIGHTS: GammaWeights = { position: 1, category: 1, missing: 1 };

/** d = α·d_pos·Δ∅ + β·d_cat·Δ∅: how unlike two spans are (Mathet, Widlöcher & Métivier 2015). */
export function dissimilarity(one: GammaUnit, other: GammaUnit, { position, category, missing }: GammaWeights): number {
  const ofLabels = one.label === other.label ? 0 : category;
  // The place costs more to compare, and is not asked about by those for whom only labels matter.
  const ofPlaces = position === 0 ? 0 : position * positionalDistance(one.ranges, other.ranges);
  return (ofPlaces + ofLabels) * missing;
}

/** How sure it is that two aligned spans are about the same thing, from 1 for the same place to 0 (Mathet 2017). */
export function sureness(one: GammaUnit, other: GammaUnit): number {
  return Math.max(0, 1 - positionalDistance(one.ranges, other.ranges));
}
