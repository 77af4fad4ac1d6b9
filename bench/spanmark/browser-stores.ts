import { createStores } from '../../src/create-stores.ts';
import { now } from '../../src/platform/clock.ts';
import { whenIdle } from '../../src/platform/idle.ts';
import { newId } from '../../src/platform/ids.ts';
import { retryLater } from '../../src/platform/retry-later.ts';
import { requestTabLock } from '../../src/platform/tab-lock.ts';
import { allowOwnScriptsOnly } from '../../src/platform/trusted-scripts.ts';
import { type Stores } from '../../src/state/react.tsx';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createAgreeing } from '../../src/workers/agreement.ts';
import { createMentionSearch } from '../../src/workers/mentions.ts';
import { createReviewing } from '../../src/workers/review.ts';
import { createSearch } from '../../src/workers/search.ts';
import { createSnapshotWriter } from '../../src/workers/snapshots.ts';
import { createTransfer } from '../../src/workers/transfer.ts';

// The pages have the app's policy, and so may start workers only once this is said.
allowOwnScriptsOnly();

/** What the app keeps, over a database of this name: as main.tsx makes it, without other tabs, seeds and downloads. */
export async function openBrowser(name: string): Promise<{ readonly database: Database; readonly stores: Stores }> {
  const database = await openDatabase(name, () => {});
  const stores = createStores({
    database,
    transfer: createTransfer(),
    mentions: createMentionSearch(),
    search: createSearch(),
    reviewing: createReviewing(),
    agreeing: createAgreeing(),
    mirror: { start: () => Promise.resolve() },
    backup: () => Promise.resolve({}),
    folders: {
      canChoose: () => false,
      choose: () => Promise.resolve(undefined),
      mayWrite: () => Promise.resolve(false),
    },
    writeSnapshot: createSnapshotWriter(),
    whenIdle,
    retryLater,
    now,
    newId,
    loadSeeds: () => Promise.resolve([]),
    loadSample: () => Promise.resolve([]),
    requestTabLock,
    askForPersistence: () => Promise.resolve('unknown'),
    tellTabs: () => {},
    tellReviewed: () => {},
    tellLook: () => {},
    download: () => {},
    canChooseSaveFile: () => false,
    chooseSaveFile: () => Promise.resolve(undefined),
  });
  await stores.session.getState().load();
  await stores.session.getState().skipName();
  return { database, stores };
}
