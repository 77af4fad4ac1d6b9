import { type Bundle } from '#core/project/project.ts';
import { type FileReading } from '#formats/read-file.ts';
import { runInWorker } from './run-in-worker.ts';
// Wholly a type: an import that stays would run the worker's code on the main thread.
import type { TransferWork } from './transfer.worker.ts';

/** Reads and writes files in a worker, which starts with the first call. */
export interface Transfer {
  /** What the file holds, or what is wrong with it. Rejects only where the worker dies or is closed. */
  readonly readFile: (file: File) => Promise<FileReading>;
  /** The bundle as a native JSON file. Rejects where a layer's article is missing, or the worker dies or is closed. */
  readonly writeBundleBlob: (bundle: Bundle) => Promise<Blob>;
  /** Ends the worker and rejects what is still under way; a later call starts a new one. */
  readonly close: () => void;
}

/** A client with at most one worker. A worker that dies fails its calls, and the next call starts afresh. */
export function createTransfer(): Transfer {
  const { run, close } = runInWorker<TransferWork>(
    'transfer',
    () => new Worker(new URL('./transfer.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    readFile: (file) => run<FileReading>((work) => work.readFile(file)),
    writeBundleBlob: (bundle) => run((work) => work.writeBundleBlob(bundle)),
    close,
  };
}
