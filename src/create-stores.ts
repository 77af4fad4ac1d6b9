import { createAnnotateStore } from '#state/annotate/annotate-store.ts';
import { comingLater } from '#state/coming-later.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { createEverywhereStore } from '#state/everywhere/everywhere-store.ts';
import { createGuidelinesStore } from '#state/guidelines/guidelines-store.ts';
import { createKeysStore } from '#state/keys/keys-store.ts';
import { createLibraryStore } from '#state/library-store.ts';
import { createProjectsStore } from '#state/projects-store.ts';
import { type Stores } from '#state/react.tsx';
import { createSessionStore } from '#state/session-store.ts';
import { createThreadsStore } from '#state/threads/threads-store.ts';
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
  annotate.subscribe((state, before) => {
    if (state.phase === 'open' && state.layer !== before.layer) library.getState().showLayer(state.layer);
    if (state.changedElsewhere > before.changedElsewhere) void library.getState().refresh();
  });
  transfer.subscribe((state, before) => {
    if (state.phase === 'done' && before.phase !== 'done') void library.getState().refresh();
  });
  const later = comingLater(async () => {
    const { connectLaterStores } = await import('./create-later-stores.ts');
    return connectLaterStores(dependencies, { session, library, annotate, transfer });
  });
  const keys = createKeysStore(dependencies);
  return {
    session,
    library,
    annotate,
    everywhere,
    transfer,
    guidelines,
    keys,
    projects,
    threads,
    later,
  };
}
