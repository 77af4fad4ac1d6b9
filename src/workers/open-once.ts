import { databaseName } from '#storage/database-name.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { tellMirror } from '#storage/mirror/mirror-channel.ts';

/** A worker's own connection to the database, opened with the first call; one that could not be opened is tried again. */
export function openOnce(): () => Promise<Database> {
  let opened: Promise<Database> | undefined;
  return async () => {
    // A connection that another tab's upgrade closed stays closed: what needs it says so.
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}

async function open(): Promise<Database> {
  return openDatabase(await databaseName(), () => undefined, tellMirror);
}
