import { Dexie } from 'dexie';

/** A database of this site that is there for a moment only. */
const NAME = 'spanmark-new-log';

/**
 * Has Chromium begin a new file for what is written to the databases of this site. Never rejects.
 *
 * A browser that is killed while it writes leaves half a record at the end of its log file. The next one reads over it, but
 * then appends behind it, and the one after that takes the file for damaged and throws every database of the site away.
 * Deleting a database with rows makes LevelDB flush (`DBImpl::CompactRange`), which leaves the old file behind. To be called
 * at each start, which need not wait for it. Browsers without LevelDB have a small database made and deleted, and no harm.
 */
export async function startNewLog(): Promise<void> {
  try {
    const database = new Dexie(NAME);
    database.version(1).stores({ rows: '' });
    // Another tab that starts deletes it as well.
    database.on('versionchange', () => {
      database.close({ disableAutoOpen: true });
      return false;
    });
    await database.table('rows').put(0, 0);
    await database.delete();
  } catch {
    // The disk refuses: whoever writes next is told.
  }
}
