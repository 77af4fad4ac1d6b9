import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { keepLook } from '#app/keep-look.ts';
import { StartFailure } from '#app/start-failure.tsx';
import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { canChooseFolder, chooseFolder, mayWriteTo } from '#platform/choose-folder.ts';
import { canChooseSaveFile, chooseSaveFile } from '#platform/choose-save-file.ts';
import { now } from '#platform/clock.ts';
import { download } from '#platform/download.ts';
import { whenIdle } from '#platform/idle.ts';
import { retryLater } from '#platform/retry-later.ts';
import { newId } from '#platform/ids.ts';
import { watchVersions } from '#platform/offline.ts';
import { askForPersistence, currentPersistence } from '#platform/persistence.ts';
import { showWhatWasShared } from '#platform/shared.ts';
import { requestTabLock } from '#platform/tab-lock.ts';
import { listenToTabs } from '#platform/tab-news.ts';
import { allowOwnScriptsOnly } from '#platform/trusted-scripts.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { messageOf } from '#state/message-of.ts';
import { type Stores } from '#state/react.tsx';
import { databaseName } from '#storage/database-name.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { hearWrites, tellMirror } from '#storage/mirror/mirror-channel.ts';
import { startNewLog } from '#storage/start-new-log.ts';
import { loadUnsaved, takeBeside } from '#storage/unsaved.ts';
import { createAgreeing } from '#workers/agreement.ts';
import { createBackup } from '#workers/backup.ts';
import { createMentionSearch } from '#workers/mentions.ts';
import { createMirror } from '#workers/mirror.ts';
import { createReviewing } from '#workers/review.ts';
import { createSearch } from '#workers/search.ts';
import { createSnapshotWriter } from '#workers/snapshots.ts';
import { createTransfer } from '#workers/transfer.ts';
import { createStores } from './create-stores.ts';

allowOwnScriptsOnly();
showWhatWasShared();
const root = createRoot(document.querySelector('#app')!);
const versions = watchVersions(import.meta.env.PROD);

const WHY_CLOSED = {
  updated: t`Spanmark was updated in another tab. Reload the page to go on with the new version.`,
  deleted: t`The stored work was deleted in another tab. Reload the page to start anew.`,
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
  const { phase, layer, permission } = annotate.getState();
  if (phase === 'open' && permission !== 'in-trash') library.getState().showLayer(layer);
  await later.here.getState().stores?.review.getState().refresh();
}

/** Deletes what was long enough in the trash. Where that fails, the next start tries again. */
async function emptyTrash(database: Database, { library }: Stores): Promise<void> {
  try {
    const { deleteWhatIsOver } = await import('#storage/delete-for-good.ts');
    if ((await deleteWhatIsOver(database, now())) > 0) await library.getState().refresh();
  } catch {
    // Nothing that anybody waits for.
  }
}

/** Writes what an earlier page could not save in its last moment. */
async function restoreWhatWasKept(database: Database): Promise<void> {
  await takeBeside(database);
  const unsaved = await loadUnsaved(database);
  if (unsaved.length === 0) return;
  const { restoreUnsaved } = await import('#state/restore-unsaved.ts');
  await restoreUnsaved({ database, requestTabLock }, unsaved);
}

/** Draws the app once it knows who annotates and how it should look; the library fills in when it is read. */
async function start(onDrawn: () => void): Promise<void> {
  const database = await openDatabase(
    await databaseName(),
    (why) => {
      root.render(<StartFailure message={WHY_CLOSED[why]} />);
    },
    tellMirror,
  );
  void startNewLog();
  await restoreWhatWasKept(database);
  const tabs = listenToTabs('spanmark', (reviewed) => {
    if (reviewed)
      void stores.later.here
        .getState()
        .stores?.review.getState()
        .hear(reviewed as readonly ArticleId[]);
    else void readAgain(stores);
  });
  const looks = listenToTabs('spanmark-look', () => void stores.reading.getState().load());
  const stores: Stores = createStores({
    database,
    transfer: createTransfer(),
    mentions: createMentionSearch(),
    search: createSearch(),
    reviewing: createReviewing(),
    agreeing: createAgreeing(),
    mirror: createMirror(),
    backup: createBackup(),
    folders: { canChoose: canChooseFolder, choose: chooseFolder, mayWrite: mayWriteTo },
    writeSnapshot: createSnapshotWriter(),
    whenIdle,
    retryLater,
    now,
    newId,
    loadSeeds: async () => (await import('virtual:seeds')).seedFiles,
    loadSample: async () => (await import('virtual:sample')).sampleFiles,
    requestTabLock,
    askForPersistence,
    tellTabs: () => {
      tabs.tell();
    },
    tellReviewed: tabs.tell,
    tellLook: () => {
      looks.tell();
    },
    download,
    canChooseSaveFile,
    chooseSaveFile,
  });
  hearWrites((note) => {
    stores.copies.getState().heardWrites(note);
  });
  // None of them needs another, and nothing is drawn before they are there.
  await Promise.all(
    [stores.reading, stores.session, stores.keys, stores.tour].map(async (store) => store.getState().load()),
  );
  keepLook(stores.reading);
  // A large library is read while the app is drawn.
  const reading = stores.library.getState().load();
  onDrawn();
  root.render(<App stores={stores} versions={versions} />);
  // Not waited for: nothing that is drawn first needs it, and a browser that gives no answer would leave the page empty.
  void currentPersistence().then((persistence) => {
    stores.session.setState({ persistence });
  });
  await reading;
  whenIdle(() => void emptyTrash(database, stores));
  whenIdle(() => void stores.copies.getState().start());
}

/** Draws the rescue screen, which works without the database. */
async function rescue(onDrawn: () => void): Promise<void> {
  const { rescueScreen } = await import('./rescue-screen.tsx');
  onDrawn();
  root.render(rescueScreen());
}

const isRescue = (): boolean => location.hash === ADDRESSES.rescue;
const startsWithRescue = isRescue();
addEventListener('hashchange', () => {
  // The app and the rescue screen are never in one page: each has its own connection to the database, or none.
  if (isRescue() !== startsWithRescue) location.reload();
});
/** A page that shows nothing for so long, in milliseconds, says so: browsers may leave a question about storage unanswered. */
const LONG_MS = 10_000;
const slow = setTimeout(() => {
  root.render(
    <StartFailure
      message={t`The browser has not opened its storage yet. Wait a moment; if nothing comes, close other tabs of Spanmark and reload, or restart the browser. Nothing stored before is lost.`}
    />,
  );
}, LONG_MS);
(startsWithRescue ? rescue : start)(() => {
  clearTimeout(slow);
}).catch((error: unknown) => {
  clearTimeout(slow);
  root.render(<StartFailure message={messageOf(error)} />);
});
