import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type Project, type ProjectId } from '#core/project/project.ts';
import { addProject, changeProject, setProjectRemoved } from '#storage/projects.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AnnotateStore } from './annotate/annotate-store.ts';
import { type Dependencies } from './dependencies.ts';
import { FIRST_PROJECT, type KnownProject, projectWithId } from './known-projects.ts';
import { type LibraryStore } from './library-store.ts';
import { nameFrom, type SessionStore } from './session-store.ts';
import { projectOfItsOwn, type TransferStore } from './transfer-store.ts';

/** Where the label set of a new project comes from. */
export type LabelSource =
  | { readonly kind: 'default' | 'empty' }
  | { readonly kind: 'copy'; readonly of: ProjectId; readonly withGuidelines: boolean };

/** Which project is shown, and which there are. */
export interface ProjectsState {
  /** True while one project is being left for another. */
  readonly isBusy: boolean;
  /** Why the last action was not done, or empty. */
  readonly failure: string;

  /**
   * Closes and saves the open layer, then shows another project. False, with the reason in `failure`, where an import is under
   * way or the disk refuses.
   */
  readonly switchTo: (id: ProjectId) => Promise<boolean>;
  /** Makes a project and shows it; false where it was not made. */
  readonly add: (name: string, labels: LabelSource) => Promise<boolean>;
  /** Puts a project away; all of it stays on the disk. Where it is the one that is shown, another is shown. */
  readonly putAway: (id: ProjectId) => Promise<boolean>;
  readonly takeOut: (id: ProjectId) => Promise<boolean>;
  /** Imports what was read into a project of its own, named and labelled as the first bundle with other labels, and shows it. */
  readonly importAsNew: () => Promise<boolean>;
  readonly forgetFailure: () => void;
}

export type ProjectsStore = StoreApi<ProjectsState>;

interface OtherStores {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
  readonly transfer: TransferStore;
}

export function createProjectsStore(dependencies: Dependencies, stores: OtherStores): ProjectsStore {
  const { database, now, newId, tellTabs } = dependencies;
  const { session, library, annotate, transfer } = stores;

  /** Throws where leaving the project would lose something. */
  const leaveNothingBehind = async (): Promise<void> => {
    await annotate.getState().settled();
    if (annotate.getState().saving.kind === 'failed') {
      throw new Error('The last change of the open article is not saved. Save it first, then switch the project.');
    }
    if (['reading', 'writing'].includes(transfer.getState().phase)) {
      throw new Error('An import is under way. Wait until it is done, then switch the project.');
    }
  };

  const show = async (id: ProjectId): Promise<void> => {
    await session.getState().openProject(id, annotate.getState().close);
    await Promise.all([
      library.getState().switchOver(),
      annotate.getState().settled(),
      transfer.getState().prepareAgain(),
    ]);
  };

  return createStore<ProjectsState>((set, get) => {
    /** Does one thing at a time and says why where it is not done. */
    const attempt = async (job: () => Promise<void>): Promise<boolean> => {
      if (get().isBusy) return false;
      set({ isBusy: true, failure: '' });
      let failure = '';
      try {
        await job();
      } catch (error) {
        failure = error instanceof Error ? error.message : String(error);
      }
      set({ isBusy: false, failure });
      return failure === '';
    };
    return {
      isBusy: false,
      failure: '',

      switchTo: (id) =>
        attempt(async () => {
          if (id === session.getState().project.id) return;
          await leaveNothingBehind();
          transfer.getState().forgetDone();
          await show(id);
        }),
      add: (name, labels) =>
        attempt(async () => {
          await leaveNothingBehind();
          const { projects } = session.getState();
          const fresh = newProject(newId() as ProjectId, nameFrom(name, FIRST_PROJECT.name), labels, projects);
          await addProject(database, fresh, now());
          tellTabs();
          transfer.getState().forgetDone();
          await show(fresh.id);
        }),
      putAway: (id) =>
        attempt(async () => {
          const { project, projects } = session.getState();
          const isShown = project.id === id;
          const next = projects.find((other) => other.id !== id && !other.isAway);
          if (isShown) await leaveNothingBehind();
          // It is in use from the start, and must be on the disk to be counted.
          await changeProject(database, FIRST_PROJECT, (stored) => stored);
          const isDone = next !== undefined && (await setProjectRemoved(database, id, now()));
          if (!isDone) throw new Error('The last project in use cannot be put away.');
          tellTabs();
          if (!isShown) return session.getState().refresh();
          transfer.getState().forgetDone();
          await show(next.id);
        }),
      takeOut: (id) =>
        attempt(async () => {
          await setProjectRemoved(database, id, '');
          tellTabs();
          await session.getState().refresh();
        }),
      importAsNew: () =>
        attempt(async () => {
          const other = projectOfItsOwn(transfer.getState().files);
          if (!other) return;
          await leaveNothingBehind();
          const { projects } = session.getState();
          const isKnown = projects.some(({ id }) => id === other.id);
          const id = isKnown ? (newId() as ProjectId) : other.id;
          const fresh = { ...other, id, name: freeName(other.name, projects) };
          if (await transfer.getState().write(fresh)) await show(fresh.id);
        }),
      forgetFailure: () => {
        set({ failure: '' });
      },
    };
  });
}

function newProject(id: ProjectId, name: string, labels: LabelSource, projects: readonly KnownProject[]): Project {
  if (labels.kind === 'copy') {
    const { labelSet, guidelines } = projectWithId(projects, labels.of);
    return { id, name, labelSet, guidelines: labels.withGuidelines ? guidelines : [] };
  }
  const labelSet = labels.kind === 'default' ? DEFAULT_LABEL_SET : { labels: [], linkTypes: [] };
  return { id, name, labelSet, guidelines: [] };
}

/** The name, with a number where a project has it already. */
export function freeName(name: string, projects: readonly { readonly name: string }[]): string {
  const taken = new Set(projects.map((project) => project.name));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  return free;
}
