import { Dexie } from 'dexie';
import { type Database } from '#storage/database.ts';
import { entriesAfter } from '#storage/layers.ts';
import { keyOf, type LayerKey } from '#storage/rows.ts';
import { type JournalRow, nameOfKey, type RowKey, rowSum } from './journal-line.ts';
import { type MirrorIndex } from './mirror-index.ts';
import { FOLLOWING, isLeftOut, keyOfRow, LASTING, mirroredTable } from './mirrored-tables.ts';
import { type WriteNote } from './watch-writes.ts';

/** So many rows are read at once, and so many texts or layers: an edit waits for none of these transactions long. */
const ROWS = 500;
const LARGE_ROWS = 16;

/**
 * The rows by which the database is ahead of the journal, in portions that are each to be written as one line. What vanished
 * from tables that follow the database in everything is given as deleted; nothing else is.
 */
export async function* rowsAhead(database: Database, index: MirrorIndex): AsyncGenerator<readonly JournalRow[]> {
  yield* textsAhead(database, index);
  for (const table of LASTING) yield* changedRows(database, index, table);
  yield* layersAhead(database, index);
  for (const table of FOLLOWING) {
    const seen = new Set<string>();
    yield* changedRows(database, index, table, seen);
    const gone = [...index.rowsOf(table)].filter(({ key }) => !seen.has(nameOfKey(key)));
    if (gone.length > 0) yield gone.map(({ key }) => ({ table, key, row: undefined }));
  }
}

/**
 * The rows that a note names as they are in the database now, read in one transaction. A row that was written and is not
 * there is left out: only what was deleted on purpose is deleted in the journal.
 */
export async function rowsOfNote(
  database: Database,
  index: MirrorIndex,
  { put, gone }: Pick<WriteNote, 'put' | 'gone'>,
): Promise<readonly JournalRow[]> {
  const touched = [...put, ...gone].filter(({ table, key }) => !isLeftOut(table, key));
  const names = [...new Set(touched.map(({ table }) => table))];
  if (names.length === 0) return [];
  const wasDeleted = new Set(gone.map(({ table, key }) => `${table} ${nameOfKey(key)}`));
  return database.transaction('r', names, async () => {
    const found: JournalRow[] = [];
    for (const table of names) {
      const keys = unique(touched.filter((each) => each.table === table).map(({ key }) => key));
      const rows = await mirroredTable(database, table).bulkGet([...keys]);
      for (const [at, key] of keys.entries()) {
        const row = rows[at];
        if (row ? isNews(index, table, key, row) : wasDeleted.has(`${table} ${nameOfKey(key)}`))
          found.push({ table, key, row });
      }
    }
    return found;
  });
}

function unique(keys: readonly RowKey[]): readonly RowKey[] {
  return [...new Map(keys.map((key) => [nameOfKey(key), key])).values()];
}

/** Snapshots say nothing that the log does not, but for the first one of a layer that came from a file. */
function isNews(index: MirrorIndex, table: string, key: RowKey, row: object): boolean {
  const known = index.find(table, key);
  if (!known) return true;
  if (table === 'snapshots' && (row as { readonly number: number }).number > known.number) return false;
  return known.sum !== rowSum(row);
}

async function* textsAhead(database: Database, index: MirrorIndex): AsyncGenerator<readonly JournalRow[]> {
  const keys: readonly RowKey[] = await database.texts.toCollection().primaryKeys();
  const missing = keys.filter((key) => !index.find('texts', key));
  for (let from = 0; from < missing.length; from += LARGE_ROWS) {
    yield rowsOfNote(database, index, touching('texts', missing.slice(from, from + LARGE_ROWS)));
  }
}

function touching(table: string, keys: readonly RowKey[]) {
  return { put: keys.map((key) => ({ table, key })), gone: [] };
}

/** Rows of a table that are not in the journal or differ there; the names of all keys go into `seen`. */
async function* changedRows(
  database: Database,
  index: MirrorIndex,
  table: string,
  seen = new Set<string>(),
): AsyncGenerator<readonly JournalRow[]> {
  let after: unknown = Dexie.minKey;
  for (;;) {
    const rows = await mirroredTable(database, table).where(':id').above(after).limit(ROWS).toArray();
    const keyed = rows.map((row) => ({ table, key: keyOfRow(database, table, row), row }));
    for (const { key } of keyed) seen.add(nameOfKey(key));
    const changed = keyed.filter(({ key, row }) => !isLeftOut(table, key) && isNews(index, table, key, row));
    if (changed.length > 0) yield changed;
    const last = keyed.at(-1);
    if (!last || rows.length < ROWS) return;
    after = last.key;
  }
}

/** A layer comes with its head and the entries that the journal lacks, all read in one transaction. */
async function* layersAhead(database: Database, index: MirrorIndex): AsyncGenerator<readonly JournalRow[]> {
  const heads = await database.layers.toArray();
  const changed = heads.filter((head) => index.find('layers', keyOf(head))?.sum !== rowSum(head));
  for (let from = 0; from < changed.length; from += LARGE_ROWS) {
    yield await layerRows(database, index, changed.slice(from, from + LARGE_ROWS));
  }
}

async function layerRows(
  database: Database,
  index: MirrorIndex,
  all: readonly LayerKey[],
): Promise<readonly JournalRow[]> {
  const { layers, snapshots, entries } = database;
  return database.transaction('r', layers, snapshots, entries, async () => {
    const rows: JournalRow[] = [];
    const keys = all.map(keyOf);
    const [heads, shots] = await Promise.all([layers.bulkGet(keys), snapshots.bulkGet(keys)]);
    for (const [at, key] of keys.entries()) {
      const [head, snapshot] = [heads[at], shots[at]];
      if (!head) continue;
      if (snapshot && isNews(index, 'snapshots', key, snapshot)) rows.push({ table: 'snapshots', key, row: snapshot });
      const known = index.find('layers', key)?.number ?? 0;
      const tail = await entriesAfter(database, head, known);
      for (const row of tail) rows.push({ table: 'entries', key: [...key, row.number], row });
      rows.push({ table: 'layers', key, row: head });
    }
    return rows;
  });
}
