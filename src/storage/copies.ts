import { type Database } from './database.ts';
import { guarded } from './storage-error.ts';

/** The setting that holds the handle of the backup folder, which no file can hold. */
export const BACKUP_FOLDER = 'backupFolder';

/** The setting that says when a copy last left the browser. */
export const LAST_COPY = 'lastCopy';

/** The setting that says when the first edit of a browser was heard of that no copy has left; an ISO time. */
export const UNCOPIED_SINCE = 'uncopiedSince';

/** How many log entries and decisions there are in all projects. */
export async function countEdits({ entries, decisions }: Database): Promise<number> {
  return guarded(async () => (await entries.count()) + (await decisions.count()));
}

/**
 * Notes that so many edits are deleted for good: what the last copy counts from goes down with the count, so that they do not
 * stand for edits that came since. To be called in the transaction that deletes them.
 */
export async function noteDeletedEdits({ settings }: Database, deleted: number): Promise<void> {
  const lastCopy = (await settings.get(LAST_COPY))?.value as { readonly edits?: unknown } | undefined;
  if (deleted === 0 || typeof lastCopy?.edits !== 'number') return;
  await settings.put({ key: LAST_COPY, value: { ...lastCopy, edits: lastCopy.edits - deleted } });
}
