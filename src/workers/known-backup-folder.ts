import { BACKUP_FOLDER } from '#storage/copies.ts';
import { type Database } from '#storage/database.ts';
import { loadSetting } from '#storage/settings.ts';
import { type BackupFolder, backupFolder } from './backup-folder.ts';

interface WithPermission {
  readonly queryPermission: (options: { readonly mode: 'read' }) => Promise<PermissionState>;
}

/** The folder that a backup is written into, where it may be read without asking; undefined where there is none such. */
export async function knownBackupFolder(database: Database): Promise<BackupFolder | undefined> {
  const handle = await loadSetting(database, BACKUP_FOLDER);
  if (typeof handle !== 'object' || handle === null || !('queryPermission' in handle)) return undefined;
  const state = await (handle as WithPermission).queryPermission({ mode: 'read' });
  return state === 'granted' ? backupFolder(handle as unknown as FileSystemDirectoryHandle) : undefined;
}
