import { type Outcome, undefinedOutcome } from './figure.ts';
import { type CategorySums } from './gamma-alignment.ts';

/**
 * γ = 1 − δ_o / δ_e (Mathet, Widlöcher & Métivier 2015, The unified and holistic method gamma). Costs of several articles may
 * be added, so that an article weighs as much as it has spans. It is not cut off below: worse than chance is negative.
 * `spansEach` is the mean number of spans of an annotator, added over the articles.
 */
export function gammaOutcome(observedCost: number, chanceCost: number, spans: number, spansEach: number): Outcome {
  if (spans === 0) return undefinedOutcome('no-data');
  const disorders = { observed: observedCost / spansEach, expected: chanceCost / spansEach };
  if (observedCost === 0) return { value: 1, n: spans, ...disorders };
  if (chanceCost === 0) return { value: null, reason: 'chance-zero', n: spans, ...disorders };
  return { value: 1 - observedCost / chanceCost, n: spans, ...disorders };
}

/**
 * γcat = 1 − δcat_o / δcat_e (Mathet 2017, The agreement measure γcat): how well labels agree where spans are aligned, or γk
 * for the sums of one label. No overlap where no spans are aligned; no variation where chance would give the same label.
 */
export function gammaCategoryOutcome(observed: CategorySums, chance: CategorySums, spans: number): Outcome {
  if (spans === 0) return undefinedOutcome('no-data');
  if (observed.weight === 0 || chance.weight === 0) return undefinedOutcome('no-overlap', spans);
  const disorders = {
    observed: observed.different / observed.weight,
    expected: chance.different / chance.weight,
  };
  if (disorders.expected === 0) return { value: null, reason: 'no-variation', n: spans, ...disorders };
  return { value: 1 - disorders.observed / disorders.expected, n: spans, ...disorders };
}

/**
 * How many random continua are needed so that the mean of their disorders is known to within the precision with 95 %
 * probability, given how much it varies: (1.96 · CV / precision)², rounded up (Mathet, Widlöcher & Métivier 2015).
 */
export function samplesNeeded(coefficientOfVariation: number, precision: number): number {
  return Math.ceil(((1.96 * coefficientOfVariation) / precision) ** 2);
}
