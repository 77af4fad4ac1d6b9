import { type Saving } from '#state/annotate/annotate-state.ts';
import { StorageError } from '#storage/storage-error.ts';

/** Writes on their way to the disk, one after another in the order in which they were made. */
export interface WriteQueue {
  /** Adds a write that is done as a whole or not at all. */
  readonly push: (write: () => Promise<void>) => void;
  /** Tries again after a failure; what failed is still here. */
  readonly retry: () => void;
  /** Resolves when nothing waits any more or the disk refuses. */
  readonly settled: () => Promise<void>;
  /** True where something is not on the disk yet. */
  readonly isWaiting: () => boolean;
}

/**
 * Makes a queue that says "saved" only when each write has resolved. A write that failed stays at its head until `retry`
 * succeeds; those after it wait, so that the log has the order in which decisions were made.
 */
export function createWriteQueue(report: (saving: Saving) => void): WriteQueue {
  const waiting: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    let end: Saving = { kind: 'saved' };
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        await next();
        waiting.shift();
      }
    } catch (error) {
      end = { kind: 'failed', message: error instanceof StorageError ? error.message : String(error) };
    }
    // Before the report: whoever hears it may push the next write at once.
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
    push: (write) => {
      waiting.push(write);
      start();
    },
    retry: () => {
      if (waiting.length > 0) start();
    },
    settled,
    isWaiting: () => waiting.length > 0,
  };
}
