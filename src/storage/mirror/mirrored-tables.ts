import { BACKUP_FOLDER, LAST_COPY, UNCOPIED_SINCE } from '#storage/copies.ts';
import { type Database } from '#storage/database.ts';
import { type RowKey } from './journal-line.ts';

/** Tables whose rows are compared whole and follow the database in everything, deletions included. */
export const FOLLOWING = ['reviews', 'settings'] as const;

/** Tables whose rows change but do not vanish by themselves. */
export const LASTING = ['projects', 'annotators', 'articles', 'labelChanges', 'decisions', 'threads'] as const;

/** Every table, in the order in which they are copied: texts before articles, so that no article lacks its text. */
export const MIRRORED = ['texts', ...LASTING, 'snapshots', 'entries', 'layers', ...FOLLOWING] as const;

export type MirroredTable = (typeof MIRRORED)[number];

const LEFT_OUT: ReadonlySet<RowKey> = new Set([BACKUP_FOLDER, LAST_COPY, UNCOPIED_SINCE]);

/** True for a setting that only this browser's own database can hold or that says nothing about the work. */
export function isLeftOut(table: string, key: RowKey): boolean {
  return table === 'settings' && LEFT_OUT.has(key);
}

/** The primary key of a row. */
export function keyOfRow(database: Database, table: string, row: object): RowKey {
  const { keyPath } = database.table(table).schema.primKey;
  const fields = row as Readonly<Record<string, string | number>>;
  return typeof keyPath === 'string' ? (fields[keyPath] as string) : keyPath!.map((field) => fields[field]!);
}

/** The table of this name with keys as a journal has them. */
export function mirroredTable(database: Database, table: string) {
  return database.table<object, RowKey>(table);
}
