import { type ComparedLayers, type Group } from '#core/alignment/group.ts';
import { type ArticleFigures } from '#core/review/article-figures.ts';
import { type Decision } from '#core/review/decision.ts';
import { type PolicyPlan } from '#core/review/policy-plan.ts';
import { proxy } from 'comlink';
import { runInWorker } from './run-in-worker.ts';
// Wholly types: an import that stays would run the worker's code on the main thread.
import type { PolicyRun, ReviewedArticles, ReviewWork } from './review-work.ts';

/**
 * Aligns and counts in a worker, and runs policies in another, so that either can be cancelled; each starts with its first
 * call. Calls reject where theirs dies or is closed.
 */
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
  /** Ends aligning and counting. */
  readonly close: () => void;
  /** Ends what a policy is doing; what was not written yet is not. */
  readonly cancelPolicy: () => void;
}

/** A client with at most two workers. */
export function createReviewing(): Reviewing {
  const { run, close } = runInWorker<ReviewWork>('review', start);
  const policy = runInWorker<ReviewWork>('policy', start);
  return {
    align: (layers) => run<readonly Group[]>((work) => work.align(layers)),
    count: (choice, report) => run((work) => work.count(choice, proxy(report))),
    plan: (choice, report) => policy.run<PolicyPlan>((work) => work.plan(choice, proxy(report))),
    write: (choice, report) => policy.run<readonly Decision[]>((work) => work.write(choice, proxy(report))),
    close,
    cancelPolicy: policy.close,
  };
}

function start(): Worker {
  return new Worker(new URL('./review.worker.ts', import.meta.url), { type: 'module' });
}
