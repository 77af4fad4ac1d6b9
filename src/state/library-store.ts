import { type AnnotatorId, type ArticleId, type Layer, type ProjectId } from '#core/project/project.ts';
import { pause } from '#platform/pause.ts';
import { setRemoved } from '#storage/articles.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Dependencies } from './dependencies.ts';
import { type LibraryArticle, type Progress } from './library-article.ts';
import { createLibraryIndex } from './library-index.ts';
import { addSeeds, readLibrary, readOpening } from './read-library.ts';
import { type SessionStore } from './session-store.ts';

export interface LibraryState {
  /** Before it is ready there are no articles at all, never a part of them. */
  readonly phase: 'loading' | 'ready' | 'failed';
  /** What the disk refused last, or empty; where the phase is ready, the rest of the library is shown all the same. */
  readonly failure: string;
  /** In the order in which they came in; those taken out of the library included. */
  readonly articles: readonly LibraryArticle[];
  /** While a large library is being read, its first articles, to be drawn and nothing else; undefined once it is ready. */
  readonly opening: readonly LibraryArticle[] | undefined;
  /** Seed files that could not be read, as sentences. */
  readonly seedProblems: readonly string[];

  /** The article with this id, taken out or not. */
  readonly find: (id: ArticleId) => LibraryArticle | undefined;
  /** The articles that are not taken out, in their order; the same list until one of them changes. */
  readonly present: () => readonly LibraryArticle[];
  /** Ends when the library that is being read is there, or could not be read. */
  readonly whenRead: () => Promise<void>;

  /** Reads the library, then adds the seed files that the first project does not know yet. */
  readonly load: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Reads the library of the session's project; nothing of the one that was left stays in sight meanwhile. */
  readonly switchOver: () => Promise<void>;
  /** Shows how far a layer that is open has come, without reading the disk. */
  readonly showLayer: (layer: Layer) => void;
  /** Takes an article out of the library into the trash; its layers go with it, and come back with it. */
  readonly remove: (id: ArticleId) => Promise<void>;
  readonly putBack: (id: ArticleId) => Promise<void>;
  readonly forgetFailure: () => void;
}

export type LibraryStore = StoreApi<LibraryState>;

/** So many milliseconds the first rows of a large library have for themselves. */
const DRAWING = 50;

/** Makes the library of the project that the session has. */
export function createLibraryStore(dependencies: Dependencies, session: SessionStore): LibraryStore {
  const { database, now, tellTabs } = dependencies;
  const projectId = (): ProjectId => session.getState().project.id;
  return createStore<LibraryState>((set, get) => {
    const index = createLibraryIndex();
    /** How many articles were taken out or put back here: what was read before is not shown over it. */
    let changes = 0;
    let reading: Promise<unknown> = Promise.resolve();

    const read = async (id: ProjectId): Promise<readonly LibraryArticle[]> => {
      const before = changes;
      const articles = await readLibrary(database, id);
      return before === changes ? articles : read(id);
    };
    /** Shows the first articles of a large library. Where that fails, reading all of them says why. */
    const open = async (): Promise<void> => {
      const id = projectId();
      const opening = await readOpening(database, id).catch(() => undefined);
      if (!opening || id !== projectId() || get().phase !== 'loading') return;
      set({ opening });
      // The first rows are drawn before the rest is read.
      await pause(DRAWING);
    };
    /** Shows what is on the disk, with the failure of what went before it; an empty library only where it is said to be whole. */
    const show = async (failure: string, isWhole: boolean): Promise<void> => {
      const id = projectId();
      try {
        const articles = await read(id);
        // A switch of the project reads the library anew.
        if (id === projectId() && (isWhole || articles.length > 0))
          set({ articles, opening: undefined, phase: 'ready', failure });
      } catch (error) {
        if (id !== projectId()) return;
        const phase = get().phase === 'ready' ? 'ready' : 'failed';
        set({ phase, opening: undefined, failure: (error as StorageError).message });
      }
    };
    const keepReading = async (job: Promise<void>): Promise<void> => {
      reading = job;
      await job;
    };
    const load = async (): Promise<void> => {
      if (get().phase === 'loading') await open();
      await show('', false);
      const { added, failure, problems } = await tryAddingSeeds(dependencies);
      if (problems) set({ seedProblems: problems });
      if (added > 0 || get().phase !== 'ready') await show(failure, true);
      else if (failure !== '') set({ failure });
    };
    /** Takes out or puts back. The article that is shown follows, the others are not read again. */
    const setTakenOut = async (id: ArticleId, removedAt: string, by?: AnnotatorId): Promise<void> => {
      const project = projectId();
      try {
        await setRemoved(database, project, id, removedAt, by);
      } catch (error) {
        set({ failure: (error as StorageError).message });
        return;
      }
      changes += 1;
      tellTabs();
      const article = get().find(id);
      if (!article || project !== projectId()) return;
      set({ articles: index.with(get().articles, { ...article, removed: removedAt !== '' }), failure: '' });
    };
    return {
      phase: 'loading',
      failure: '',
      articles: [],
      opening: undefined,
      seedProblems: [],

      find: (id) => index.find(get().articles, id),
      present: () => index.present(get().articles),
      whenRead: async () => {
        await reading;
      },
      load: () => keepReading(load()),
      refresh: () => keepReading(show('', true)),
      switchOver: () => {
        set({ phase: 'loading', articles: [], opening: undefined, failure: '' });
        return keepReading(open().then(() => show('', true)));
      },
      showLayer: (layer) => {
        const article = get().find(layer.articleId);
        if (article) set({ articles: index.with(get().articles, withLayer(article, layer)) });
      },
      remove: (id) => setTakenOut(id, now(), session.getState().annotatorId),
      putBack: (id) => setTakenOut(id, ''),
      forgetFailure: () => {
        set({ failure: '' });
      },
    };
  });
}

/** The article with the progress that the layer shows. */
function withLayer(article: LibraryArticle, { annotatorId, status, spans }: Layer): LibraryArticle {
  const mine: Progress = { annotatorId, status, spanCount: spans.length };
  const at = article.progress.findIndex((layer) => layer.annotatorId === annotatorId);
  return { ...article, progress: at < 0 ? [...article.progress, mine] : article.progress.with(at, mine) };
}

/** Adds the seeds that are not known yet; where that fails, what the disk refused. */
async function tryAddingSeeds({ database, loadSeeds, now }: Dependencies): Promise<{
  readonly added: number;
  readonly failure: string;
  readonly problems?: readonly string[];
}> {
  try {
    return { failure: '', ...(await addSeeds(database, await loadSeeds(), now)) };
  } catch (error) {
    return { added: 0, failure: (error as StorageError).message };
  }
}
