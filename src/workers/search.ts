import { type Bundle } from '#core/project/project.ts';
import { type SearchAnswer, type SearchQuestion } from '#core/search/search-corpus.ts';
import { type Statistics, type StatisticsChoice } from '#core/statistics/statistics.ts';
import { runInWorker } from './run-in-worker.ts';
import { type SearchWork } from './search-work.ts';

/** Searches and counts in a worker, which starts with the first call. A worker that dies has to be given its bundle again. */
export interface Search {
  /** Takes what is searched and counted from now on. Rejects where the worker dies or is closed, as all calls do. */
  readonly load: (bundle: Bundle) => Promise<void>;
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
    load: (bundle) => run((work) => work.load(bundle)),
    search: (question) => run<SearchAnswer>((work) => work.search(question)),
    count: (choice) => run<Statistics>((work) => work.count(choice)),
    close,
  };
}
