import { createStores } from '../../src/create-stores.ts';
import { now } from '../../src/platform/clock.ts';
import { whenIdle } from '../../src/platform/idle.ts';
import { newId } from '../../src/platform/ids.ts';
import { requestTabLock } from '../../src/platform/tab-lock.ts';
import { type Stores } from '../../src/state/react.tsx';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createAgreeing } from '../../src/workers/agreement.ts';
import { createMentionSearch } from '../../src/workers/mentions.ts';
import { createReviewing } from '../../src/workers/review.ts';
import { createSearch } from '../../src/workers/search.ts';
import { createSnapshotWriter } from '../../src/workers/snapshots.ts';
import { createTransfer } from '../../src/workers/transfer.ts';

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
    writeSnapshot: createSnapshotWriter(),
    whenIdle,
    now,
    newId,
    loadSeeds: () => Promise.resolve([]),
    requestTabLock,
    askForPersistence: () => Promise.resolve('unknown'),
    tellTabs: () => {},
    tellReviewed: () => {},
    download: () => {},
    canChooseSaveFile: () => false,
    chooseSaveFile: () => Promise.resolve(undefined),
  });
  await stores.session.getState().load();
  await stores.session.getState().skipName();
  return { database, stores };
}
