import { createAnnotateStore } from './annotate/annotate-store.ts';
import { createCopiesStore } from './copies/copies-store.ts';
import { type Dependencies } from './dependencies.ts';
import { createEverywhereStore } from './everywhere/everywhere-store.ts';
import { createGuidelinesStore } from './guidelines/guidelines-store.ts';
import { createKeysStore } from './keys/keys-store.ts';
import { createLibraryStore } from './library-store.ts';
import { createProjectsStore } from './projects-store.ts';
import { createReadingStore } from './reading/reading-store.ts';
import { alreadyHere } from './coming-later.ts';
import { createLaterStores, type LaterStores } from './later-stores.ts';
import { type Stores } from './react.tsx';
import { createSessionStore } from './session-store.ts';
import { createThreadsStore } from './threads/threads-store.ts';
import { createTourStore } from './tour/tour-store.ts';
import { createTransferStore } from './transfer-store.ts';

/** Stores without a disk, for drawing a state that a test sets; their actions are not to be used. */
export function idleStores(): Stores & LaterStores {
  const dependencies = {} as Dependencies;
  const session = createSessionStore(dependencies);
  const library = createLibraryStore(dependencies, session);
  const annotate = createAnnotateStore(dependencies, session);
  const everywhere = createEverywhereStore(dependencies, session, library, annotate);
  const transfer = createTransferStore(dependencies, session);
  const projects = createProjectsStore(dependencies, { session, library, annotate, transfer });
  const guidelines = createGuidelinesStore(dependencies, session);
  const keys = createKeysStore(dependencies);
  const reading = createReadingStore(dependencies);
  const threads = createThreadsStore(dependencies, session);
  const copies = createCopiesStore(dependencies);
  const tour = createTourStore(dependencies, session, annotate);
  const later = createLaterStores(dependencies, { session, library, annotate });
  return {
    session,
    library,
    annotate,
    everywhere,
    transfer,
    guidelines,
    keys,
    reading,
    projects,
    threads,
    copies,
    tour,
    ...later,
    later: alreadyHere(later),
  };
}
