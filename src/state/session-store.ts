import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import {
  type Annotator,
  type AnnotatorId,
  type ArticleId,
  type Project,
  type ProjectId,
} from '#core/project/project.ts';
import { LIMITS } from '#formats/limits.ts';
import { loadLabelChanges } from '#storage/label-changes.ts';
import { loadAnnotators, loadProject, renameProject, saveAnnotator } from '#storage/projects.ts';
import { type LabelChangeRow } from '#storage/rows.ts';
import { loadSettings, saveSetting } from '#storage/settings.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Dependencies } from './dependencies.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export type Persistence = 'kept' | 'may-be-cleared' | 'unknown';

/** Who annotates which project in this browser, and how the app looks. */
export interface SessionState {
  readonly project: Project;
  /** Every change of the project's label set, oldest first, those that were undone included. */
  readonly labelChanges: readonly LabelChangeRow[];
  readonly annotators: readonly Annotator[];
  readonly annotatorId: AnnotatorId;
  /** False until the annotator gave a name or said that it can wait. */
  readonly nameAsked: boolean;
  readonly theme: Theme;
  readonly persistence: Persistence;
  /** The article that was open last, so that annotating goes on where it stopped. */
  readonly lastArticleId: ArticleId | undefined;

  /** What the disk refused of the last change, or empty. */
  readonly failure: string;

  /** Reads all this; rejects with a StorageError where the disk cannot be read, since nothing works without. */
  readonly load: () => Promise<void>;
  /** Reads project and annotators again, after an import; rejects as load does. */
  readonly refresh: () => Promise<void>;
  readonly nameAnnotator: (name: string) => Promise<void>;
  readonly skipName: () => Promise<void>;
  /** From now on this annotator's layers are the ones that are written. */
  readonly annotateAs: (id: AnnotatorId) => Promise<void>;
  readonly addAnnotator: (name: string) => Promise<void>;
  readonly renameProject: (name: string) => Promise<void>;
  readonly setTheme: (theme: Theme) => Promise<void>;
  readonly askForPersistence: () => Promise<void>;
  readonly rememberArticle: (id: ArticleId) => Promise<void>;
}

export type SessionStore = StoreApi<SessionState>;

/** The project that every browser starts with; its id is the same everywhere, so that bundles of it can be merged. */
export const FIRST_PROJECT: Project = {
  id: 'first-project' as ProjectId,
  name: 'My project',
  labelSet: DEFAULT_LABEL_SET,
  guidelines: [],
};

const UNNAMED = 'Annotator';

const NOT_LOADED = {
  project: FIRST_PROJECT,
  labelChanges: [],
  annotators: [],
  annotatorId: '' as AnnotatorId,
  nameAsked: true,
  theme: 'system',
  persistence: 'unknown',
  lastArticleId: undefined,
  failure: '',
} as const;

export function createSessionStore({ database, newId, askForPersistence }: Dependencies): SessionStore {
  return createStore<SessionState>((set, get) => {
    const refresh = async (): Promise<void> => {
      const project = (await loadProject(database, FIRST_PROJECT.id)) ?? FIRST_PROJECT;
      const labelChanges = await loadLabelChanges(database, project.id);
      set({ project, labelChanges, annotators: await loadAnnotators(database) });
    };
    const become = async (id: AnnotatorId): Promise<void> => {
      set({ annotatorId: id });
      await saveSetting(database, 'annotatorId', id);
    };
    const putAnnotator = async (annotator: Annotator): Promise<void> => {
      await saveAnnotator(database, annotator);
      await refresh();
    };
    const finishAsking = async (): Promise<void> => {
      set({ nameAsked: true });
      await saveSetting(database, 'nameAsked', true);
    };
    /** Does a change; where the disk refuses, the user can read why. */
    const attempt = async (change: () => Promise<void>): Promise<void> => {
      set({ failure: '' });
      try {
        await change();
      } catch (error) {
        set({ failure: (error as StorageError).message });
      }
    };
    return {
      ...NOT_LOADED,

      load: async () => {
        const settings = await loadSettings(database);
        const theme = THEMES.find((known) => known === settings.get('theme')) ?? 'system';
        const last = settings.get('lastArticleId');
        const lastArticleId = typeof last === 'string' ? (last as ArticleId) : undefined;
        set({ theme, nameAsked: settings.get('nameAsked') === true, lastArticleId });
        await refresh();
        const id = settings.get('annotatorId');
        if (typeof id === 'string' && get().annotators.some((annotator) => annotator.id === id)) {
          set({ annotatorId: id as AnnotatorId });
        } else {
          const fresh: Annotator = { id: newId() as AnnotatorId, name: UNNAMED };
          await putAnnotator(fresh);
          await become(fresh.id);
        }
      },
      refresh,
      nameAnnotator: (name) =>
        attempt(async () => {
          const given = nameFrom(name, '');
          await finishAsking();
          if (given !== '') await putAnnotator({ id: get().annotatorId, name: given });
        }),
      skipName: () => attempt(finishAsking),
      annotateAs: (id) =>
        attempt(async () => {
          await become(id);
          await finishAsking();
        }),
      addAnnotator: (name) =>
        attempt(async () => {
          const fresh: Annotator = { id: newId() as AnnotatorId, name: nameFrom(name, UNNAMED) };
          await putAnnotator(fresh);
          await become(fresh.id);
          await finishAsking();
        }),
      renameProject: (name) =>
        attempt(async () => {
          set({ project: await renameProject(database, get().project, nameFrom(name, FIRST_PROJECT.name)) });
        }),
      setTheme: (theme) =>
        attempt(async () => {
          set({ theme });
          await saveSetting(database, 'theme', theme);
        }),
      askForPersistence: async () => {
        set({ persistence: await askForPersistence() });
      },
      rememberArticle: async (id) => {
        if (get().lastArticleId === id) return;
        await attempt(async () => {
          set({ lastArticleId: id });
          await saveSetting(database, 'lastArticleId', id);
        });
      },
    };
  });
}

/** What was typed as a name, as long as a file can hold it. */
function nameFrom(typed: string, otherwise: string): string {
  return typed.trim().slice(0, LIMITS.name).toWellFormed() || otherwise;
}

/** The name of an annotator for display. */
export function nameOf(annotators: readonly Annotator[], id: AnnotatorId): string {
  return annotators.find((annotator) => annotator.id === id)?.name ?? UNNAMED;
}
