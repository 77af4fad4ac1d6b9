import { t } from '#language/t.ts';
import { type Remote, wrap } from 'comlink';
import { spoken } from '#language/spoken.ts';

/** Runs tasks in a worker that starts with the first of them. */
export interface WorkerRunner<Work> {
  /** Rejects as the task does, or where the worker dies or is closed; the next task then starts a new worker. */
  readonly run: <T>(task: (work: Remote<Work>) => Promise<T>) => Promise<T>;
  /** Ends the worker and rejects what is still under way. */
  readonly close: () => void;
}

interface Running<Work> {
  readonly work: Remote<Work>;
  readonly died: Promise<never>;
  readonly end: (reason: string) => void;
}

/** A runner with at most one worker, which `start` makes; `name` tells it apart in the messages of its failures. */
export function runInWorker<Work>(name: string, start: () => Worker): WorkerRunner<Work> {
  let running: Running<Work> | undefined;

  function startRunning(): Running<Work> {
    const started = watch<Work>(name, start(), () => {
      if (running === started) running = undefined;
    });
    return started;
  }

  return {
    run: async (task) => {
      running ??= startRunning();
      return Promise.race([task(running.work), running.died]);
    },
    close: () => running?.end(t`the ${name} was closed`),
  };
}

function watch<Work>(name: string, worker: Worker, onEnd: () => void): Running<Work> {
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
  worker.addEventListener('error', (event) =>
    end(event.message ? t`the ${name} worker failed: ${event.message}` : t`the ${name} worker failed: it did not load`),
  );
  worker.addEventListener('messageerror', () => end(t`the ${name} worker received something it cannot read`));
  // The first message, see expose-work.ts.
  worker.postMessage(spoken().language.id);
  return { work: wrap<Work>(worker), died, end };
}
