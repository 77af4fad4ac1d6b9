import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { ADDRESSES } from './addresses.ts';
import { type AnnotateState } from './annotate/annotate-parts.ts';
import { type AnnotateStore } from './annotate/annotate-store.ts';
import { type ComingLater } from './coming-later.ts';
import { type CopiesState, type CopiesStore } from './copies/copies-store.ts';
import { type EverywhereState, type EverywhereStore } from './everywhere/everywhere-store.ts';
import { type GuidelinesState, type GuidelinesStore } from './guidelines/guidelines-store.ts';
import { type KeysState, type KeysStore } from './keys/keys-store.ts';
import { type LibraryState, type LibraryStore } from './library-store.ts';
import { type ProjectsState, type ProjectsStore } from './projects-store.ts';
import { type ReadingState, type ReadingStore } from './reading/reading-store.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { type Thread } from '#core/review/thread.ts';
import { LIMITS } from '#formats/limits.ts';
import { type ThreadsState, type ThreadsStore } from './threads/threads-store.ts';
import { nameOf, type SessionState, type SessionStore } from './session-store.ts';
import { type TourState, type TourStore } from './tour/tour-store.ts';
import { type TransferState, type TransferStore } from './transfer-store.ts';

/** The stores that are there from the start, built once by create-stores.ts. */
export interface Stores {
  readonly session: SessionStore;
  readonly library: LibraryStore;
  readonly annotate: AnnotateStore;
  readonly everywhere: EverywhereStore;
  readonly transfer: TransferStore;
  readonly keys: KeysStore;
  readonly reading: ReadingStore;
  readonly guidelines: GuidelinesStore;
  readonly projects: ProjectsStore;
  readonly threads: ThreadsStore;
  readonly copies: CopiesStore;
  readonly tour: TourStore;
  /** Those that only some screens need; react-later.tsx gives them. */
  readonly later: ComingLater;
}

/** Gives the stores to the components below it. */
export const StoresContext = createContext<Stores | undefined>(undefined);

/** These stores, for reading at the moment of an event; throws outside StoresContext. */
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

export function useChosenKeys<Part>(select: (state: KeysState) => Part): Part {
  return useStore(useStores().keys, select);
}

export function useReading<Part>(select: (state: ReadingState) => Part): Part {
  return useStore(useStores().reading, select);
}

export function useEverywhere<Part>(select: (state: EverywhereState) => Part): Part {
  return useStore(useStores().everywhere, select);
}

export function useTransfer<Part>(select: (state: TransferState) => Part): Part {
  return useStore(useStores().transfer, select);
}

export function useGuidelines<Part>(select: (state: GuidelinesState) => Part): Part {
  return useStore(useStores().guidelines, select);
}

export function useProjects<Part>(select: (state: ProjectsState) => Part): Part {
  return useStore(useStores().projects, select);
}

export function useThreads<Part>(select: (state: ThreadsState) => Part): Part {
  return useStore(useStores().threads, select);
}

export function useCopies<Part>(select: (state: CopiesState) => Part): Part {
  return useStore(useStores().copies, select);
}

export function useTour<Part>(select: (state: TourState) => Part): Part {
  return useStore(useStores().tour, select);
}

/** Opens the sample project at its review; nothing else of the kind can be begun while `isBusy`. */
export function useSample(): { readonly isBusy: boolean; readonly open: () => Promise<void> } {
  const { projects } = useStores();
  const isBusy = useProjects((state) => state.isBusy);
  return {
    isBusy,
    open: async () => {
      if (await projects.getState().openSample()) location.hash = ADDRESSES.review;
    },
  };
}

/** What the view of threads needs: names, unsent replies, and what can be done to a thread. */
export function useThreadContext() {
  const { threads } = useStores();
  const annotators = useSession((state) => state.annotators);
  const drafts = useThreads((state) => state.drafts);
  return {
    nameOf: (id: AnnotatorId) => nameOf(annotators, id),
    draftOf: ({ id }: Pick<Thread, 'id'>) => draftFor(threads, drafts, id),
    maxLength: LIMITS.note,
    onReply: (thread: Thread, body: string) => threads.getState().reply(thread, body),
    onResolve: (thread: Thread, isResolved: boolean) => void threads.getState().resolve(thread, isResolved),
    onMark: (thread: Thread, isQuestion: boolean) => void threads.getState().mark(thread, isQuestion),
  };
}

/** What was typed under this key and not sent, and how it is kept. */
export function useThreadDraft(key: string) {
  const { threads } = useStores();
  return draftFor(
    threads,
    useThreads((state) => state.drafts),
    key,
  );
}

function draftFor(threads: ThreadsStore, drafts: ThreadsState['drafts'], key: string) {
  return {
    text: drafts.get(key) ?? '',
    keep: (text: string) => {
      threads.getState().keepDraft(key, text);
    },
  };
}
