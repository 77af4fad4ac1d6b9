// Wholly types: imports that stay would run the worker's code on the main thread.
import type { RescueWork } from './rescue-work.ts';
import type { RescueWorker } from './rescue-in-worker.ts';
import { runInWorker } from './run-in-worker.ts';

/** Does what RescueWork does, in a worker; each call rejects where that does, or the worker dies. */
export interface Rescue extends Omit<RescueWork, 'lookIn'> {
  readonly lookIn: (folder: FileSystemDirectoryHandle) => Promise<void>;
}

export function createRescue(): Rescue {
  const { run } = runInWorker<RescueWorker>(
    'rescue',
    () => new Worker(new URL('./rescue.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    look: () => run((work) => work.look()),
    lookIn: (folder) => run((work) => work.lookIn(folder)),
    restore: (source) => run((work) => work.restore(source)),
    bundles: (source) => run((work) => work.bundles(source)),
    raw: (source) => run((work) => work.raw(source)),
    letGo: () => run((work) => work.letGo()),
  };
}
