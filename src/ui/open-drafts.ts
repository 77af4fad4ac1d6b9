import { createContext, use, useSyncExternalStore } from 'react';

/** Texts that are being typed and were not handed on yet, so that nobody says “saved” or leaves before they are. */
export interface OpenDrafts {
  readonly add: (save: () => void) => void;
  readonly remove: (save: () => void) => void;
  /** Hands on every text that is being typed. */
  readonly saveAll: () => void;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly hasAny: () => boolean;
}

export function createOpenDrafts(): OpenDrafts {
  const open = new Set<() => void>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    add: (save) => {
      open.add(save);
      tell();
    },
    remove: (save) => {
      if (open.delete(save)) tell();
    },
    saveAll: () => {
      for (const save of open) save();
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
      };
    },
    hasAny: () => open.size > 0,
  };
}

/** The drafts of the whole app; fields outside of it look after themselves. */
export const OpenDraftsContext = createContext<OpenDrafts | undefined>(undefined);

const NEVER = (): (() => void) => () => undefined;

/** True while something is typed that was not handed on. */
export function useHasOpenDrafts(): boolean {
  const drafts = use(OpenDraftsContext);
  return useSyncExternalStore(drafts?.subscribe ?? NEVER, () => drafts?.hasAny() ?? false);
}
