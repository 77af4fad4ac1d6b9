import { type AnnotatorId, type ArticleId, type ProjectId } from '#core/project/project.ts';
import { fileNameOf } from '#state/bundle-file-name.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { type LibraryStore } from '#state/library-store.ts';
import { messageOf } from '#state/message-of.ts';
import { nameOf, type SessionStore } from '#state/session-store.ts';
import { type Progress } from '#state/transfer-store.ts';
import { loadAllDecisions } from '#storage/decisions.ts';
import { loadReviews } from '#storage/reviews.ts';
// Wholly types: an import that stays would bring the worker's code along.
import type { HandedOver, SharedChoice } from '#workers/make-shared-work.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
// Wholly a type: assigning is loaded when it is first needed.
import type { Assignment } from './assignment.ts';
import { type NamedContent } from './named-content.ts';
import { uniqueFileNames } from './unique-file-names.ts';

/** An annotator to whom something can be returned. */
export interface Returnable {
  readonly annotatorId: AnnotatorId;
  /** Articles that the annotator has done and whose review is finished. */
  readonly finished: readonly ArticleId[];
  /** Those of which a reviewer has decided something, but not all. */
  readonly begun: readonly ArticleId[];
}

/** How far the file is that is being made; `what` is the part of the screen that asked for it. */
export type Sharing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly what: HandedOver['kind']; readonly progress: Progress | undefined }
  | { readonly kind: 'saved'; readonly what: HandedOver['kind']; readonly fileName: string }
  | { readonly kind: 'failed'; readonly what: HandedOver['kind']; readonly message: string };

export interface ShareState {
  readonly sharing: Sharing;
  /** Undefined before it was read. */
  readonly returnable: readonly Returnable[] | undefined;
  /** What could not be read, or empty. */
  readonly failure: string;

  /** Reads to whom something can be returned. */
  readonly readReturnable: () => Promise<void>;
  /** Saves one file with the annotator's own finished layers. */
  readonly sendToReview: () => Promise<void>;
  /** Saves a file for each of these annotators: one as it is, several in an archive. */
  readonly giveBack: (to: readonly Returnable[], how: ReturnHow) => Promise<void>;
  /** Saves a project file for each annotator, in an archive where there are several. Annotators who are new are added here. */
  readonly assign: (assignment: Assignment) => Promise<void>;
  readonly cancel: () => void;
  readonly forget: () => void;
}

/** How files are returned. */
export interface ReturnHow {
  /** True where the names of other annotators are hidden. */
  readonly isBlind: boolean;
  /** True where articles go along whose review is not finished. */
  readonly withBegun: boolean;
}

export type ShareStore = StoreApi<ShareState>;

export function createShareStore(dependencies: Dependencies, session: SessionStore, library: LibraryStore): ShareStore {
  const { database } = dependencies;
  const store = createStore<ShareState>((set, get) => {
    const projectId = (): ProjectId => session.getState().project.id;
    const { make, cancel } = createMaking(dependencies, session, set, get);
    return {
      sharing: { kind: 'idle' },
      returnable: undefined,
      failure: '',
      cancel,
      forget: () => {
        if (get().sharing.kind !== 'making') set({ sharing: { kind: 'idle' } });
      },
      readReturnable: async () => {
        const id = projectId();
        try {
          await library.getState().whenRead();
          const reviewed = new Set((await loadReviews(database, id)).map(({ articleId }) => articleId));
          const decided = new Set((await loadAllDecisions(database, id)).keys());
          if (id === projectId()) set({ returnable: returnableIn(library, reviewed, decided), failure: '' });
        } catch (error) {
          set({ failure: messageOf(error) });
        }
      },
      sendToReview: () => {
        const { annotatorId, annotators } = session.getState();
        const name = nameOf(annotators, annotatorId);
        return make('review', doneBy(library, annotatorId), [{ name, content: { kind: 'review', annotatorId } }]);
      },
      giveBack: (to, { isBlind, withBegun }) => {
        const { annotators } = session.getState();
        const files = to.map(({ annotatorId, finished, begun }) => {
          const articleIds = new Set(withBegun ? [...finished, ...begun] : finished);
          return {
            name: nameOf(annotators, annotatorId),
            content: { kind: 'return', annotatorId, articleIds, isBlind } as const,
          };
        });
        return make('return', new Set(files.flatMap(({ content }) => [...content.articleIds])), files);
      },
      assign: async (assignment) => {
        try {
          const { filesOf } = await import('./assignment.ts');
          const files = await filesOf(assignment, dependencies, session);
          await make('annotate', new Set(assignment.articleIds), files);
        } catch (error) {
          set({ sharing: { kind: 'failed', what: 'annotate', message: messageOf(error) } });
        }
      },
    };
  });
  session.subscribe(({ project }, before) => {
    if (project.id !== before.project.id) store.setState({ returnable: undefined, failure: '' });
  });
  return store;
}

/** Makes files and saves them, one at a time. */
function createMaking(
  { transfer, download }: Dependencies,
  session: SessionStore,
  set: (part: Partial<ShareState>) => void,
  get: () => ShareState,
) {
  /** Grows with every file, so that one that was given up is not saved. */
  let turn = 0;
  return {
    make: async (
      what: HandedOver['kind'],
      articleIds: ReadonlySet<ArticleId>,
      contents: readonly NamedContent[],
    ): Promise<void> => {
      const mine = (turn += 1);
      const { project } = session.getState();
      const files = filesFor(project.name, what, contents);
      set({ sharing: { kind: 'making', what, progress: undefined } });
      try {
        const blob = await transfer.makeShared({ project, articleIds, files }, (done, total) => {
          // The last report may come after the file.
          const isMaking = mine === turn && get().sharing.kind === 'making';
          if (isMaking) set({ sharing: { kind: 'making', what, progress: { done, total } } });
        });
        if (mine !== turn) return;
        const [only] = files;
        const fileName =
          only && files.length === 1 ? only.fileName : fileNameOf(`${project.name} ${WORDS[what]}`, 'zip');
        download(fileName, blob);
        set({ sharing: { kind: 'saved', what, fileName } });
      } catch (error) {
        if (mine === turn) set({ sharing: { kind: 'failed', what, message: messageOf(error) } });
      }
    },
    cancel: () => {
      if (get().sharing.kind !== 'making') return;
      turn += 1;
      transfer.cancelMaking();
      set({ sharing: { kind: 'idle' } });
    },
  };
}

/** What a file is, in its name. */
const WORDS: Readonly<Record<HandedOver['kind'], string>> = {
  review: 'for review',
  return: 'reviewed',
  annotate: 'to annotate',
};

function filesFor(project: string, what: HandedOver['kind'], contents: readonly NamedContent[]): SharedChoice['files'] {
  // Whose it is comes first, since long names are cut.
  const names = contents.map(({ name }) => fileNameOf(`${name} ${WORDS[what]} ${project}`, 'spanmark.json'));
  return uniqueFileNames(names).map((fileName, index) => ({ fileName, content: contents[index]!.content }));
}

/** The articles in the library that the annotator has done. */
function doneBy(library: LibraryStore, annotatorId: AnnotatorId): ReadonlySet<ArticleId> {
  const isDone = (layer: { readonly annotatorId: AnnotatorId; readonly status: string }): boolean =>
    layer.annotatorId === annotatorId && layer.status === 'done';
  const articles = library.getState().present();
  return new Set(articles.filter(({ progress }) => progress.some(isDone)).map(({ id }) => id));
}

function returnableIn(
  library: LibraryStore,
  reviewed: ReadonlySet<ArticleId>,
  decided: ReadonlySet<ArticleId>,
): readonly Returnable[] {
  const found = new Map<AnnotatorId, { readonly finished: ArticleId[]; readonly begun: ArticleId[] }>();
  for (const { id, progress } of library.getState().present()) {
    if (!reviewed.has(id) && !decided.has(id)) continue;
    for (const { annotatorId, status } of progress) {
      if (status !== 'done') continue;
      const known = found.get(annotatorId) ?? { finished: [], begun: [] };
      found.set(annotatorId, known);
      (reviewed.has(id) ? known.finished : known.begun).push(id);
    }
  }
  return [...found].map(([annotatorId, articles]) => ({ annotatorId, ...articles }));
}
