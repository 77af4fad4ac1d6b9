import { isEmptyQuery } from '#core/search/search-plan.ts';
import { type SearchAnswer } from '#core/search/search-corpus.ts';
import { statisticsCsv } from '#core/statistics/statistics-csv.ts';
import { type Statistics, type StatisticsChoice } from '#core/statistics/statistics.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AnnotateStore } from './annotate/annotate-store.ts';
import { fileNameOf } from './bundle-file-name.ts';
import { type Dependencies } from './dependencies.ts';
import { type LibraryStore } from './library-store.ts';
import { messageOf } from './message-of.ts';
import { type SessionStore } from './session-store.ts';
import { type Progress } from './transfer-store.ts';

/** How many hits are shown at most. */
const MOST_HITS = 200;

/** What was found for a query. */
export interface Found extends SearchAnswer {
  readonly query: string;
}

/** What was counted for a choice. */
export interface Counted extends Statistics {
  readonly choice: StatisticsChoice;
}

/** All articles with everyone's layers, read once for a visit of a screen that searches or counts them. */
export interface CorpusState {
  /** Where it is being read again, what was found and counted before stays. */
  readonly phase: 'closed' | 'reading' | 'ready' | 'failed' | 'cancelled';
  readonly failure: string;
  /** How much of the articles and layers is read; undefined before it is known. */
  readonly progress: Progress | undefined;
  /** The answer to the last query that was answered; undefined before the first, and for a query that asks nothing. */
  readonly found: Found | undefined;
  readonly counted: Counted | undefined;

  /** Reads everything from the disk, where it changed since too, and answers again what was asked last. */
  readonly read: () => Promise<void>;
  /** Stops reading; what was found and counted before stays. */
  readonly cancel: () => void;
  /** Lets go of everything. */
  readonly close: () => void;
  /** Searches; an answer that comes after a newer query is dropped. Before everything is read the query waits. */
  readonly search: (query: string) => Promise<void>;
  /** Counts; as search does. */
  readonly count: (choice: StatisticsChoice) => Promise<void>;
  /** Downloads the figures that are shown as CSV; does nothing before there are any. */
  readonly downloadFigures: () => void;
}

export type CorpusStore = StoreApi<CorpusState>;

/** The stores that say what there is to read, and when all of it is on the disk. */
interface Around {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
}

const CLOSED = { phase: 'closed', failure: '', progress: undefined, found: undefined, counted: undefined } as const;

export function createCorpusStore(dependencies: Dependencies, { session, library, annotate }: Around): CorpusStore {
  const { search: worker, download } = dependencies;
  /** Each grows with what it counts, so that what ends late shows nothing. */
  let reading = 0;
  let searching = 0;
  let counting = 0;
  /** What was asked last, for the time when everything is read. */
  let query: string | undefined;
  let choice: StatisticsChoice | undefined;

  return createStore<CorpusState>((set, get) => {
    const fail = (error: unknown): void => {
      set({ phase: 'failed', progress: undefined, failure: messageOf(error) });
    };

    const search: CorpusState['search'] = async (asked) => {
      query = asked;
      const mine = (searching += 1);
      const { project, annotatorId } = session.getState();
      if (isEmptyQuery(asked, project.labelSet)) return set({ found: undefined });
      if (get().phase !== 'ready') return;
      try {
        const answer = await worker.search({ query: asked, annotatorId, most: MOST_HITS });
        if (mine === searching) set({ found: { ...answer, query: asked } });
      } catch (error) {
        if (mine === searching) fail(error);
      }
    };

    const count: CorpusState['count'] = async (asked) => {
      choice = asked;
      const mine = (counting += 1);
      if (get().phase !== 'ready') return;
      try {
        const figures = await worker.count(asked);
        if (mine === counting) set({ counted: { ...figures, choice: asked } });
      } catch (error) {
        if (mine === counting) fail(error);
      }
    };

    return {
      ...CLOSED,
      read: async () => {
        const mine = (reading += 1);
        set({ phase: 'reading', failure: '', progress: undefined });
        const report = (done: number, total: number): void => {
          if (mine === reading) set({ progress: { done, total } });
        };
        try {
          // An edit that is still on its way to the disk is searched too.
          await annotate.getState().settled();
          await library.getState().whenRead();
          const articles = library.getState().present();
          if (mine !== reading) return;
          const { project, annotators } = session.getState();
          await worker.load({ project, annotators, articleIds: new Set(articles.map(({ id }) => id)) }, report);
          if (mine !== reading) return;
          set({ phase: 'ready', progress: undefined });
          await Promise.all([query === undefined ? undefined : search(query), choice && count(choice)]);
        } catch (error) {
          if (mine === reading) fail(error);
        }
      },
      cancel: () => {
        if (get().phase !== 'reading') return;
        reading += 1;
        set({ phase: 'cancelled', progress: undefined });
        worker.close();
      },
      close: () => {
        reading += 1;
        searching += 1;
        counting += 1;
        query = undefined;
        choice = undefined;
        set(CLOSED);
        worker.close();
      },
      search,
      count,
      downloadFigures: () => {
        const { counted } = get();
        if (!counted) return;
        const { project } = session.getState();
        const csv = statisticsCsv(project.labelSet, counted);
        download(fileNameOf(project.name, 'statistics.csv'), new Blob([csv], { type: 'text/csv' }));
      },
    };
  });
}
