// Types only: what they describe comes later.
import type { LaterStores } from './later-stores.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Stores that are made when a screen first asks for them. */
export interface ComingLater {
  /** The same promise each time; a load that failed is tried again. */
  readonly load: () => Promise<LaterStores>;
  /** Them, once they are there. */
  readonly here: StoreApi<{ readonly stores: LaterStores | undefined }>;
}

/** Has the stores made at the first `load`. */
export function comingLater(make: () => Promise<LaterStores>): ComingLater {
  const here = createStore<{ readonly stores: LaterStores | undefined }>(() => ({ stores: undefined }));
  let loading: Promise<LaterStores> | undefined;
  const load = async (): Promise<LaterStores> => {
    try {
      const stores = await make();
      here.setState({ stores });
      return stores;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  return { load: () => (loading ??= load()), here };
}

/** Stores that are there already: whoever asks for them does not wait, not even for the next turn. */
export function alreadyHere(stores: LaterStores): ComingLater {
  // What React's use() marks promises with once it has waited for them.
  const loaded = Object.assign(Promise.resolve(stores), { status: 'fulfilled', value: stores });
  return { load: () => loaded, here: createStore(() => ({ stores })) };
}
