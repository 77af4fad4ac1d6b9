import { type JournalRow, nameOfKey, type RowKey, weighRow } from './journal-line.ts';
import { type JournalRows } from './read-journal.ts';

/** What is remembered of a row that the journal holds. */
export interface IndexedRow {
  readonly key: RowKey;
  readonly sum: number;
  /** How many bytes it takes, without its key. */
  readonly size: number;
  /** The number of a head or snapshot, else 0. */
  readonly number: number;
}

/** What a journal holds, without the rows themselves. */
export interface MirrorIndex {
  readonly find: (table: string, key: RowKey) => IndexedRow | undefined;
  readonly rowsOf: (table: string) => Iterable<IndexedRow>;
  readonly count: (table: string) => number;
  readonly note: (row: JournalRow) => void;
  /** About how many bytes of the journal are still in force. */
  readonly size: () => number;
}

export function createMirrorIndex(rows: JournalRows = new Map()): MirrorIndex {
  const tables = new Map<string, Map<string, IndexedRow>>();
  let size = 0;
  const note = ({ table, key, row }: JournalRow): void => {
    const known = tables.get(table) ?? new Map<string, IndexedRow>();
    tables.set(table, known);
    const name = nameOfKey(key);
    size -= known.get(name)?.size ?? 0;
    known.delete(name);
    if (!row) return;
    const indexed: IndexedRow = { key, ...weighRow(row), number: numberOf(row) };
    size += indexed.size;
    known.set(name, indexed);
  };
  for (const [table, held] of rows) for (const { key, row } of held.values()) note({ table, key, row });
  return {
    find: (table, key) => tables.get(table)?.get(nameOfKey(key)),
    rowsOf: (table) => tables.get(table)?.values() ?? [],
    count: (table) => tables.get(table)?.size ?? 0,
    note,
    size: () => size,
  };
}

function numberOf(row: object): number {
  return 'number' in row && typeof row.number === 'number' ? row.number : 0;
}
