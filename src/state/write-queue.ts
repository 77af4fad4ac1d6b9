import { StorageError, type StorageProblem } from '#storage/storage-error.ts';
import { type Saving } from './annotate/annotate-state.ts';

/** What is on its way to the disk, one after another in the order in which it was made. */
export interface WriteQueue<Job> {
  /** Adds a job that is written as a whole or not at all. */
  readonly push: (job: Job) => void;
  /** Tries again after a failure; what failed is still here. */
  readonly retry: () => void;
  /** Resolves when nothing waits any more or the disk refuses. */
  readonly settled: () => Promise<void>;
  /** The jobs that are not on the disk yet, oldest first; it changes as they get there. */
  readonly waiting: readonly Job[];
}

/** Problems that no later try can have the better of: the user has to do something first. */
const LASTING: readonly StorageProblem[] = ['conflict', 'label-gone', 'label-set-changed', 'newer-version'];

/**
 * Makes a queue that says "saved" only when `write` has resolved for each job. A job that failed stays at the head until
 * `retry` succeeds; those after it wait. Meanwhile it is tried again by itself, each time that `retryLater` runs its job, as
 * long as that can help. `onWritten` hears of each job once it waits no more.
 */
export function createWriteQueue<Job extends object>(
  write: (job: Job) => Promise<void>,
  report: (saving: Saving) => void,
  retryLater: (job: () => void) => void,
  onWritten?: (job: Job) => void,
): WriteQueue<Job> {
  const waiting: Job[] = [];
  let isRetryDue = false;
  let running: Promise<void> | undefined;

  /** Quietly: what stands on the screen stays until the disk has taken it. */
  const comeAgain = (): void => {
    if (isRetryDue) return;
    isRetryDue = true;
    retryLater(() => {
      isRetryDue = false;
      if (waiting.length > 0) running ??= drain();
    });
  };

  const drain = async (): Promise<void> => {
    let end: Saving = { kind: 'saved' };
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        await write(next);
        waiting.shift();
        onWritten?.(next);
      }
    } catch (error) {
      end = { kind: 'failed', message: error instanceof StorageError ? error.message : String(error) };
      if (!(error instanceof StorageError && LASTING.includes(error.problem))) comeAgain();
    }
    // Before the report: whoever hears it may push the next job at once.
    running = undefined;
    report(end);
  };
  const start = (): void => {
    report({ kind: 'saving' });
    running ??= drain();
  };
  const settled = async (): Promise<void> => {
    if (!running) return;
    await running;
    // More may have been pushed meanwhile.
    await settled();
  };
  return {
    push: (job) => {
      waiting.push(job);
      start();
    },
    retry: () => {
      if (waiting.length > 0) start();
    },
    settled,
    waiting,
  };
}
