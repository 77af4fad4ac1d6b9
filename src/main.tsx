import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { StartFailure } from '#app/start-failure.tsx';
import { type ArticleId } from '#core/project/project.ts';
import { canChooseSaveFile, chooseSaveFile } from '#platform/choose-save-file.ts';
import { now } from '#platform/clock.ts';
import { download } from '#platform/download.ts';
import { whenIdle } from '#platform/idle.ts';
import { newId } from '#platform/ids.ts';
import { registerOffline } from '#platform/offline.ts';
import { askForPersistence, currentPersistence } from '#platform/persistence.ts';
import { requestTabLock } from '#platform/tab-lock.ts';
import { listenToTabs } from '#platform/tab-news.ts';
import { type Stores } from '#state/react.tsx';
import { openDatabase } from '#storage/database.ts';
import { createAgreeing } from '#workers/agreement.ts';
import { createMentionSearch } from '#workers/mentions.ts';
import { createReviewing } from '#workers/review.ts';
import { createSearch } from '#workers/search.ts';
import { createSnapshotWriter } from '#workers/snapshots.ts';
import { createTransfer } from '#workers/transfer.ts';
import { createStores } from './create-stores.ts';
import '#ui/tokens.css';

const root = createRoot(document.querySelector('#app')!);

const WHY_CLOSED = {
  updated: 'Spanmark was updated in another tab. Reload the page to go on with the new version.',
  deleted: 'The stored work was deleted in another tab. Reload the page to start anew.',
} as const;

/** Shows what another tab has changed. Where it cannot be read, what is shown stays, and the next change says why. */
async function readAgain({ session, library, annotate, threads, later }: Stores): Promise<void> {
  if (library.getState().phase === 'loading') return;
  await session
    .getState()
    .refresh()
    .catch(() => undefined);
  await library.getState().refresh();
  const { articleId, open } = threads.getState();
  if (articleId !== undefined) await open(articleId);
  const { phase, layer } = annotate.getState();
  if (phase === 'open') library.getState().showLayer(layer);
  await later.here.getState().stores?.review.getState().refresh();
}

/** Draws the app once it knows who annotates and how it should look; the library fills in when it is read. */
async function start(): Promise<void> {
  const database = await openDatabase('spanmark', (why) => {
    root.render(<StartFailure message={WHY_CLOSED[why]} />);
  });
  const tabs = listenToTabs('spanmark', (reviewed) => {
    if (reviewed)
      void stores.later.here
        .getState()
        .stores?.review.getState()
        .hear(reviewed as readonly ArticleId[]);
    else void readAgain(stores);
  });
  const stores: Stores = createStores({
    database,
    transfer: createTransfer(),
    mentions: createMentionSearch(),
    search: createSearch(),
    reviewing: createReviewing(),
    agreeing: createAgreeing(),
    writeSnapshot: createSnapshotWriter(),
    whenIdle,
    now,
    newId,
    loadSeeds: async () => (await import('virtual:seeds')).seedFiles,
    requestTabLock,
    askForPersistence,
    tellTabs: () => {
      tabs.tell();
    },
    tellReviewed: tabs.tell,
    download,
    canChooseSaveFile,
    chooseSaveFile,
  });
  await stores.session.getState().load();
  // A large library is read while the app is drawn.
  const reading = stores.library.getState().load();
  await stores.keys.getState().load();
  stores.session.setState({ persistence: await currentPersistence() });
  root.render(<App stores={stores} />);
  await reading;
}

start().catch((error: unknown) => {
  root.render(<StartFailure message={error instanceof Error ? error.message : String(error)} />);
});
if (import.meta.env.PROD) registerOffline();
