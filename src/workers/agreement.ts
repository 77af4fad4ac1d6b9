import { type AgreementReport } from '#core/agreement/report.ts';
import { type BehindQuestion } from '#core/agreement/behind-question.ts';
import { type Behind } from '#core/agreement/spans-behind.ts';
import { proxy } from 'comlink';
import { runInWorker } from './run-in-worker.ts';
// Wholly types: an import that stays would run the worker's code on the main thread.
import type { AgreementChoice, AgreementProgress, AgreementWork } from './agreement-work.ts';

/** Computes agreement in a worker, which starts with the first call; calls reject where it dies or is closed. */
export interface Agreeing {
  /** Reads from the disk what is compared and computes the report; `tell` hears how far it is. */
  readonly report: (choice: AgreementChoice, tell: (progress: AgreementProgress) => void) => Promise<AgreementReport>;
  /** What is behind a cell of the last report; at most so many cases are listed. Rejects where the worker has none. */
  readonly behind: (question: BehindQuestion, most: number) => Promise<Behind>;
  /** Ends the worker, which cancels the report and gives back its memory. */
  readonly close: () => void;
}

/** A client with at most one worker. */
export function createAgreeing(): Agreeing {
  const { run, close } = runInWorker<AgreementWork>(
    'agreement',
    () => new Worker(new URL('./agreement.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    report: (choice, tell) => run<AgreementReport>((work) => work.report(choice, proxy(tell))),
    behind: (question, most) => run<Behind>((work) => work.behind(question, most)),
    close,
  };
}
