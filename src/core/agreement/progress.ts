import { type PackingSolver } from './hard-packing.ts';

/**
 * What the report is at: matching spans, counting text, aligning for γ, comparing attributes, drawing articles for
 * intervals, or all of it again for each annotator and gold.
 */
export type ReportStep = 'spans' | 'text' | 'attributes' | 'gamma' | 'intervals' | 'gold';

/** How far a step is; `of` may grow while γ finds out how many samples it needs. */
export interface ReportProgress {
  readonly step: ReportStep;
  readonly done: number;
  readonly of: number;
  /** Of γ: what it would be by the samples that there are. */
  readonly gamma?: GammaSoFar;
  /** True where an alignment needs an integer program: whoever has a solver gives it with asking for the next step. */
  readonly wantsSolver?: boolean;
}

/** γ after so many samples, null where it has no value, and the standard error that is left from sampling. */
export interface GammaSoFar {
  readonly samples: number;
  readonly value: number | null;
  readonly error: number;
}

/** Work that tells how far it is between steps of some milliseconds, and ends early when nobody asks for the next. */
export type Work<Result> = Generator<ReportProgress, Result, PackingSolver | undefined | void>;

/** Does all of the work at once, without a solver: what needs one is not computed. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
