/**
 * Why a figure has no value: nothing was marked; everybody chose the same everywhere, so that chance cannot be told from
 * agreement; fewer than two annotators; no article or span that two of them have in common; agreement by chance would
 * be whole; spans of different labels overlap where labels must exclude each other; or exact work would take too long.
 */
export type FigureReason =
  | 'no-data'
  | 'no-variation'
  | 'one-annotator'
  | 'no-overlap'
  | 'chance-zero'
  | 'labels-overlap'
  | 'too-costly';

/**
 * What a measure gives for its sums. `value` is never NaN: where it is not defined it is null and `reason` says why. `n` is how many
 * things were judged: spans, characters, tokens, links, by the measure. `observed` and `expected` are the agreement that
 * was found and the one by chance, so that the value is (observed − expected) / (1 − expected); of γ they are disorders.
 */
export interface Outcome {
  readonly value: number | null;
  readonly reason?: FigureReason;
  readonly n: number;
  readonly observed?: number;
  readonly expected?: number;
  /** Which share of what was marked the figure rests on, where it is about a part only. */
  readonly coverage?: number;
}

/** The middle 95 % of a figure over resampled articles; resamples in which it was not defined are counted and left out. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly undefinedResamples: number;
}

/** Why a figure has no interval: too few articles, too many resamples without a value, no value itself, or none was asked for. */
export type NoInterval = 'few-articles' | 'often-undefined' | 'no-value' | 'not-asked';

/** A measure with the number of articles behind it and how sure it is; either `interval` or `noInterval` is there. */
export interface Figure extends Outcome {
  readonly articles: number;
  readonly interval?: Interval;
  readonly noInterval?: NoInterval;
}

/** An outcome without a value, and why. */
export function undefinedOutcome(reason: FigureReason, n = 0): Outcome {
  return { value: null, reason, n };
}

/** `part` of `whole`; without a value, because there is no data, where the whole is zero. */
export function ratioOutcome(part: number, whole: number, n = whole): Outcome {
  return whole > 0 ? { value: part / whole, n } : undefinedOutcome('no-data', n);
}

/** The mean of the outcomes that have a value, as of all pairs of annotators; their `n` are added. */
export function meanOutcome(outcomes: readonly Outcome[]): Outcome {
  const withValue = outcomes.filter(({ value }) => value !== null);
  const n = outcomes.reduce((sum, outcome) => sum + outcome.n, 0);
  if (withValue.length === 0) return undefinedOutcome(outcomes[0]?.reason ?? 'no-overlap', n);
  return { value: withValue.reduce((sum, { value }) => sum + value!, 0) / withValue.length, n };
}
