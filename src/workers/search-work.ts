import { type Bundle } from '#core/project/project.ts';
import { type Corpus, corpusOf } from '#core/search/corpus.ts';
import { type SearchAnswer, searchCorpus, type SearchQuestion } from '#core/search/search-corpus.ts';
import { type Statistics, type StatisticsChoice, statisticsOf } from '#core/statistics/statistics.ts';

/** Answers questions about a corpus that was given before. */
export interface SearchWork {
  /** Takes what is searched and counted from now on. */
  readonly load: (bundle: Bundle) => void;
  /** Throws where nothing was loaded. */
  readonly search: (question: SearchQuestion) => SearchAnswer;
  /** Throws where nothing was loaded. */
  readonly count: (choice: StatisticsChoice) => Statistics;
}

/** The work of the search worker, which tests run without one. */
export function createSearchWork(): SearchWork {
  let corpus: Corpus | undefined;
  const loaded = (): Corpus => {
    if (!corpus) throw new Error('nothing was loaded to be searched');
    return corpus;
  };
  return {
    load: (bundle) => {
      corpus = corpusOf(bundle);
    },
    search: (question) => searchCorpus(loaded(), question),
    count: (choice) => statisticsOf(loaded(), choice),
  };
}
