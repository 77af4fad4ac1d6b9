import { type Dependencies } from '#state/dependencies.ts';
import { createUnsavedKeeper } from '#state/unsaved-keeper.ts';
// Wholly types: what restores them is loaded only where there is something to restore.
import type { UnsavedThread, UnsavedThreads } from '#storage/unsaved-threads.ts';

/** Knows which changes of threads are on their way to the disk. */
export interface ThreadKeeping {
  /** Runs the write of a change, which is kept for the next start if the page goes away before it is done. */
  readonly whileSaving: <T>(change: UnsavedThread, write: () => Promise<T>) => Promise<T>;
  /** The last moment of a page: what is still on its way is kept. */
  readonly keepUnsaved: () => void;
}

export function createThreadKeeping(dependencies: Pick<Dependencies, 'database' | 'newId'>): ThreadKeeping {
  const waiting = new Set<UnsavedThread>();
  const keeper = createUnsavedKeeper(dependencies, 'threads');
  return {
    whileSaving: async (change, write) => {
      waiting.add(change);
      try {
        const saved = await write();
        if (waiting.size === 1) keeper.forget();
        return saved;
      } finally {
        waiting.delete(change);
      }
    },
    keepUnsaved: () => {
      if (waiting.size === 0) return;
      const value: UnsavedThreads = { threads: [...waiting] };
      keeper.keep(value);
    },
  };
}
