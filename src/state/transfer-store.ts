import { t } from '#language/t.ts';
import { type Whose } from '#core/bundle/whose.ts';
import { type ArticleId, type Project } from '#core/project/project.ts';
import { MAX_FILE_BYTES } from '#formats/limits.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
// Wholly types: an import that stays would bring the worker's code along.
import type { ChosenFolder } from '#workers/open-files.ts';
import type { PreparedFile } from '#workers/prepared-file.ts';
import { bundleFileName } from './bundle-file-name.ts';
import { type ChoosingActions, type ChoosingState, createImportChoices, type ImportChoices } from './import-choices.ts';
import { type Dependencies } from './dependencies.ts';
import { createMergeChoices, type MergeChoosing, type MergeChoosingState } from './merge-choices.ts';
import { createDraftActions, type DraftActions, type DraftState, NO_DRAFTS } from './importing/draft-actions.ts';
import { PASTED } from './importing/pasted.ts';
import { messageOf } from './message-of.ts';
import { type SessionStore } from './session-store.ts';

export type { ChosenFolder } from '#workers/open-files.ts';
export type { DraftFields } from '#workers/draft-work.ts';
export type { NearArticle, PlanInNumbers, PreparedFile, ReadFile } from '#workers/prepared-file.ts';

/** What an export takes: these articles, and whose layers. */
export interface ExportChoice {
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly whose: Whose;
  /** There, and true, where layers come with the edits that led to them, so that another device can merge them. */
  readonly withLogs?: boolean;
}

/** A file that is ready to be downloaded. */
export interface PreparedExport {
  readonly fileName: string;
  readonly blob: Blob;
  readonly start: string;
  readonly articles: number;
  readonly layers: number;
  readonly spans: number;
  /** How many layers were to have their edits with them and have not. */
  readonly withoutEdits: number;
  /** True where it is too large to be imported again. */
  readonly isTooLarge: boolean;
  /** What it was made of. */
  readonly choice: ExportChoice;
}

/** How far a job is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface TransferState extends ChoosingState, ChoosingActions, MergeChoosingState, DraftState, DraftActions {
  /** What is typed or pasted as an article; kept while other screens are looked at, until it has come in. */
  readonly pasted: string;
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
  /** What the file that was downloaded last was made of. */
  readonly downloaded: ExportChoice | undefined;
}

export type TransferStore = StoreApi<TransferState>;

/** Files of more mebibytes cannot be imported. */
export const MOST_MIB = MAX_FILE_BYTES / 1024 / 1024;

/** How much of a prepared file its preview shows, in bytes. */
const PREVIEW_BYTES = 6000;

export function createTransferStore(dependencies: Dependencies, session: SessionStore): TransferStore {
  const { download } = dependencies;
  return createStore<TransferState>((set, get) => {
    const choices = createImportChoices(dependencies, session, set, get);
    const { choose, downloadOrphans } = choices;
    const merging = createMergeChoices(dependencies, set, get);
    const drafting = createDraftActions(dependencies, session, set, get);
    return {
      phase: 'idle',
      files: [],
      failure: '',
      pasted: '',
      progress: undefined,
      isChoosing: false,
      merging: new Map(),
      chooseMerge: merging.chooseMerge,
      downloaded: undefined,
      ...NO_DRAFTS,
      choose,
      downloadOrphans,
      ...drafting.actions,
      ...createImporting(dependencies, session, { choices, merging, drafting }, set, get),
      ...createExporting(dependencies, session),
      forgetDone: () => {
        if (get().phase === 'done') get().reset();
      },
      download: ({ fileName, blob, choice }) => {
        download(fileName, blob);
        set({ downloaded: choice });
      },
    };
  });
}

type Importing = Pick<TransferState, 'read' | 'write' | 'prepareAgain' | 'reset' | 'cancel'>;

/** What is chosen about the files that are read. */
interface ImportingParts {
  readonly choices: ImportChoices;
  readonly merging: MergeChoosing;
  readonly drafting: ReturnType<typeof createDraftActions>;
}

/** Reading files and bringing in what they hold. */
function createImporting(
  { transfer, now, tellTabs }: Dependencies,
  session: SessionStore,
  { choices, merging, drafting }: ImportingParts,
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
    set({ phase: 'idle', files: [], failure: '', progress: undefined, merging: new Map(), ...NO_DRAFTS });
  };
  const prepareAgain = async (): Promise<void> => {
    const { phase, files } = get();
    if (phase !== 'preview') return;
    const mine = (turn += 1);
    const prepared: PreparedFile[] = [];
    for (const { handle } of files) prepared.push(await transfer.prepareAgain(handle, project()));
    if (mine !== turn) return;
    set({ files: prepared });
    void drafting.look();
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
        const { convertFiles } = await import('./importing/convert-files.ts');
        const readable = await convertFiles(files, report);
        if (mine !== turn) return;
        const prepared = await transfer.readFiles(readable, project(), report);
        if (mine !== turn) return;
        set({ phase: 'preview', files: prepared, progress: undefined });
        void drafting.look();
      } catch (error) {
        if (mine === turn) set({ phase: 'idle', failure: messageOf(error), progress: undefined });
      }
    },
    write: async (into) => {
      if (get().phase !== 'preview') return false;
      isCancelled = false;
      set({ phase: 'writing', failure: '', progress: undefined });
      await choices.settled();
      await drafting.settled();
      const { leftOut } = get();
      const chosen = get().files.filter(({ handle }) => !leftOut.has(handle));
      const files = into ? ownProjectFirst(chosen) : chosen;
      const report = (done: number, total: number): void => {
        if (get().phase === 'writing') set({ progress: { done, total } });
      };
      const { written, failure } = await writeInTurn(files, async (file, isFirst) => {
        const target = { project: into ?? project(), isNew: into !== undefined && isFirst, at: now() };
        return !isCancelled && (await merging.write(file, target, report));
      });
      // What came in before a fault is part of the project now. It is on the disk, whether it can be read again or not.
      await session
        .getState()
        .refresh()
        .catch(() => undefined);
      const isDone = written === files.length;
      if (isDone) transfer.forgetRead();
      if (isDone && files.some(({ reading }) => reading.fileName === PASTED)) set({ pasted: '' });
      set({
        progress: undefined,
        ...(isDone ? { phase: 'done', files } : { phase: 'preview', files: files.slice(written), failure }),
      });
      tellTabs();
      // What is still there may be merged with what has come in.
      if (!isDone) await prepareAgain().catch(() => undefined);
      return written > 0;
    },
    prepareAgain,
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

/** Writes one file after the other: how many came in, and why not all of them did. */
async function writeInTurn(
  files: readonly PreparedFile[],
  writeOne: (file: PreparedFile, isFirst: boolean) => Promise<boolean>,
): Promise<{ readonly written: number; readonly failure: string }> {
  let written = 0;
  try {
    for (const file of files) {
      if (!(await writeOne(file, written === 0))) return { written, failure: CANCELLED };
      written += 1;
    }
  } catch (error) {
    return { written, failure: t`Nothing of the file at fault was imported. ${messageOf(error)}` };
  }
  return { written, failure: '' };
}

const CANCELLED = t`The import was cancelled: nothing of the files that are listed here came in.`;

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
        const { blob, articles, layers, spans, title, withoutEdits } = made;
        // One article alone gives the file its title.
        const fileName = bundleFileName(articles === 1 ? title : project.name);
        const start = await blob.slice(0, PREVIEW_BYTES).text();
        const isTooLarge = blob.size > MAX_FILE_BYTES;
        return { fileName, blob, start, articles, layers, spans, withoutEdits, isTooLarge, choice };
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
