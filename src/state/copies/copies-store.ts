// Wholly a type: an import that stays would bring the code along.
import type { KeptUnsaved } from './kept-unsaved.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { messageOf } from '#state/message-of.ts';
// Wholly types: imports that stay would bring the worker's code along.
import type { MirrorState } from '#storage/mirror/mirror-writer.ts';
import type { WriteNote } from '#storage/mirror/watch-writes.ts';
import type { BackupLead } from '#workers/backup-lead.ts';
import { BACKUP_FOLDER, countEdits, LAST_COPY, UNCOPIED_SINCE } from '#storage/copies.ts';
import { loadSetting, removeSetting, saveSetting } from '#storage/settings.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { lastCopyFrom, type LastCopy } from './last-copy.ts';

/**
 * How the second copy in this browser stands: not looked at yet, kept by another tab, not to be had here, or what its writer
 * says.
 */
export type MirrorStatus = MirrorState | { readonly kind: 'starting' | 'elsewhere' | 'none' };

/**
 * How the backup folder stands; `asks` where the browser wants the user to allow it again, `ahead` where it holds what the
 * database lacks or has in an older state, and nothing is written into it.
 */
export type FolderStatus =
  | { readonly kind: 'unsupported' | 'none' }
  | { readonly kind: 'asks' | 'ready' | 'writing'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | { readonly kind: 'ahead'; readonly name: string; readonly lead: BackupLead };

/** What copies of the work there are, in this browser and outside of it. */
export interface CopiesState {
  readonly mirror: MirrorStatus;
  readonly folder: FolderStatus;
  /** The last copy that left the browser; undefined where there was none. */
  readonly lastCopy: LastCopy | undefined;
  /** How many edits and decisions came after it; undefined until they are counted. */
  readonly editsSince: number | undefined;
  /** ISO time of the first edit where no copy has left the browser yet; else undefined. */
  readonly uncopiedSince: string | undefined;
  /** What earlier pages could not save, as it was read last. */
  readonly unsaved: readonly KeptUnsaved[];
  /** How many layers the last download of everything has without their edits. */
  readonly withoutEdits: number;
  /** Why the last action failed, or empty. */
  readonly failure: string;

  /** Has the second copy compared with the database and kept from then on, by one tab at a time; reads all else that is here. */
  readonly start: () => Promise<void>;
  /** Hears what a transaction wrote, in this tab or another. */
  readonly heardWrites: (note: WriteNote) => void;
  /** Notes that everything has left the browser as a file. */
  readonly noteDownload: () => Promise<void>;
  /** Downloads every project as a file. */
  readonly downloadAll: () => Promise<void>;
  /** Asks for a folder and writes everything into it, now and after each pause; to be called at a click. */
  readonly chooseFolder: () => Promise<void>;
  /** Asks the browser for the folder again; to be called at a click. */
  readonly allowFolder: () => Promise<void>;
  /** Writes into a folder that is ahead; what only it holds is put aside there. */
  readonly goOn: () => Promise<void>;
  /** Writes no more into the folder; what is in it stays. */
  readonly leaveFolder: () => Promise<void>;
  /** Reads what earlier pages could not save. */
  readonly readUnsaved: () => Promise<void>;
  /** Downloads one of these as it is kept. */
  readonly downloadUnsaved: (key: string) => Promise<void>;
  /** Deletes one of these for good. */
  readonly discardUnsaved: (key: string) => Promise<void>;
  readonly forgetFailure: () => void;
}

export type CopiesStore = StoreApi<CopiesState>;

/** The lock of whichever tab writes the mirror. */
const MIRROR_LOCK = 'spanmark-mirror';
/** The tables whose rows are counted as edits. */
const EDITS = new Set(['entries', 'decisions']);

export function createCopiesStore(dependencies: Dependencies): CopiesStore {
  const { database, now } = dependencies;
  return createStore<CopiesState>((set, get) => {
    const keepMirror = createMirrorKeeper(dependencies, set);
    const noteCopy = async (kind: LastCopy['kind'], edits: number): Promise<void> => {
      const lastCopy: LastCopy = { at: now(), kind, edits };
      await saveSetting(database, LAST_COPY, lastCopy);
      await removeSetting(database, UNCOPIED_SINCE);
      set({ lastCopy, editsSince: (await countEdits(database)) - edits, uncopiedSince: undefined });
    };
    /** When work began that is nowhere else: known from the first edit on, also by later starts. */
    const noteUncopied = async (): Promise<void> => {
      const known = await loadSetting(database, UNCOPIED_SINCE);
      const uncopiedSince = typeof known === 'string' ? known : now();
      if (uncopiedSince !== known) await saveSetting(database, UNCOPIED_SINCE, uncopiedSince);
      set({ uncopiedSince });
    };
    const attempt = async (job: () => Promise<void>): Promise<void> => {
      set({ failure: '' });
      try {
        await job();
      } catch (error) {
        set({ failure: messageOf(error) });
      }
    };
    const { backUp, resume, ...folder } = createFolderKeeping(dependencies, { set, get, noteCopy, attempt });
    const refreshCount = async (): Promise<void> => {
      const lastCopy = lastCopyFrom(await loadSetting(database, LAST_COPY));
      const editsSince = (await countEdits(database)) - (lastCopy?.edits ?? 0);
      set({ lastCopy, editsSince });
      if (!lastCopy && editsSince > 0) await noteUncopied();
    };
    return {
      mirror: { kind: 'starting' },
      folder: { kind: 'none' },
      lastCopy: undefined,
      editsSince: undefined,
      uncopiedSince: undefined,
      unsaved: [],
      withoutEdits: 0,
      failure: '',
      ...folder,

      start: () =>
        attempt(async () => {
          await refreshCount();
          await keepMirror();
          await resume();
        }),
      heardWrites: ({ put, isLarge }) => {
        const isCopied = put.some(({ table, key }) => table === 'settings' && key === LAST_COPY);
        if (isLarge || isCopied) void attempt(refreshCount);
        const edits = put.filter(({ table }) => EDITS.has(table)).length;
        const { editsSince, lastCopy, uncopiedSince } = get();
        if (edits > 0 && editsSince !== undefined) {
          set({ editsSince: editsSince + edits });
          if (!lastCopy && uncopiedSince === undefined) void attempt(noteUncopied);
        }
        if (isLarge || put.some(({ table }) => table !== 'settings')) backUp();
      },
      noteDownload: () => attempt(async () => noteCopy('download', await countEdits(database))),
      downloadAll: () =>
        attempt(async () => {
          const edits = await countEdits(database);
          const { downloadProjects } = await import('./download-projects.ts');
          const withoutEdits = await downloadProjects(dependencies);
          set({ withoutEdits });
          await noteCopy('download', edits);
        }),
      readUnsaved: () =>
        attempt(async () => {
          set({ unsaved: await (await kept()).readKept(dependencies) });
        }),
      downloadUnsaved: (key) => attempt(async () => (await kept()).downloadKept(dependencies, key)),
      discardUnsaved: (key) =>
        attempt(async () => {
          const { discardKept, readKept } = await kept();
          await discardKept(dependencies, key);
          set({ unsaved: await readKept(dependencies) });
        }),
      forgetFailure: () => {
        set({ failure: '' });
      },
    };
  });
}

/** Few ever have something there, so its code comes when Settings asks. */
const kept = () => import('./kept-unsaved.ts');

type Set = (part: Partial<CopiesState>) => void;

function createMirrorKeeper({ mirror, requestTabLock }: Dependencies, set: Set): () => Promise<void> {
  const keep = async (): Promise<void> => {
    try {
      await mirror.start((state) => {
        set({ mirror: state });
      });
    } catch {
      // A browser without a file system of its own, or one that refuses it, has no second copy; Settings says so.
      set({ mirror: { kind: 'none' } });
    }
  };
  return async () => {
    const lock = requestTabLock(MIRROR_LOCK, () => void keep());
    if (await lock.held) await keep();
    else set({ mirror: { kind: 'elsewhere' } });
  };
}

interface FolderParts {
  readonly set: Set;
  readonly get: () => CopiesState;
  readonly noteCopy: (kind: LastCopy['kind'], edits: number) => Promise<void>;
  readonly attempt: (job: () => Promise<void>) => Promise<void>;
}

/** Writing into the user's folder when there is nothing else to do. */
function createFolderKeeping(
  { database, folders, backup, whenIdle }: Dependencies,
  { set, get, noteCopy, attempt }: FolderParts,
): Pick<CopiesState, 'chooseFolder' | 'allowFolder' | 'goOn' | 'leaveFolder'> & {
  readonly backUp: () => void;
  readonly resume: () => Promise<void>;
} {
  let handle: FileSystemDirectoryHandle | undefined;
  let isWaiting = false;
  let isAgain = false;

  const write = async (goesOn = false): Promise<void> => {
    const target = handle;
    if (!target || get().folder.kind === 'writing') return;
    const { name } = target;
    set({ folder: { kind: 'writing', name } });
    isAgain = false;
    try {
      const edits = await countEdits(database);
      const { lead } = await backup(target, goesOn);
      if (target === handle) set({ folder: lead ? { kind: 'ahead', name, lead } : { kind: 'ready', name } });
      if (!lead) await noteCopy('folder', edits);
    } catch (error) {
      if (target === handle) set({ folder: { kind: 'failed', name, message: messageOf(error) } });
    }
    if (isAgain) backUp();
  };
  const backUp = (): void => {
    const { kind } = get().folder;
    if (kind === 'writing') isAgain = true;
    // One tab writes it: the one that keeps the second copy.
    const isOurs = get().mirror.kind !== 'elsewhere';
    // Where the folder is ahead, the database may have caught up since.
    if (isWaiting || !isOurs || !['ready', 'failed', 'ahead'].includes(kind)) return;
    isWaiting = true;
    whenIdle(() => {
      isWaiting = false;
      void write();
    });
  };
  const use = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    handle = folder;
    set({ folder: { kind: 'ready', name: folder.name } });
    await write();
  };
  return {
    backUp,
    resume: async () => {
      if (!folders.canChoose()) {
        set({ folder: { kind: 'unsupported' } });
        return;
      }
      const known = await loadSetting(database, BACKUP_FOLDER);
      if (typeof known !== 'object' || known === null || !('getDirectoryHandle' in known)) return;
      handle = known as FileSystemDirectoryHandle;
      const isAllowed = await folders.mayWrite(handle, false);
      set({ folder: { kind: isAllowed ? 'ready' : 'asks', name: handle.name } });
      if (isAllowed) backUp();
    },
    chooseFolder: () =>
      attempt(async () => {
        const folder = await folders.choose('readwrite');
        if (!folder) return;
        await saveSetting(database, BACKUP_FOLDER, folder);
        await use(folder);
      }),
    allowFolder: () =>
      attempt(async () => {
        if (handle && (await folders.mayWrite(handle, true))) await use(handle);
      }),
    goOn: () => write(true),
    leaveFolder: () =>
      attempt(async () => {
        handle = undefined;
        await removeSetting(database, BACKUP_FOLDER);
        set({ folder: { kind: 'none' } });
      }),
  };
}
