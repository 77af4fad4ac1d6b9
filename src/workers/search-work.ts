import { EVERYONE } from '#core/bundle/whose.ts';
import { type Annotator } from '#core/project/project.ts';
import { type Corpus, corpusOf } from '#core/search/corpus.ts';
import { type SearchAnswer, searchCorpus, type SearchQuestion } from '#core/search/search-corpus.ts';
import { type Statistics, type StatisticsChoice, statisticsOf } from '#core/statistics/statistics.ts';
import { type Database } from '#storage/database.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { type BundleChoice } from '#storage/walk-start.ts';
import { inHundredths } from './in-hundredths.ts';

/** What is searched and counted: these articles with everyone's layers. */
export interface CorpusChoice extends Omit<BundleChoice, 'whose' | 'leavesOutReviews'> {
  /** Those without a layer included. */
  readonly annotators: readonly Annotator[];
}

/** Answers questions about a corpus that was read before. */
export interface SearchWork {
  /** Reads what is searched and counted from now on. */
  readonly load: (choice: CorpusChoice, report: (done: number, total: number) => void) => Promise<void>;
  /** Throws where nothing was loaded. */
  readonly search: (question: SearchQuestion) => SearchAnswer;
  /** Throws where nothing was loaded. */
  readonly count: (choice: StatisticsChoice) => Statistics;
}

/** The work of the search worker, which tests run without one. */
export function createSearchWork(database: () => Promise<Database>): SearchWork {
  let corpus: Corpus | undefined;
  const loaded = (): Corpus => {
    if (!corpus) throw new Error('nothing was loaded to be searched');
    return corpus;
  };
  return {
    load: async ({ annotators, ...choice }, report) => {
      const bundle = await loadBundle(
        await database(),
        { ...choice, whose: EVERYONE, leavesOutReviews: true },
        inHundredths(report),
      );
      // What is found is shown in the order in which the articles were given, and not in that of a file.
      const byId = new Map(bundle.articles.map((article) => [article.id, article]));
      const articles = [...choice.articleIds].flatMap((id) => byId.get(id) ?? []);
      corpus = corpusOf({ ...bundle, articles, annotators });
    },
    search: (question) => searchCorpus(loaded(), question),
    count: (choice) => statisticsOf(loaded(), choice),
  };
}
