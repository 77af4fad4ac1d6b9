import { type Remote, wrap } from 'comlink';
import { type Bundle } from '#core/project/project.ts';
import { type FileReading } from '#formats/read-file.ts';
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

interface Running {
  readonly work: Remote<TransferWork>;
  readonly died: Promise<never>;
  readonly end: (reason: string) => void;
}

/** A client with at most one worker. A worker that dies fails its calls, and the next call starts afresh. */
export function createTransfer(): Transfer {
  let running: Running | undefined;

  function start(): Running {
    const started = startWorker(() => {
      if (running === started) running = undefined;
    });
    return started;
  }

  async function run<T>(task: (work: Remote<TransferWork>) => Promise<T>): Promise<T> {
    running ??= start();
    return Promise.race([task(running.work), running.died]);
  }

  return {
    readFile: (file) => run<FileReading>((work) => work.readFile(file)),
    writeBundleBlob: (bundle) => run((work) => work.writeBundleBlob(bundle)),
    close: () => running?.end('the transfer was closed'),
  };
}

function startWorker(onEnd: () => void): Running {
  const worker = new Worker(new URL('./transfer.worker.ts', import.meta.url), { type: 'module' });
  const ended = new AbortController();
  const died = new Promise<never>((_, reject) => {
    ended.signal.addEventListener('abort', () => reject(ended.signal.reason as Error));
  });
  // Nobody may be waiting when the worker ends; that is no unhandled rejection.
  died.catch(() => undefined);
  const end = (reason: string) => {
    worker.terminate();
    onEnd();
    ended.abort(new Error(reason));
  };
  worker.addEventListener('error', (event) => end(`the transfer worker failed: ${event.message || 'it did not load'}`));
  worker.addEventListener('messageerror', () => end('the transfer worker received something it cannot read'));
  return { work: wrap<TransferWork>(worker), died, end };
}
