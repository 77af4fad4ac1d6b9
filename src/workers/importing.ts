import { type DraftsRead } from '#importers/importer.ts';
// Wholly a type: an import that stays would run the worker's code on the main thread.
import type { ImportingWork } from './importing.worker.ts';
import { runInWorker } from './run-in-worker.ts';

/** Importers that run in a worker, which starts with the first file and goes with `close`. */
export interface Importing {
  /** As importers/docx does; rejects where the worker dies or is closed. */
  readonly readDocx: (bytes: Uint8Array, fileName: string) => Promise<DraftsRead>;
  readonly close: () => void;
}

/** A client with at most one worker. */
export function createImporting(): Importing {
  const { run, close } = runInWorker<ImportingWork>(
    'importing',
    () => new Worker(new URL('./importing.worker.ts', import.meta.url), { type: 'module' }),
  );
  return { readDocx: (bytes, fileName) => run((work) => work.readDocx(bytes, fileName)), close };
}
