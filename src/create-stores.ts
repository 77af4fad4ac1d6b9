import { createAnnotateStore } from '#state/annotate/annotate-store.ts';
import { comingLater } from '#state/coming-later.ts';
import { createCopiesStore } from '#state/copies/copies-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { createEverywhereStore } from '#state/everywhere/everywhere-store.ts';
import { createGuidelinesStore } from '#state/guidelines/guidelines-store.ts';
import { createKeysStore } from '#state/keys/keys-store.ts';
import { createLibraryStore } from '#state/library-store.ts';
import { createProjectsStore } from '#state/projects-store.ts';
import { createReadingStore } from '#state/reading/reading-store.ts';
import { type Stores } from '#state/react.tsx';
import { createSessionStore } from '#state/session-store.ts';
import { createThreadsStore } from '#state/threads/threads-store.ts';
import { createTourStore } from '#state/tour/tour-store.ts';
import { createTransferStore } from '#state/transfer-store.ts';

/** Makes every store of the app, and lets those that show the same thing hear of one another. */
export function createStores(dependencies: Dependencies): Stores {
  const session = createSessionStore(dependencies);
  const library = createLibraryStore(dependencies, session);
  const annotate = createAnnotateStore(dependencies, session);
  const everywhere = createEverywhereStore(dependencies, session, library, annotate);
  const transfer = createTransferStore(dependencies, session);
  const guidelines = createGuidelinesStore(dependencies, session);
  const projects = createProjectsStore(dependencies, { session, library, annotate, transfer });
  const threads = createThreadsStore(dependencies, session);
  const copies = createCopiesStore(dependencies);
  const tour = createTourStore(dependencies, session, annotate);
  annotate.subscribe((state, before) => {
    const isShown = state.phase === 'open' && state.permission !== 'in-trash';
    if (isShown && state.layer !== before.layer) library.getState().showLayer(state.layer);
    if (state.changedElsewhere > before.changedElsewhere) void library.getState().refresh();
  });
  transfer.subscribe((state, before) => {
    if (state.phase === 'done' && before.phase !== 'done') void library.getState().refresh();
  });
  transfer.subscribe(({ downloaded }, before) => {
    // One file with all there is in this browser is a copy of everything.
    if (!downloaded || downloaded === before.downloaded || downloaded.whose.kind !== 'all') return;
    const isOnlyProject = session.getState().projects.length <= 1;
    const isWhole = library.getState().articles.every(({ id, removed }) => removed || downloaded.articleIds.has(id));
    if (isOnlyProject && isWhole) void copies.getState().noteDownload();
  });
  const later = comingLater(async () => {
    const { connectLaterStores } = await import('./create-later-stores.ts');
    return connectLaterStores(dependencies, { session, library, annotate, transfer });
  });
  const keys = createKeysStore(dependencies);
  const reading = createReadingStore(dependencies);
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
    later,
  };
}
