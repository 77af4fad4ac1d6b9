import { t } from '#language/t.ts';
import {
  type Annotator,
  type AnnotatorId,
  type ArticleId,
  type Project,
  type ProjectId,
} from '#core/project/project.ts';
import { LIMITS } from '#formats/limits.ts';
import { loadLabelChanges } from '#storage/label-changes.ts';
import { loadAnnotators, renameProject, saveAnnotator } from '#storage/projects.ts';
import { type LabelChangeRow } from '#storage/rows.ts';
import { loadSettings, saveSetting } from '#storage/settings.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Dependencies } from './dependencies.ts';
import {
  FIRST_PROJECT,
  type KnownProject,
  lastArticleIn,
  lastArticleKey,
  projectWithId,
  readProjects,
  startingProject,
} from './known-projects.ts';

export type Persistence = 'kept' | 'may-be-cleared' | 'unknown';

/** Who annotates which project in this browser. */
export interface SessionState {
  /** The one that this tab shows; another tab may show another. */
  readonly project: Project;
  /** All of this browser, oldest first, those that were put away included. */
  readonly projects: readonly KnownProject[];
  /** Every change of the project's label set, oldest first, those that were undone included. */
  readonly labelChanges: readonly LabelChangeRow[];
  readonly annotators: readonly Annotator[];
  readonly annotatorId: AnnotatorId;
  /** False until the annotator gave a name or said that it can wait. */
  readonly nameAsked: boolean;
  readonly persistence: Persistence;
  /** The article of the project that was open last, so that annotating goes on where it stopped. */
  readonly lastArticleId: ArticleId | undefined;
  /** The articles that were open before, the last one first. */
  readonly recentArticleIds: readonly ArticleId[];

  /** What the disk refused of the last change, or empty. */
  readonly failure: string;

  /** Reads all this; rejects with a StorageError where the disk cannot be read, since nothing works without. */
  readonly load: () => Promise<void>;
  /** Reads projects and annotators again, after an import or what another tab did; rejects as load does. */
  readonly refresh: () => Promise<void>;
  /**
   * Shows another project from now on, here and after a reload; rejects as load does. `leave` is called once nothing can fail
   * any more, while the project that is left is still the current one.
   */
  readonly openProject: (id: ProjectId, leave: () => void) => Promise<void>;
  readonly nameAnnotator: (name: string) => Promise<void>;
  readonly skipName: () => Promise<void>;
  /** From now on this annotator's layers are the ones that are written. */
  readonly annotateAs: (id: AnnotatorId) => Promise<void>;
  readonly addAnnotator: (name: string) => Promise<void>;
  readonly renameProject: (name: string) => Promise<void>;
  readonly askForPersistence: () => Promise<void>;
  readonly rememberArticle: (id: ArticleId) => Promise<void>;
  readonly forgetFailure: () => void;
}

export type SessionStore = StoreApi<SessionState>;

const UNNAMED = t`Annotator`;
/** So many articles are remembered as opened before. */
const RECENT = 20;

const NOT_LOADED = {
  project: FIRST_PROJECT,
  projects: [],
  labelChanges: [],
  annotators: [],
  annotatorId: '' as AnnotatorId,
  nameAsked: true,
  persistence: 'unknown',
  lastArticleId: undefined,
  recentArticleIds: [],
  failure: '',
} as const;

export function createSessionStore(dependencies: Dependencies): SessionStore {
  const { database, askForPersistence, tellTabs } = dependencies;
  return createStore<SessionState>((set, get) => {
    const refresh = async (): Promise<void> => {
      const annotators = await loadAnnotators(database);
      const projects = await readProjects(database);
      const project = projectWithId(projects, get().project.id);
      const labelChanges = await loadLabelChanges(database, project.id);
      set({ annotators, projects, project, labelChanges });
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
    const { beNew, ...annotating } = createAnnotating(dependencies, { get, set, refresh, attempt });
    return {
      ...NOT_LOADED,
      ...annotating,

      load: async () => {
        const settings = await loadSettings(database);
        const projectId = startingProject(await readProjects(database), settings.get('projectId'));
        set({
          nameAsked: settings.get('nameAsked') === true,
          project: { ...FIRST_PROJECT, id: projectId },
          lastArticleId: lastArticleIn(settings, projectId) ?? recentFrom(settings)[0],
          recentArticleIds: recentFrom(settings),
        });
        await refresh();
        const id = settings.get('annotatorId');
        if (typeof id === 'string' && get().annotators.some((annotator) => annotator.id === id)) {
          set({ annotatorId: id as AnnotatorId });
        } else {
          await beNew(UNNAMED);
        }
      },
      refresh,
      openProject: async (id, leave) => {
        const settings = await loadSettings(database);
        const projects = await readProjects(database);
        await saveSetting(database, 'projectId', id);
        leave();
        set({ projects, project: projectWithId(projects, id), lastArticleId: lastArticleIn(settings, id) });
      },
      renameProject: (name) =>
        attempt(async () => {
          await renameProject(database, get().project, nameFrom(name, FIRST_PROJECT.name));
          await refresh();
          tellTabs();
        }),
      askForPersistence: async () => {
        set({ persistence: await askForPersistence() });
      },
      rememberArticle: async (id) => {
        if (get().lastArticleId === id) return;
        await attempt(async () => {
          const recentArticleIds = [id, ...get().recentArticleIds.filter((other) => other !== id)].slice(0, RECENT);
          set({ lastArticleId: id, recentArticleIds });
          await saveSetting(database, lastArticleKey(get().project.id), id);
          await saveSetting(database, 'recentArticleIds', recentArticleIds);
        });
      },
      forgetFailure: () => {
        set({ failure: '' });
      },
    };
  });
}

/** Before there were several, only the last article was remembered. */
function recentFrom(settings: ReadonlyMap<string, unknown>): readonly ArticleId[] {
  const recent = settings.get('recentArticleIds') ?? [settings.get('lastArticleId')];
  return Array.isArray(recent) ? recent.filter((id): id is ArticleId => typeof id === 'string') : [];
}

interface SessionParts {
  readonly get: () => SessionState;
  readonly set: (part: Partial<SessionState>) => void;
  readonly refresh: () => Promise<void>;
  readonly attempt: (change: () => Promise<void>) => Promise<void>;
}

/** Naming who annotates, and becoming somebody else. */
function createAnnotating(
  { database, newId, tellTabs }: Dependencies,
  { get, set, refresh, attempt }: SessionParts,
): Pick<SessionState, 'nameAnnotator' | 'skipName' | 'annotateAs' | 'addAnnotator'> & {
  readonly beNew: (name: string) => Promise<void>;
} {
  const become = async (id: AnnotatorId): Promise<void> => {
    set({ annotatorId: id });
    await saveSetting(database, 'annotatorId', id);
  };
  const putAnnotator = async (annotator: Annotator): Promise<void> => {
    await saveAnnotator(database, annotator);
    await refresh();
    tellTabs();
  };
  const finishAsking = async (): Promise<void> => {
    set({ nameAsked: true });
    await saveSetting(database, 'nameAsked', true);
  };
  const beNew = async (name: string): Promise<void> => {
    const fresh: Annotator = { id: newId() as AnnotatorId, name };
    await putAnnotator(fresh);
    await become(fresh.id);
  };
  return {
    beNew,
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
        await beNew(nameFrom(name, UNNAMED));
        await finishAsking();
      }),
  };
}

/** What was typed as a name, as long as a file can hold it. */
export function nameFrom(typed: string, otherwise: string): string {
  return typed.trim().slice(0, LIMITS.name).toWellFormed() || otherwise;
}

/** The name of an annotator for display. */
export function nameOf(annotators: readonly Annotator[], id: AnnotatorId): string {
  return annotators.find((annotator) => annotator.id === id)?.name ?? UNNAMED;
}
