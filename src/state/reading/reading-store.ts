import { type Dependencies } from '#state/dependencies.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Look, readLook, STANDARD_LOOK } from './look.ts';

/** How the app and its texts look in this browser. */
export interface ReadingState {
  readonly look: Look;
  /** True while the small panel is open in which the look is changed. */
  readonly isPanelOpen: boolean;
  /** What the disk refused of the last change, or empty; the change holds until the page is closed. */
  readonly failure: string;

  /** Reads the look; where it cannot be read, the one that is shown stays. */
  readonly load: () => Promise<void>;
  /** Shows the change at once, keeps it, and lets the other tabs know. */
  readonly change: (part: Partial<Look>) => Promise<void>;
  readonly showPanel: (isOpen: boolean) => void;
  readonly forgetFailure: () => void;
}

export type ReadingStore = StoreApi<ReadingState>;

const LOOK = 'look';
/** Where the theme stood when there was nothing else to choose. */
const EARLIER_THEME = 'theme';

export function createReadingStore({ database, tellLook }: Pick<Dependencies, 'database' | 'tellLook'>): ReadingStore {
  return createStore<ReadingState>((set, get) => {
    let saving: Promise<void> | undefined;
    /** Writes what is shown, and again what was shown meanwhile: a slider that is drawn waits for no disk. */
    const save = async (): Promise<void> => {
      try {
        let saved: Look | undefined;
        while (saved !== get().look) {
          saved = get().look;
          await saveSetting(database, LOOK, saved);
        }
      } finally {
        saving = undefined;
      }
      tellLook();
    };
    return {
      look: STANDARD_LOOK,
      isPanelOpen: false,
      failure: '',
      load: async () => {
        try {
          const kept = await Promise.all([loadSetting(database, LOOK), loadSetting(database, EARLIER_THEME)]);
          const look = readLook(...kept);
          // What is being changed here is newer than what is on the disk.
          if (!saving) set({ look });
        } catch {
          // The look is no reason to keep anybody from working.
        }
      },
      change: async (part) => {
        set({ look: { ...get().look, ...part }, failure: '' });
        try {
          saving ??= save();
          await saving;
        } catch (error) {
          set({ failure: (error as StorageError).message });
        }
      },
      showPanel: (isPanelOpen) => {
        set({ isPanelOpen });
      },
      forgetFailure: () => {
        set({ failure: '' });
      },
    };
  });
}
