import { forgetBeside, putBeside, rowsBeside } from './beside.ts';
import { type Database } from './database.ts';
import { appendAllOf, type LayerStep, nextStep, type Step, storedLayer } from './layers.ts';
import { type StoredLayer } from './replay.ts';
import { type EntryRow, keyOf, type LayerKey, type SettingRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/**
 * A step that was on its way to the disk when its page went away; without the layer that it gives, which may be large,
 * and without a checksum, as other steps may be written before it.
 */
export interface UnsavedStep {
  readonly key: LayerKey;
  readonly step: Omit<Step, 'layer' | 'sum'>;
}

/** What begins the names of settings that hold what a page could not save any more. */
export const UNSAVED = 'unsaved ';

/**
 * Writes settings in the last moment of a page: past Dexie, which closes its connections then, and with an explicit commit,
 * since nobody is there any more to hear that the writes are done. A transaction that waits for another one dies with its
 * page, so they are put beside the database as well. Nothing can be told of an error.
 */
export function putAtOnce(database: Database, rows: readonly SettingRow[]): void {
  putBeside(rows);
  if (rows.length === 0 || !database.isOpen()) return;
  try {
    const transaction = database.backendDB().transaction('settings', 'readwrite', { durability: 'strict' });
    for (const row of rows) transaction.objectStore('settings').put(row);
    transaction.commit();
  } catch {
    // The connection is closing; the browser asks before it leaves a page with unsaved work.
  }
}

/** The steps as they are kept. */
export function unsavedSteps(steps: readonly LayerStep[]): readonly UnsavedStep[] {
  return steps.map(({ key, step: { number, edit, cause, at, group } }) => {
    const kept = { number, edit, cause, at };
    return { key, step: group === undefined ? kept : { ...kept, group } };
  });
}

/**
 * Brings what is beside the database into it; to be called at each start, before settings are read. Never rejects: what the
 * disk refuses stays where it is.
 */
export async function takeBeside(database: Database): Promise<void> {
  const rows = rowsBeside();
  if (rows.length === 0) return;
  try {
    await database.settings.bulkPut([...rows]);
    for (const { key } of rows) forgetBeside(key);
  } catch {
    // It is tried again at the next start.
  }
}

/** The settings that hold what pages could not save any more. */
export async function loadUnsaved(database: Database): Promise<readonly SettingRow[]> {
  return guarded(() => database.settings.where('key').startsWith(UNSAVED).toArray());
}

/**
 * Appends steps that a page could not save any more and forgets the setting that held them, in one transaction. A step that
 * is in the log is passed over; one that does not fit the layer any more stays in the setting.
 */
export async function restoreSteps(database: Database, name: string, steps: readonly UnsavedStep[]): Promise<void> {
  const { layers, entries, snapshots, settings } = database;
  await guarded(() =>
    database.transaction('rw', layers, entries, snapshots, settings, async () => {
      const refused: UnsavedStep[] = [];
      for (const { key, step } of steps) {
        const there = await entries.get([...keyOf(key), step.number]);
        if (there && isSame(there, step)) continue;
        const stored = await storedLayer(database, key);
        const next = stepAfter(stored, step);
        if (next) await appendAllOf(database, [{ key, step: next }]);
        else refused.push({ key, step });
      }
      if (refused.length === 0) await settings.delete(name);
      else await settings.put({ key: name, value: refused });
    }),
  );
}

function isSame({ at, edit }: EntryRow, step: UnsavedStep['step']): boolean {
  return at === step.at && JSON.stringify(edit) === JSON.stringify(step.edit);
}

/** The step as it comes next; undefined where it does not fit the layer, or nothing may be written behind a damaged log. */
function stepAfter(stored: StoredLayer, { number, edit, cause, at, group }: UnsavedStep['step']): Step | undefined {
  if (stored.damage) return undefined;
  try {
    // With another number, what it undid or redid may not be what it was.
    const why = stored.number + 1 === number ? cause : { kind: 'new' as const };
    return nextStep(stored, { edit, cause: why, at, group });
  } catch {
    return undefined;
  }
}
