import {
  type AnnotatorId,
  type ArticleAbout,
  type ArticleId,
  type Layer,
  type LayerStatus,
} from '#core/project/project.ts';
import { countWords } from '#core/text/count-words.ts';
import { readTextArticle } from '#formats/plain-text/read.ts';
import { addArticles, type CountedArticle, loadArticles, setRemoved } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { loadHeads } from '#storage/layers.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Dependencies } from './dependencies.ts';
import { FIRST_PROJECT } from './session-store.ts';

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

  /** Adds seed files that are not known yet, then reads the library. */
  readonly load: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Shows how far a layer that is open has come, without reading the disk. */
  readonly showLayer: (layer: Layer) => void;
  /** Takes an article out of the library; its layers stay, and it can be put back. */
  readonly remove: (id: ArticleId) => Promise<void>;
  readonly putBack: (id: ArticleId) => Promise<void>;
}

export type LibraryStore = StoreApi<LibraryState>;

export function createLibraryStore({ database, now, loadSeeds }: Dependencies): LibraryStore {
  return createStore<LibraryState>((set, get) => {
    /** Does something, then reads the library anew, even where the first failed: what is on the disk can be shown. */
    const thenRead = async (job: () => Promise<void>): Promise<void> => {
      let failure = '';
      try {
        await job();
      } catch (error) {
        failure = (error as StorageError).message;
      }
      try {
        set({ articles: await readArticles(database), phase: 'ready', failure });
      } catch (error) {
        set({ phase: get().phase === 'ready' ? 'ready' : 'failed', failure: (error as StorageError).message });
      }
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
      remove: (id) => thenRead(() => setRemoved(database, FIRST_PROJECT.id, id, now())),
      putBack: (id) => thenRead(() => setRemoved(database, FIRST_PROJECT.id, id, '')),
    };
  });
}

async function readArticles(database: Database): Promise<readonly LibraryArticle[]> {
  const [rows, heads] = await Promise.all([
    loadArticles(database, FIRST_PROJECT.id),
    loadHeads(database, FIRST_PROJECT.id),
  ]);
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
