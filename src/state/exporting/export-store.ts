import { t } from '#language/t.ts';
import { type Whose } from '#core/bundle/whose.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type WriteRequest } from '#formats/exchange/write-dataset.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { fileNameOf } from '#state/bundle-file-name.ts';
import { messageOf } from '#state/message-of.ts';
import { nameFrom, type SessionStore } from '#state/session-store.ts';
import { type Progress } from '#state/transfer-store.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';
// Wholly types: an import that stays would bring the worker's code along.
import type { MadeDataset } from '#workers/make-dataset-work.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { profilesKey, readProfiles, type RenameProfile, storedProfiles, withProfile } from './rename-profiles.ts';

export type { MadeDataset } from '#workers/make-dataset-work.ts';
export type { TallyRow } from '#formats/exchange/tally.ts';

/** What an export in another format takes. */
export interface DatasetExport extends WriteRequest {
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly whose: Whose;
  readonly formatId: string;
}

/** How far the file is that the screen shows. */
export type Making =
  | { readonly kind: 'making'; readonly progress: Progress | undefined }
  | { readonly kind: 'cancelled' }
  /** The options do not fit, or something failed: a sentence. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'made'; readonly made: MadeDataset; readonly fileName: string; readonly formatId: string };

/** How far saving it is. */
export type Saving =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving'; readonly progress: Progress | undefined }
  | { readonly kind: 'saved' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

export interface ExportState {
  readonly making: Making;
  readonly saving: Saving;
  /** Kept renamings of the project, by name. */
  readonly profiles: readonly RenameProfile[];
  /** What the disk refused of the last change of a profile, or empty. */
  readonly failure: string;

  /** Makes a file, in place of one that is being made. Nothing is saved yet. */
  readonly make: (wanted: DatasetExport) => Promise<void>;
  /** Gives up the file that is being made, and says so. */
  readonly cancelMaking: () => void;
  /** Forgets the file that is being made or waits to be saved; what is being saved goes on. */
  readonly leave: () => void;
  /** Saves what was made: by the browser's downloads, or, where it is large and the browser can, where the user says. */
  readonly save: () => Promise<void>;
  readonly cancelSaving: () => void;
  /** Saves what the file does not hold as a JSON file of its own, for a file that has no room for it. */
  readonly saveReport: () => Promise<void>;
  /** Reads the renamings that were kept for the project. */
  readonly loadProfiles: () => Promise<void>;
  /** Keeps a renaming under its name; one with the same name is replaced. */
  readonly keepProfile: (profile: RenameProfile) => Promise<void>;
  readonly forgetProfile: (name: string) => Promise<void>;
}

const NOTHING_MADE = { making: { kind: 'making', progress: undefined }, saving: { kind: 'none' } } as const;

export type ExportStore = StoreApi<ExportState>;

/** From this many bytes on a file is written to a place that the user chooses, and not gathered first. */
export const LARGE = 16 * 1024 * 1024;

export function createExportStore(dependencies: Dependencies, session: SessionStore): ExportStore {
  return createStore<ExportState>((set, get) => ({
    ...NOTHING_MADE,
    profiles: [],
    failure: '',
    ...createMaking(dependencies, session, set),
    ...createSaving(dependencies, set, get),
    ...createProfiles(dependencies, session, set, get),
  }));
}

type Set = (part: Partial<ExportState>) => void;

function createMaking(
  { transfer }: Dependencies,
  session: SessionStore,
  set: Set,
): Pick<ExportState, 'make' | 'cancelMaking' | 'leave'> {
  /** Grows with every file, so that an earlier one that ends late is not shown. */
  let turn = 0;
  let isMaking = false;
  const giveUp = (): void => {
    turn += 1;
    if (isMaking) transfer.cancelMaking();
    isMaking = false;
  };
  return {
    leave: () => {
      giveUp();
      set(NOTHING_MADE);
    },
    cancelMaking: () => {
      if (!isMaking) return;
      giveUp();
      set({ making: { kind: 'cancelled' } });
    },
    make: async ({ articleIds, whose, formatId, ...request }) => {
      giveUp();
      const mine = turn;
      isMaking = true;
      set(NOTHING_MADE);
      const { project } = session.getState();
      const choice = { bundle: { project, articleIds, whose }, formatId, request };
      const report = (done: number, total: number): void => {
        if (mine === turn && isMaking) set({ making: { kind: 'making', progress: { done, total } } });
      };
      try {
        const made = await transfer.makeDataset(choice, report);
        if (mine !== turn) return;
        isMaking = false;
        if (made.kind === 'problem') set({ making: { kind: 'refused', message: made.problem } });
        else set({ making: { kind: 'made', made, fileName: nameOfFile(made, project.name, formatId), formatId } });
      } catch (error) {
        if (mine !== turn) return;
        isMaking = false;
        set({ making: { kind: 'refused', message: t`The file could not be made. ${messageOf(error)}` } });
      }
    },
  };
}

/** One article alone gives the file its title; the format keeps several files of one project apart. */
function nameOfFile({ tally, title, extension }: MadeDataset, project: string, formatId: string): string {
  const articles = tally.reduce((sum, row) => sum + row.articles, 0);
  const ending = extension === '.zip' ? `${formatId}.zip` : extension.replace(/^\./, '');
  return fileNameOf(articles === 1 ? title : project, ending === '' ? formatId : ending);
}

function createSaving(
  { transfer, download, canChooseSaveFile, chooseSaveFile }: Dependencies,
  set: Set,
  get: () => ExportState,
): Pick<ExportState, 'save' | 'cancelSaving' | 'saveReport'> {
  return {
    saveReport: async () => {
      const { making } = get();
      if (making.kind !== 'made') return;
      // Not loaded with the app, which needs no sentence of it.
      const { lossesAsJson } = await import('#formats/exchange/loss-words.ts');
      const { fileName, formatId, made } = making;
      const report = new Blob([lossesAsJson({ id: formatId }, made.losses)], { type: 'application/json' });
      download(`${fileName}.losses.json`, report);
    },
    cancelSaving: () => {
      if (get().saving.kind === 'saving') transfer.stopSaving();
    },
    save: async () => {
      const { making, saving } = get();
      if (making.kind !== 'made' || saving.kind === 'saving') return;
      const { made, fileName } = making;
      set({ saving: { kind: 'saving', progress: undefined } });
      const isCurrent = (): boolean => get().making === making;
      const tell = (next: Saving): void => {
        if (isCurrent()) set({ saving: next });
      };
      try {
        // First of all, since browsers ask only at a click.
        const file = made.size >= LARGE && canChooseSaveFile() ? await chooseSaveFile(fileName) : 'downloads';
        if (file === undefined) {
          tell({ kind: 'none' });
          return;
        }
        const target = file === 'downloads' ? undefined : file;
        const saved = await transfer.saveDataset(made.handle, target, (done, total) => {
          if (get().saving.kind === 'saving') tell({ kind: 'saving', progress: { done, total } });
        });
        if (saved instanceof Blob) download(fileName, saved);
        tell(saved === undefined ? { kind: 'cancelled' } : { kind: 'saved' });
      } catch (error) {
        tell({ kind: 'failed', message: messageOf(error) });
      }
    },
  };
}

function createProfiles(
  { database }: Dependencies,
  session: SessionStore,
  set: Set,
  get: () => ExportState,
): Pick<ExportState, 'loadProfiles' | 'keepProfile' | 'forgetProfile'> {
  const key = (): string => profilesKey(session.getState().project.id);
  const attempt = async (job: () => Promise<void>): Promise<void> => {
    set({ failure: '' });
    try {
      await job();
    } catch (error) {
      set({ failure: messageOf(error) });
    }
  };
  const write = async (profiles: readonly RenameProfile[]): Promise<void> => {
    await saveSetting(database, key(), storedProfiles(profiles));
    set({ profiles });
  };
  return {
    loadProfiles: () =>
      attempt(async () => {
        set({ profiles: [] });
        set({ profiles: readProfiles(await loadSetting(database, key())) });
      }),
    keepProfile: ({ name, renames }) =>
      attempt(() => write(withProfile(get().profiles, { name: nameFrom(name, t`Names`), renames }))),
    forgetProfile: (name) => attempt(() => write(get().profiles.filter((profile) => profile.name !== name))),
  };
}
