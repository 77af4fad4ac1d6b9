import { type Database } from './database.ts';
import { guarded } from './storage-error.ts';

/** Everything remembered about this browser, as stored: unchecked values by key. */
export async function loadSettings(database: Database): Promise<ReadonlyMap<string, unknown>> {
  return guarded(async () => new Map((await database.settings.toArray()).map(({ key, value }) => [key, value])));
}

/** Remembers one value under a key. */
export async function saveSetting(database: Database, key: string, value: unknown): Promise<void> {
  await guarded(() => database.settings.put({ key, value }));
}
