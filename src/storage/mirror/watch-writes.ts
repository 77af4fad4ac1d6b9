import { type DBCore, type DBCoreMutateRequest, type DBCoreTable, type DBCoreTransaction } from 'dexie';
import { type Database } from '#storage/database.ts';
import { type RowKey } from './journal-line.ts';

/** What one committed transaction wrote, by the keys of its rows. */
export interface WriteNote {
  readonly put: readonly TouchedRow[];
  readonly gone: readonly TouchedRow[];
  /** True where it wrote more rows than are listed one by one: everything is to be compared. */
  readonly isLarge: boolean;
}

export interface TouchedRow {
  readonly table: string;
  readonly key: RowKey;
}

/** More rows than this in one transaction are not listed. */
const MOST = 400;

/** Calls `onCommit` after each transaction of this connection that wrote something, once it has committed. */
export function watchWrites(database: Database, onCommit: (note: WriteNote) => void): void {
  const open = new WeakMap<DBCoreTransaction, Written>();
  const writtenIn = (transaction: DBCoreTransaction): Written => {
    const known = open.get(transaction);
    if (known) return known;
    const written: Written = { put: [], gone: [], isLarge: false };
    open.set(transaction, written);
    // Dexie's transactions are those of IndexedDB.
    (transaction as unknown as EventTarget).addEventListener('complete', () => {
      onCommit({ put: written.put, gone: written.gone, isLarge: written.isLarge });
    });
    return written;
  };
  database.use({
    stack: 'dbcore',
    name: 'watch writes',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (name) => watchTable(core.table(name), name, writtenIn),
    }),
  });
}

interface Written {
  put: TouchedRow[];
  gone: TouchedRow[];
  isLarge: boolean;
}

function watchTable(
  table: DBCoreTable,
  name: string,
  writtenIn: (transaction: DBCoreTransaction) => Written,
): DBCoreTable {
  const { primaryKey } = table.schema;
  const note = (request: DBCoreMutateRequest): void => {
    const written = writtenIn(request.trans);
    if (request.type === 'delete') {
      for (const key of request.keys as readonly RowKey[]) written.gone.push({ table: name, key });
    }
    if (request.type !== 'add' && request.type !== 'put') return;
    if (written.put.length + request.values.length > MOST) written.isLarge = true;
    if (written.isLarge) written.put = [];
    else
      for (const row of request.values) written.put.push({ table: name, key: primaryKey.extractKey!(row) as RowKey });
  };
  return {
    ...table,
    mutate: async (request) => {
      if (request.type === 'deleteRange') {
        const query = { index: primaryKey, range: request.range };
        const { result } = await table.query({ trans: request.trans, values: false, query });
        note({ type: 'delete', trans: request.trans, keys: result });
      } else {
        note(request);
      }
      return table.mutate(request);
    },
  };
}
