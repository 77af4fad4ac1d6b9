import { type Whose } from '#core/bundle/whose.ts';
import { type ArticleId, type Project } from '#core/project/project.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
// Wholly types: an import that stays would bring the worker's code along.
import type { ChosenFolder } from '#workers/open-files.ts';
import type { PreparedFile } from '#workers/prepared-file.ts';
import { bundleFileName } from './bundle-file-name.ts';
import { type ChoosingActions, type ChoosingState, createImportChoices, type ImportChoices } from './import-choices.ts';
import { type Dependencies } from './dependencies.ts';
import { type SessionStore } from './session-store.ts';

export type { ChosenFolder } from '#workers/open-files.ts';
export type { PlanInNumbers, PreparedFile, ReadFile } from '#workers/prepared-file.ts';

/** What an export takes: these articles, and whose layers. */
export interface ExportChoice {
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly whose: Whose;
}

/** A file that is ready to be downloaded. */
export interface PreparedExport {
  readonly fileName: string;
  readonly blob: Blob;
  readonly start: string;
  readonly articles: number;
  readonly layers: number;
  readonly spans: number;
}

/** How far a job is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface TransferState extends ChoosingState, ChoosingActions {
  /** The file that is being read or written; undefined before it is known how much there is to do. */
  readonly progress: Progress | undefined;

  /** Reads and checks files and folders in a worker; nothing is written. Does nothing while an import is being written. */
  readonly read: (files: readonly (File | ChosenFolder)[]) => Promise<void>;
  /**
   * Writes what was read, each file all or nothing, into the session's project or into a new one, which is added with the
   * first bundle that has other labels. True where at least one file came in.
   */
  readonly write: (into?: Project) => Promise<boolean>;
  /** Looks again at what importing would change, after a switch of the project. */
  readonly prepareAgain: () => Promise<void>;
  readonly reset: () => void;
  /**
   * Stops reading or writing. What is being read is forgotten; the file that is being written is left out whole, those before
   * it have come in.
   */
  readonly cancel: () => void;
  /** Lets an import that is done be no longer shown. */
  readonly forgetDone: () => void;
  /**
   * Makes a file; one that is still being made is given up. Rejects where the disk cannot be read, the file not be made, or
   * it was given up.
   */
  readonly prepareExport: (choice: ExportChoice, report?: (progress: Progress) => void) => Promise<PreparedExport>;
  /** Gives up the file that is being made. */
  readonly cancelExport: () => void;
  readonly download: (prepared: PreparedExport) => void;
}

export type TransferStore = StoreApi<TransferState>;

/** How much of a prepared file its preview shows, in bytes. */
const PREVIEW_BYTES = 6000;

export function createTransferStore(dependencies: Dependencies, session: SessionStore): TransferStore {
  const { download } = dependencies;
  return createStore<TransferState>((set, get) => {
    const choices = createImportChoices(dependencies, session, set, get);
    const { choose, downloadOrphans } = choices;
    return {
      phase: 'idle',
      files: [],
      failure: '',
      progress: undefined,
      isChoosing: false,
      choose,
      downloadOrphans,
      ...createImporting(dependencies, session, choices, set, get),
      ...createExporting(dependencies, session),
      forgetDone: () => {
        if (get().phase === 'done') get().reset();
      },
      download: ({ fileName, blob }) => {
        download(fileName, blob);
      },
    };
  });
}

type Importing = Pick<TransferState, 'read' | 'write' | 'prepareAgain' | 'reset' | 'cancel'>;

/** Reading files and bringing in what they hold. */
function createImporting(
  { transfer, now, tellTabs }: Dependencies,
  session: SessionStore,
  choices: ImportChoices,
  set: (part: Partial<TransferState>) => void,
  get: () => TransferState,
): Importing {
  const project = () => session.getState().project;
  /** Grows with every reading and resetting, so that an earlier reading that ends late shows nothing. */
  let turn = 0;
  let isCancelled = false;

  const reset = (): void => {
    if (get().phase === 'writing') return;
    turn += 1;
    transfer.forgetRead();
    set({ phase: 'idle', files: [], failure: '', progress: undefined });
  };
  return {
    read: async (files) => {
      if (get().phase === 'writing') return;
      reset();
      const mine = turn;
      set({ phase: 'reading' });
      const report = (done: number, total: number): void => {
        if (mine === turn) set({ progress: { done, total } });
      };
      try {
        const prepared = await transfer.readFiles(files, project(), report);
        if (mine === turn) set({ phase: 'preview', files: prepared, progress: undefined });
      } catch (error) {
        if (mine === turn) set({ phase: 'idle', failure: messageOf(error), progress: undefined });
      }
    },
    write: async (into) => {
      if (get().phase !== 'preview') return false;
      isCancelled = false;
      set({ phase: 'writing', failure: '', progress: undefined });
      await choices.settled();
      const files = into ? ownProjectFirst(get().files) : get().files;
      const report = (done: number, total: number): void => {
        if (get().phase === 'writing') set({ progress: { done, total } });
      };
      let written = 0;
      let failure = '';
      try {
        for (const { handle } of files) {
          const target = { project: into ?? project(), isNew: into !== undefined && written === 0, at: now() };
          if (isCancelled || !(await transfer.write(handle, target, report))) {
            failure = CANCELLED;
            break;
          }
          written += 1;
        }
      } catch (error) {
        failure = `Nothing of the file at fault was imported. ${messageOf(error)}`;
      }
      // What came in before a fault is part of the project now. It is on the disk, whether it can be read again or not.
      await session
        .getState()
        .refresh()
        .catch(() => undefined);
      const isDone = written === files.length;
      if (isDone) transfer.forgetRead();
      set({
        progress: undefined,
        ...(isDone ? { phase: 'done' } : { phase: 'preview', files: files.slice(written), failure }),
      });
      tellTabs();
      return written > 0;
    },
    prepareAgain: async () => {
      const { phase, files } = get();
      if (phase !== 'preview') return;
      const mine = (turn += 1);
      const prepared: PreparedFile[] = [];
      for (const { handle } of files) prepared.push(await transfer.prepareAgain(handle, project()));
      if (mine === turn) set({ files: prepared });
    },
    reset,
    cancel: () => {
      const { phase } = get();
      if (phase === 'reading') reset();
      if (phase !== 'writing') return;
      isCancelled = true;
      transfer.cancelWriting();
    },
  };
}

const CANCELLED = 'The import was cancelled: nothing of the files that are listed here came in.';

/** Making files of what is stored. */
function createExporting(
  { transfer }: Dependencies,
  session: SessionStore,
): Pick<TransferState, 'prepareExport' | 'cancelExport'> {
  let making = 0;
  const cancelExport = (): void => {
    if (making > 0) transfer.cancelMaking();
  };
  return {
    cancelExport,
    prepareExport: async (choice, report) => {
      cancelExport();
      making += 1;
      try {
        const { project } = session.getState();
        const made = await transfer.makeFile({ project, ...choice }, (done, total) => report?.({ done, total }));
        const { blob, articles, layers, spans, title } = made;
        // One article alone gives the file its title.
        const fileName = bundleFileName(articles === 1 ? title : project.name);
        return { fileName, blob, start: await blob.slice(0, PREVIEW_BYTES).text(), articles, layers, spans };
      } finally {
        making -= 1;
      }
    },
  };
}

/** The project that may come in as one of its own: of the first bundle with labels that are not here, or made for somebody. */
export function projectOfItsOwn(files: readonly PreparedFile[]): Project | undefined {
  const found = files.find(mayStayApart);
  return found?.reading.kind === 'bundle' ? found.reading.project : undefined;
}

function ownProjectFirst(files: readonly PreparedFile[]): readonly PreparedFile[] {
  const first = files.find(mayStayApart);
  return first ? [first, ...files.filter((file) => file !== first)] : files;
}

function mayStayApart({ reading }: PreparedFile): boolean {
  return reading.kind === 'bundle' && (reading.plan.labelsAdded > 0 || reading.madeFor !== undefined);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
