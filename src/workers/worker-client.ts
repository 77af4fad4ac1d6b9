import { type Remote, wrap } from 'comlink';

/** Calls into a worker that starts with the first call. */
interface WorkerClient<Work> {
  /** Runs a task on the worker. Rejects where the task does, or where the worker dies or is closed. */
  readonly run: <T>(task: (work: Remote<Work>) => Promise<T>) => Promise<T>;
  /** Ends the worker and rejects what is still under way; a later call starts a new one. */
  readonly close: () => void;
}

interface Running<Work> {
  readonly work: Remote<Work>;
  readonly died: Promise<never>;
  readonly end: (reason: string) => void;
}

/** A client with at most one worker. A worker that dies fails its calls, and the next call starts afresh. */
export function createWorkerClient<Work>(name: string, start: () => Worker): WorkerClient<Work> {
  let running: Running<Work> | undefined;

  function startRunning(): Running<Work> {
    const started = follow<Work>(name, start(), () => {
      if (running === started) running = undefined;
    });
    return started;
  }

  return {
    run: async (task) => {
      running ??= startRunning();
      return Promise.race([task(running.work), running.died]);
    },
    close: () => running?.end(`the ${name} was closed`),
  };
}

function follow<Work>(name: string, worker: Worker, onEnd: () => void): Running<Work> {
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
  worker.addEventListener('error', (event) => end(`the ${name} worker failed: ${event.message || 'it did not load'}`));
  worker.addEventListener('messageerror', () => end(`the ${name} worker received something it cannot read`));
  return { work: wrap<Work>(worker), died, end };
}
