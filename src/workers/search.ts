import { proxy } from 'comlink';
import { type SearchAnswer, type SearchQuestion } from '#core/search/search-corpus.ts';
import { type Statistics, type StatisticsChoice } from '#core/statistics/statistics.ts';
import { runInWorker } from './run-in-worker.ts';
// Wholly types: an import that stays would run the worker's code on the main thread.
import type { CorpusChoice, SearchWork } from './search-work.ts';

/** Searches and counts in a worker, which starts with the first call. A worker that dies has to read again. */
export interface Search {
  /**
   * Reads from the disk what is searched and counted from now on, and reports how far it is. Rejects where the disk cannot be
   * read, and where the worker dies or is closed, as all calls do.
   */
  readonly load: (choice: CorpusChoice, report: (done: number, total: number) => void) => Promise<void>;
  /** What the query finds. Rejects where nothing was loaded. */
  readonly search: (question: SearchQuestion) => Promise<SearchAnswer>;
  /** The figures of one annotator's layers. Rejects where nothing was loaded. */
  readonly count: (choice: StatisticsChoice) => Promise<Statistics>;
  /** Ends the worker, which gives back its memory. */
  readonly close: () => void;
}

/** A client with at most one worker. */
export function createSearch(): Search {
  const { run, close } = runInWorker<SearchWork>(
    'search',
    () => new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    load: (choice, report) => run((work) => work.load(choice, proxy(report))),
    search: (question) => run<SearchAnswer>((work) => work.search(question)),
    count: (choice) => run<Statistics>((work) => work.count(choice)),
    close,
  };
}
