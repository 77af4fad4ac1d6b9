import { type ComparedLayers, type Group } from '#core/alignment/group.ts';
import { type ArticleFigures } from '#core/review/article-figures.ts';
import { type Decision } from '#core/review/decision.ts';
import { type PolicyPlan } from '#core/review/policy-plan.ts';
import { proxy } from 'comlink';
import { runInWorker } from './run-in-worker.ts';
// Wholly types: an import that stays would run the worker's code on the main thread.
import type { PolicyRun, ReviewedArticles, ReviewWork } from './review-work.ts';

/** Aligns, counts and decides in a worker, which starts with the first call. Calls reject where it dies or is closed. */
export interface Reviewing {
  readonly align: (layers: ComparedLayers) => Promise<readonly Group[]>;
  /** Counts the articles; `report` hears of them as they are counted, with how many there were. */
  readonly count: (
    choice: ReviewedArticles,
    report: (some: readonly ArticleFigures[], done: number) => void,
  ) => Promise<void>;
  /** What a policy would decide; nothing is written. */
  readonly plan: (run: PolicyRun, report: (done: number, total: number) => void) => Promise<PolicyPlan>;
  /** Writes what a policy decides, all in one transaction. */
  readonly write: (run: PolicyRun, report: (done: number, total: number) => void) => Promise<readonly Decision[]>;
  /** Ends the worker; what it was doing is not done. */
  readonly close: () => void;
}

/** A client with at most one worker. */
export function createReviewing(): Reviewing {
  const { run, close } = runInWorker<ReviewWork>(
    'review',
    () => new Worker(new URL('./review.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    align: (layers) => run<readonly Group[]>((work) => work.align(layers)),
    count: (choice, report) => run((work) => work.count(choice, proxy(report))),
    plan: (choice, report) => run<PolicyPlan>((work) => work.plan(choice, proxy(report))),
    write: (choice, report) => run<readonly Decision[]>((work) => work.write(choice, proxy(report))),
    close,
  };
}
