import { proxy } from 'comlink';
import { type MirrorState } from '#storage/mirror/mirror-writer.ts';
// Wholly a type: an import that stays would run the worker's code on the main thread.
import type { MirrorWorker } from './mirror-in-worker.ts';
import { runInWorker } from './run-in-worker.ts';

/** Keeps the second copy of everything in this browser; one tab at a time is to start it. */
export interface Mirror {
  /** Compares the database with the mirror and follows it from then on; rejects where the browser has no place for one. */
  readonly start: (onState: (state: MirrorState) => void) => Promise<void>;
}

export function createMirror(): Mirror {
  const { run } = runInWorker<MirrorWorker>(
    'mirror',
    () => new Worker(new URL('./mirror.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    start: (onState) => run((work) => work.start(proxy(onState))),
  };
}
