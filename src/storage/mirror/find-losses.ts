import { type Database } from '#storage/database.ts';
import { keyOf } from '#storage/rows.ts';
import { nameOfKey, type RowKey } from './journal-line.ts';
import { type MirrorIndex } from './mirror-index.ts';
import { LASTING, mirroredTable } from './mirrored-tables.ts';

/** What the journal holds and the database lacks. */
export interface Losses {
  readonly articles: number;
  /** Layers that are gone or end before they do in the journal. */
  readonly layers: number;
  /** Log entries and decisions. */
  readonly edits: number;
  /** Everything else: projects, names, comments. */
  readonly others: number;
}

/** True where the database lacks something. */
export function isBehind({ articles, layers, edits, others }: Losses): boolean {
  return articles + layers + edits + others > 0;
}

/** Compares the keys of the database, and the heads of layers, with what the journal holds. Reads no text. */
export async function findLosses(database: Database, index: MirrorIndex): Promise<Losses> {
  const missing = new Map<string, number>();
  const busy = new Set([...index.rowsOf('layers')].map(({ key }) => key[2]));
  for (const table of [...LASTING, 'texts', 'entries']) {
    // Whoever has no layer is made anew at the next start, and missed by nobody.
    const counts = (key: RowKey): boolean => table !== 'annotators' || busy.has(key as string);
    missing.set(table, await countMissing(database, index, table, counts));
  }
  let layers = 0;
  const heads = await database.layers.toArray();
  const numbers = new Map(heads.map((head) => [nameOfKey(keyOf(head)), head.number]));
  for (const { key, number } of index.rowsOf('layers')) {
    if ((numbers.get(nameOfKey(key)) ?? -1) < number) layers += 1;
  }
  const many = (table: string): number => missing.get(table) ?? 0;
  return {
    articles: Math.max(many('articles'), many('texts')),
    layers,
    edits: many('entries') + many('decisions'),
    others: many('projects') + many('annotators') + many('labelChanges') + many('threads'),
  };
}

async function countMissing(
  database: Database,
  index: MirrorIndex,
  table: string,
  counts: (key: RowKey) => boolean,
): Promise<number> {
  if (index.count(table) === 0) return 0;
  const keys: readonly RowKey[] = await mirroredTable(database, table).toCollection().primaryKeys();
  const there = new Set(keys.map(nameOfKey));
  let missing = 0;
  for (const { key } of index.rowsOf(table)) if (!there.has(nameOfKey(key)) && counts(key)) missing += 1;
  return missing;
}
