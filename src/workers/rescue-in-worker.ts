import { databaseName, moveToNextDatabase, nextDatabaseName } from '#storage/database-name.ts';
import { openDatabase } from '#storage/database.ts';
import { openMirrorFolder } from '#storage/mirror/opfs-folder.ts';
import { backupFolder } from './backup-folder.ts';
import { knownBackupFolder } from './known-backup-folder.ts';
import { openOnce } from './open-once.ts';
import { createRescueWork } from './rescue-work.ts';

const work = createRescueWork(
  {
    open: openOnce(),
    openNext: async () => openDatabase(nextDatabaseName(await databaseName()), () => undefined),
    moveTo: (database) => moveToNextDatabase(database.name),
  },
  openMirrorFolder,
  () => new Date().toISOString(),
  knownBackupFolder,
);

/** Looking at the copies and restoring them off the main thread; workers/rescue.ts is its client. */
export const rescueWorker = {
  ...work,
  lookIn: (handle: FileSystemDirectoryHandle) => work.lookIn(backupFolder(handle)),
};

export type RescueWorker = typeof rescueWorker;
