import { forgetBeside } from './beside.ts';
import { type Database } from './database.ts';
import { guarded } from './storage-error.ts';

/** Everything remembered about this browser, as stored: unchecked values by key. */
export async function loadSettings(database: Database): Promise<ReadonlyMap<string, unknown>> {
  return guarded(async () => new Map((await database.settings.toArray()).map(({ key, value }) => [key, value])));
}

/** Remembers one value under a key. */
export async function saveSetting(database: Database, key: string, value: unknown): Promise<void> {
  await guarded(() => database.settings.put({ key, value }));
  // What was put there in a last moment that was none is older.
  forgetBeside(key);
}

/** One remembered value, unchecked; undefined where there is none. */
export async function loadSetting(database: Database, key: string): Promise<unknown> {
  return guarded(async () => (await database.settings.get(key))?.value);
}

/** Forgets what is remembered under a key. */
export async function removeSetting(database: Database, key: string): Promise<void> {
  forgetBeside(key);
  await guarded(() => database.settings.delete(key));
}
