import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { StartFailure } from '#app/start-failure.tsx';
import { now } from '#platform/clock.ts';
import { download } from '#platform/download.ts';
import { newId } from '#platform/ids.ts';
import { registerOffline } from '#platform/offline.ts';
import { askForPersistence, currentPersistence } from '#platform/persistence.ts';
import { requestTabLock } from '#platform/tab-lock.ts';
import { createAnnotateStore } from '#state/annotate-store.ts';
import { type Dependencies } from '#state/dependencies.ts';
import { createLabelsStore } from '#state/labels-store.ts';
import { createLibraryStore } from '#state/library-store.ts';
import { type Stores } from '#state/react.tsx';
import { createSessionStore } from '#state/session-store.ts';
import { createTransferStore } from '#state/transfer-store.ts';
import { openDatabase } from '#storage/database.ts';
import { createTransfer } from '#workers/transfer.ts';
import '#ui/tokens.css';

const root = createRoot(document.querySelector('#app')!);

function createStores(dependencies: Dependencies): Stores {
  const session = createSessionStore(dependencies);
  const library = createLibraryStore(dependencies);
  const annotate = createAnnotateStore(dependencies, session);
  const labels = createLabelsStore(dependencies, session, annotate);
  const transfer = createTransferStore(dependencies, session);
  annotate.subscribe((state, before) => {
    if (state.phase === 'open' && state.layer !== before.layer) library.getState().showLayer(state.layer);
  });
  labels.subscribe((state, before) => {
    if (state.layers !== before.layers) void library.getState().refresh();
  });
  transfer.subscribe((state, before) => {
    if (state.phase === 'done' && before.phase !== 'done') void library.getState().refresh();
  });
  return { session, library, annotate, labels, transfer };
}

/** Draws the app once it knows who annotates and how it should look; the library fills in when it is read. */
async function start(): Promise<void> {
  const database = await openDatabase('spanmark', () => {
    root.render(
      <StartFailure message="Spanmark was updated in another tab. Reload the page to go on with the new version." />,
    );
  });
  const stores = createStores({
    database,
    transfer: createTransfer(),
    now,
    newId,
    loadSeeds: async () => (await import('virtual:seeds')).seedFiles,
    requestTabLock,
    askForPersistence,
    download,
  });
  await stores.session.getState().load();
  stores.session.setState({ persistence: await currentPersistence() });
  root.render(<App stores={stores} />);
  await stores.library.getState().load();
}

start().catch((error: unknown) => {
  root.render(<StartFailure message={error instanceof Error ? error.message : String(error)} />);
});
if (import.meta.env.PROD) registerOffline();
