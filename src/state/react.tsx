import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { type AnnotateState } from './annotate-parts.ts';
import { type AnnotateStore } from './annotate-store.ts';
import { type LabelsState } from './labels-state.ts';
import { type LabelsStore } from './labels-store.ts';
import { type LibraryState, type LibraryStore } from './library-store.ts';
import { type SessionState, type SessionStore } from './session-store.ts';
import { type TransferState, type TransferStore } from './transfer-store.ts';

/** Every store of the app, built once in main.tsx. */
export interface Stores {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
  readonly labels: LabelsStore;
  readonly transfer: TransferStore;
}

/** Gives the stores to the components below it. */
export const StoresContext = createContext<Stores | undefined>(undefined);

/** All stores, for reading at the moment of an event; throws outside StoresContext. */
export function useStores(): Stores {
  const stores = use(StoresContext);
  if (!stores) throw new Error('StoresContext is missing above this component');
  return stores;
}

export function useSession<Part>(select: (state: SessionState) => Part): Part {
  return useStore(useStores().session, select);
}

export function useLibrary<Part>(select: (state: LibraryState) => Part): Part {
  return useStore(useStores().library, select);
}

export function useAnnotate<Part>(select: (state: AnnotateState) => Part): Part {
  return useStore(useStores().annotate, select);
}

export function useLabels<Part>(select: (state: LabelsState) => Part): Part {
  return useStore(useStores().labels, select);
}

export function useTransfer<Part>(select: (state: TransferState) => Part): Part {
  return useStore(useStores().transfer, select);
}
