import { loadSetting, saveSetting } from '#storage/settings.ts';
import { type StorageError } from '#storage/storage-error.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Dependencies } from '#state/dependencies.ts';
import { type KeyChoices, NO_CHOICES, readChoices } from './choices.ts';

/** The keys that the user chose in this browser. */
export interface KeysState {
  readonly choices: KeyChoices;
  /** What the disk refused of the last change, or empty; the change holds until the page is closed. */
  readonly failure: string;

  /** Reads the choices; where they cannot be read, the commands have their own keys. */
  readonly load: () => Promise<void>;
  readonly choose: (choices: KeyChoices) => Promise<void>;
}

export type KeysStore = StoreApi<KeysState>;

const SETTING = 'keys';

export function createKeysStore({ database }: Pick<Dependencies, 'database'>): KeysStore {
  return createStore<KeysState>((set) => {
    const attempt = async (job: () => Promise<void>): Promise<void> => {
      set({ failure: '' });
      try {
        await job();
      } catch (error) {
        set({ failure: (error as StorageError).message });
      }
    };
    return {
      choices: NO_CHOICES,
      failure: '',
      load: () =>
        attempt(async () => {
          set({ choices: readChoices(await loadSetting(database, SETTING)) });
        }),
      choose: (choices) =>
        attempt(async () => {
          set({ choices });
          await saveSetting(database, SETTING, [...choices]);
        }),
    };
  });
}
