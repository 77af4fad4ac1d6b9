import { Dexie } from 'dexie';
import { Database } from '#storage/database.ts';
import { guarded } from '#storage/storage-error.ts';
import { NEWEST_VERSION } from '#storage/versions.ts';
import { type KeyedRow, type JournalRows } from './read-journal.ts';
import { nameOfKey } from './journal-line.ts';
import { keyOfRow, MIRRORED } from './mirrored-tables.ts';

/** The name of the database that old rows are upgraded in; it is gone when that is done. */
const BETWEEN = 'spanmark-upgrading';

/**
 * The rows of a journal as the newest schema has them. Rows of an older one go through a database of their own, which is
 * upgraded as the real one would be.
 */
export async function rowsAtNewest(rows: JournalRows, schema: number): Promise<JournalRows> {
  if (schema >= NEWEST_VERSION) return rows;
  return guarded(async () => {
    await Dexie.delete(BETWEEN);
    try {
      await writeAs(schema, rows);
      return await readAll();
    } finally {
      await Dexie.delete(BETWEEN);
    }
  });
}

async function writeAs(schema: number, rows: JournalRows): Promise<void> {
  const database = new Dexie(BETWEEN);
  const newest = new Database(BETWEEN);
  const keys = [...rows.keys()].map((table) => [table, newest.table(table).schema.primKey.src] as const);
  database.version(schema).stores(Object.fromEntries(keys));
  await database.open();
  for (const [table, held] of rows) await database.table(table).bulkPut([...held.values()].map(({ row }) => row));
  database.close();
}

async function readAll(): Promise<JournalRows> {
  const database = new Database(BETWEEN);
  await database.open();
  const all = new Map<string, ReadonlyMap<string, KeyedRow>>();
  for (const name of MIRRORED) {
    const held = (await database.table<object, unknown>(name).toArray()).map((row) => {
      const key = keyOfRow(database, name, row);
      return [nameOfKey(key), { key, row }] as const;
    });
    all.set(name, new Map(held));
  }
  database.close();
  return all;
}
