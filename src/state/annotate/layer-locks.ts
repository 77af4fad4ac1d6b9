import { type TabLock } from '#platform/tab-lock.ts';
import { type LayerKey, nameOfLayer } from '#storage/rows.ts';

/** The locks by which one tab at a time writes a layer. One layer is wanted at a time. */
export interface LayerLocks {
  /** Asks for a layer's lock. False where another tab has it; `onGranted` is called when that tab gives it back. */
  readonly hold: (key: LayerKey, onGranted: () => void) => Promise<boolean>;
  /** No layer is wanted any more; releaseSaved then gives its lock back. */
  readonly letGo: () => void;
  /**
   * Gives back the lock of every layer that is not wanted and has all its edits on the disk, so that the next tab reads
   * all of them.
   */
  readonly releaseSaved: () => void;
}

/** The name of the lock of the layer with this name. */
export function lockOfLayer(name: string): string {
  return `spanmark layer ${name}`;
}

export function createLayerLocks(
  requestTabLock: (name: string, onGranted: () => void) => TabLock,
  isSaved: (key: LayerKey) => boolean,
): LayerLocks {
  const locks = new Map<string, { readonly key: LayerKey; readonly lock: TabLock }>();
  let wanted = '';
  return {
    hold: async (key, onGranted) => {
      const name = nameOfLayer(key);
      wanted = name;
      // A lock outlives the closing of its layer only for edits that are not saved yet, and whoever made them has it.
      if (locks.has(name)) return true;
      const lock = requestTabLock(lockOfLayer(name), onGranted);
      locks.set(name, { key, lock });
      return lock.held;
    },
    letGo: () => {
      wanted = '';
    },
    releaseSaved: () => {
      for (const [name, { key, lock }] of locks) {
        if (name === wanted || !isSaved(key)) continue;
        locks.delete(name);
        lock.release();
      }
    },
  };
}
