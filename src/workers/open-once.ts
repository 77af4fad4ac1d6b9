import { type Database, openDatabase } from '#storage/database.ts';

/** The name of the database of the app. */
const NAME = 'spanmark';

/** A worker's own connection to the database, opened with the first call; one that could not be opened is tried again. */
export function openOnce(): () => Promise<Database> {
  let opened: Promise<Database> | undefined;
  return async () => {
    // A connection that another tab's upgrade closed stays closed: what needs it says so.
    opened ??= openDatabase(NAME, () => undefined);
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}
