import { type Database } from './database.ts';
import { guarded } from './storage-error.ts';

/** Settings that name what was deleted for good, so that what every browser starts with does not come back by itself. */
const KEYS = { articles: 'goneArticles', projects: 'goneProjects', layers: 'goneLayers' } as const;

/** The ids of the articles or projects, or the names of the layers, that were deleted for good in this browser. */
export async function loadGone(database: Database, what: keyof typeof KEYS): Promise<ReadonlySet<string>> {
  return guarded(async () => idsIn((await database.settings.get(KEYS[what]))?.value));
}

/** Notes that these are deleted for good; to be called in the transaction that does it. */
export async function noteGone(database: Database, what: keyof typeof KEYS, ids: readonly string[]): Promise<void> {
  const gone = idsIn((await database.settings.get(KEYS[what]))?.value);
  await database.settings.put({ key: KEYS[what], value: [...gone, ...ids.filter((id) => !gone.has(id))] });
}

function idsIn(value: unknown): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []);
}
