import { backupFolder } from './backup-folder.ts';
import { type BackupDone, writeBackup } from './backup-work.ts';
import { openOnce } from './open-once.ts';

const database = openOnce();

/** Writing the backup folder off the main thread; workers/backup.ts is its client. */
export const backupWorker = {
  async write(folder: FileSystemDirectoryHandle, goesOn: boolean): Promise<BackupDone> {
    return writeBackup(await database(), backupFolder(folder), goesOn);
  },
};

export type BackupWorker = typeof backupWorker;
