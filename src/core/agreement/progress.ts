/** What the report is at: matching spans, counting text, aligning for γ, comparing attributes, or drawing articles for intervals. */
export type ReportStep = 'spans' | 'text' | 'attributes' | 'gamma' | 'intervals';

/** How far a step is; `of` may grow while γ finds out how many samples it needs. */
export interface ReportProgress {
  readonly step: ReportStep;
  readonly done: number;
  readonly of: number;
}

/** Work that tells how far it is between steps of some milliseconds, and ends early when nobody asks for the next. */
export type Work<Result> = Generator<ReportProgress, Result, void>;

/** Does all of the work at once. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
