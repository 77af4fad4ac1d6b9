import { type LayerKey } from '#storage/rows.ts';
import { runInWorker } from './run-in-worker.ts';
// Wholly a type: an import that stays would run the worker's code on the main thread.
import type { SnapshotWork } from './snapshot-work.ts';

/**
 * Makes what writes a layer's snapshot where one is due, in a worker that lives as long as there is one to write. Rejects
 * where the disk refuses or the worker dies.
 */
export function createSnapshotWriter(): (key: LayerKey) => Promise<void> {
  const { run, close } = runInWorker<SnapshotWork>(
    'snapshots',
    () => new Worker(new URL('./snapshots.worker.ts', import.meta.url), { type: 'module' }),
  );
  let writing = 0;
  return async (key) => {
    writing += 1;
    try {
      await run((work) => work.write(key));
    } finally {
      writing -= 1;
      if (writing === 0) close();
    }
  };
}
