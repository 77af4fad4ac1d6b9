import { t } from '#language/t.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type AnnotatorId, type Project, type ProjectId } from '#core/project/project.ts';
import { type Database } from '#storage/database.ts';
import { loadGone } from '#storage/gone.ts';
import { addProject, changeProject, setProjectRemoved } from '#storage/projects.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AnnotateStore } from './annotate/annotate-store.ts';
import { type Dependencies } from './dependencies.ts';
import { FIRST_PROJECT, type KnownProject, projectWithId } from './known-projects.ts';
import { type LibraryStore } from './library-store.ts';
import { messageOf } from './message-of.ts';
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
  /** Shows the sample project, made anew where it is not in use; false where it could not be. */
  readonly openSample: () => Promise<boolean>;
  /** Puts a project away; all of it stays on the disk. Where it is the one that is shown, another is shown. */
  readonly putAway: (id: ProjectId) => Promise<boolean>;
  /** Puts a project into the trash, as putAway does one away; after a while it goes for good. */
  readonly moveToTrash: (id: ProjectId) => Promise<boolean>;
  readonly takeOut: (id: ProjectId) => Promise<boolean>;
  /** Imports what was read into a project of its own, named and labelled as the first bundle with other labels, and shows it. */
  readonly importAsNew: () => Promise<boolean>;
  readonly forgetFailure: () => void;
}

export type ProjectsStore = StoreApi<ProjectsState>;

/** How the ids of sample projects begin. */
const SAMPLE_ID = 'sample-';
const SAMPLE_NAME = t`Sample project`;
const LAST_STAYS = t`The last project in use cannot be put away.`;
const LAST_IS_KEPT = t`The last project in use cannot be deleted.`;

interface OtherStores {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
  readonly transfer: TransferStore;
}

export function createProjectsStore(dependencies: Dependencies, stores: OtherStores): ProjectsStore {
  const { database, now, newId, tellTabs } = dependencies;
  const { session, library, annotate, transfer } = stores;

  const leaveNothingBehind = (): Promise<void> => refuseUnsaved(stores);

  const show = async (id: ProjectId): Promise<void> => {
    await session.getState().openProject(id, annotate.getState().close);
    await Promise.all([
      library.getState().switchOver(),
      annotate.getState().settled(),
      transfer.getState().prepareAgain(),
    ]);
  };

  /** Puts a project away or, where it is told by whom, into the trash. */
  const remove = async (id: ProjectId, by: AnnotatorId | undefined): Promise<void> => {
    const { project, projects } = session.getState();
    const isShown = project.id === id;
    const next = projects.find((other) => other.id !== id && !other.isAway);
    if (isShown) await leaveNothingBehind();
    await saveFirstProject(database);
    const isDone = next !== undefined && (await setProjectRemoved(database, id, now(), by));
    if (!isDone) throw new Error(by === undefined ? LAST_STAYS : LAST_IS_KEPT);
    tellTabs();
    if (!isShown) return session.getState().refresh();
    transfer.getState().forgetDone();
    await show(next.id);
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
        failure = messageOf(error);
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
      openSample: () =>
        attempt(async () => {
          await leaveNothingBehind();
          const id = await sampleInUse(dependencies, session);
          transfer.getState().forgetDone();
          if (id !== session.getState().project.id) await show(id);
        }),
      putAway: (id) => attempt(() => remove(id, undefined)),
      moveToTrash: (id) => attempt(() => remove(id, session.getState().annotatorId)),
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

/** The id of the sample project, which is made where none is in use. */
async function sampleInUse(dependencies: Dependencies, session: SessionStore): Promise<ProjectId> {
  const { projects } = session.getState();
  const known = projects.find(({ id, isAway }) => id.startsWith(SAMPLE_ID) && !isAway);
  if (known) return known.id;
  const id = `${SAMPLE_ID}${dependencies.newId()}` as ProjectId;
  const { addSample } = await import('./sample/add-sample.ts');
  await addSample(dependencies, { ...FIRST_PROJECT, id, name: freeName(SAMPLE_NAME, projects) });
  dependencies.tellTabs();
  await session.getState().refresh();
  return id;
}

/** The first project is in use from the start, unless it was deleted, and must be on the disk to be counted. */
async function saveFirstProject(database: Database): Promise<void> {
  if ((await loadGone(database, 'projects')).has(FIRST_PROJECT.id)) return;
  await changeProject(database, FIRST_PROJECT, (stored) => stored);
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

/** Throws where leaving the project would lose something. */
async function refuseUnsaved({ annotate, transfer }: OtherStores): Promise<void> {
  await annotate.getState().settled();
  if (annotate.getState().saving.kind === 'failed') {
    throw new Error(t`The last change of the open article is not saved. Save it first, then switch the project.`);
  }
  if (['reading', 'writing'].includes(transfer.getState().phase)) {
    throw new Error(t`An import is under way. Wait until it is done, then switch the project.`);
  }
}
