import { type Database } from './database.ts';
import { appendAllOf, type LayerStep, nextStep, type Step, storedLayer } from './layers.ts';
import { type StoredLayer } from './replay.ts';
import { type EntryRow, keyOf, type LayerKey, type SettingRow } from './rows.ts';
import { removeSetting } from './settings.ts';
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
 * page, so they stand beside the database as well. Nothing can be told of an error.
 */
export function putAtOnce(database: Database, rows: readonly SettingRow[]): void {
  if (rows.length === 0) return;
  putBeside(rows);
  if (!database.isOpen()) return;
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

/** Forgets what was kept under this name, in the database and beside it. */
export async function forgetUnsaved(database: Database, key: string): Promise<void> {
  forgetBeside([key]);
  await removeSetting(database, key);
}

/** The settings that hold what pages could not save any more, and those beside the database, which come into it first. */
export async function loadUnsaved(database: Database): Promise<readonly SettingRow[]> {
  return guarded(async () => {
    const beside = rowsBeside();
    if (beside.length > 0) {
      await database.transaction('rw', database.settings, async () => {
        for (const row of beside) if (!(await database.settings.get(row.key))) await database.settings.put(row);
      });
      forgetBeside(beside.map(({ key }) => key));
    }
    return database.settings.where('key').startsWith(UNSAVED).toArray();
  });
}

function putBeside(rows: readonly SettingRow[]): void {
  try {
    for (const { key, value } of rows) localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // There is no such place, or no room in it.
  }
}

function rowsBeside(): readonly SettingRow[] {
  try {
    return Object.keys(localStorage).flatMap((key) => {
      return key.startsWith(UNSAVED) ? [{ key, value: JSON.parse(localStorage.getItem(key)!) as unknown }] : [];
    });
  } catch {
    return [];
  }
}

function forgetBeside(keys: readonly string[]): void {
  try {
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // There is no such place.
  }
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
