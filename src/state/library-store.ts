import {
  type AnnotatorId,
  type ArticleAbout,
  type ArticleId,
  type Layer,
  type LayerStatus,
  type ProjectId,
} from '#core/project/project.ts';
import { countWords } from '#core/text/count-words.ts';
import { readTextArticle } from '#formats/plain-text/read.ts';
import { addArticles, type CountedArticle, loadArticles, setRemoved } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { loadHeads } from '#storage/layers.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Dependencies } from './dependencies.ts';
import { FIRST_PROJECT } from './known-projects.ts';
import { type SessionStore } from './session-store.ts';

/** How far one annotator is with an article. */
export interface Progress {
  readonly annotatorId: AnnotatorId;
  readonly status: LayerStatus;
  readonly spanCount: number;
}

/** An article of the library as its table shows it. */
export interface LibraryArticle extends ArticleAbout {
  readonly words: number;
  readonly removed: boolean;
  readonly progress: readonly Progress[];
}

export interface LibraryState {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** What the disk refused last, or empty; where the phase is ready, the rest of the library is shown all the same. */
  readonly failure: string;
  /** In the order in which they came in; those taken out of the library included. */
  readonly articles: readonly LibraryArticle[];
  /** Seed files that could not be read, as sentences. */
  readonly seedProblems: readonly string[];

  /** Adds seed files that the first project does not know yet, then reads the library. */
  readonly load: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Reads the library of the session's project; nothing of the one that was left stays in sight meanwhile. */
  readonly switchOver: () => Promise<void>;
  /** Shows how far a layer that is open has come, without reading the disk. */
  readonly showLayer: (layer: Layer) => void;
  /** Takes an article out of the library; its layers stay, and it can be put back. */
  readonly remove: (id: ArticleId) => Promise<void>;
  readonly putBack: (id: ArticleId) => Promise<void>;
  readonly forgetFailure: () => void;
}

export type LibraryStore = StoreApi<LibraryState>;

/** Makes the library of the project that the session has. */
export function createLibraryStore(
  { database, now, loadSeeds, tellTabs }: Dependencies,
  session: SessionStore,
): LibraryStore {
  const projectId = (): ProjectId => session.getState().project.id;
  return createStore<LibraryState>((set, get) => {
    /** Does something, then reads the library anew, even where the first failed: what is on the disk can be shown. */
    const thenRead = async (job: () => Promise<void>): Promise<void> => {
      let failure = '';
      try {
        await job();
      } catch (error) {
        failure = (error as StorageError).message;
      }
      const id = projectId();
      try {
        const articles = await readArticles(database, id);
        // A switch of the project reads the library anew.
        if (id === projectId()) set({ articles, phase: 'ready', failure });
      } catch (error) {
        if (id !== projectId()) return;
        set({ phase: get().phase === 'ready' ? 'ready' : 'failed', failure: (error as StorageError).message });
      }
    };
    /** The same for a change that the other tabs are to show as well. */
    const change = async (job: () => Promise<void>): Promise<void> => {
      await thenRead(job);
      tellTabs();
    };
    const addSeeds = async (): Promise<void> => {
      const { articles, problems } = readSeeds(await loadSeeds());
      set({ seedProblems: problems });
      await addArticles(database, FIRST_PROJECT.id, articles, now());
    };
    return {
      phase: 'loading',
      failure: '',
      articles: [],
      seedProblems: [],

      load: () => thenRead(addSeeds),
      refresh: () => thenRead(() => Promise.resolve()),
      switchOver: () => {
        set({ phase: 'loading', articles: [], failure: '' });
        return thenRead(() => Promise.resolve());
      },
      showLayer: ({ articleId, annotatorId, status, spans }) => {
        const mine: Progress = { annotatorId, status, spanCount: spans.length };
        set({
          articles: get().articles.map((article) => {
            if (article.id !== articleId) return article;
            const at = article.progress.findIndex((layer) => layer.annotatorId === annotatorId);
            const progress = at < 0 ? [...article.progress, mine] : article.progress.with(at, mine);
            return { ...article, progress };
          }),
        });
      },
      remove: (id) => change(() => setRemoved(database, projectId(), id, now())),
      putBack: (id) => change(() => setRemoved(database, projectId(), id, '')),
      forgetFailure: () => {
        set({ failure: '' });
      },
    };
  });
}

async function readArticles(database: Database, projectId: ProjectId): Promise<readonly LibraryArticle[]> {
  const [rows, heads] = await Promise.all([loadArticles(database, projectId), loadHeads(database, projectId)]);
  const byArticle = new Map<ArticleId, Progress[]>();
  for (const { articleId, annotatorId, status, spanCount } of heads) {
    const progress = byArticle.get(articleId) ?? [];
    byArticle.set(articleId, [...progress, { annotatorId, status, spanCount }]);
  }
  return rows.map(({ id, title, source, date, language, original, correctionOf, words, removedAt }) => {
    const about = { id, title, source, date, language, original, correctionOf };
    return { ...about, words, removed: removedAt !== '', progress: byArticle.get(id) ?? [] };
  });
}

function readSeeds(files: readonly { fileName: string; text: string }[]) {
  const articles: CountedArticle[] = [];
  const problems: string[] = [];
  for (const { fileName, text } of files) {
    const read = readTextArticle(fileName, text);
    if (read.ok) articles.push({ article: read.value, words: countWords(read.value.text, read.value.language) });
    else problems.push(`${fileName}: ${read.problems.map(({ message }) => message).join('; ')}`);
  }
  return { articles, problems };
}
