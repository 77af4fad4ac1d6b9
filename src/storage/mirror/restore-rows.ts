import { mergeThreads } from '#core/review/merge-threads.ts';
import { type Database } from '#storage/database.ts';
import { type EntryRow, keyOf, type LayerRow } from '#storage/rows.ts';
import { guarded } from '#storage/storage-error.ts';
import { FOLLOWING, MIRRORED, type MirroredTable, mirroredTable } from './mirrored-tables.ts';
import { mendLog } from './mend-log.ts';
import { type JournalRows } from './read-journal.ts';
import { layersIn, type RestorableLayer, rowsIn } from './restorable.ts';

/** What restoring did. */
export interface Restored {
  readonly articles: number;
  readonly layers: number;
  /** Log entries and decisions that the database lacked. */
  readonly edits: number;
  /** Layers and review logs that went on here in another way; they stay as the database has them. */
  readonly kept: number;
  /** Entries that the copy itself has lost. */
  readonly lost: number;
  /** Layers whose log was damaged here and is whole again. */
  readonly mended: number;
  /** Layers that were edited here and got what the copy has and they lacked. */
  readonly newer: number;
}

/**
 * Writes what a journal holds and the database lacks, all of it in one transaction. Work that is in the database stays: a
 * layer that goes on differently there is left as it is and counted. Names, settings and label sets are those of the journal.
 */
export async function restoreRows(database: Database, rows: JournalRows): Promise<Restored> {
  return guarded(() =>
    database.transaction(
      'rw',
      MIRRORED.map((table) => database.table(table)),
      async () => {
        const articles = await restoreArticles(database, rows);
        const logs = await restoreLayers(database, rows);
        const decisions = await restoreDecisions(database, rows);
        const changes = await restoreChanges(database, rows);
        await restoreThreads(database, rows);
        await putAll(database, rows, ['projects', ...FOLLOWING]);
        await restoreAnnotators(database, rows);
        return {
          articles,
          layers: logs.layers,
          edits: logs.edits + decisions.edits,
          kept: logs.kept + decisions.kept + changes.kept,
          lost: logs.lost,
          mended: logs.mended,
          newer: 0,
        };
      },
    ),
  );
}

async function putAll(database: Database, rows: JournalRows, tables: readonly MirroredTable[]): Promise<void> {
  for (const table of tables) await mirroredTable(database, table).bulkPut([...rowsIn(rows, table)]);
}

async function restoreArticles(database: Database, rows: JournalRows): Promise<number> {
  const before = await database.articles.count();
  await database.texts.bulkPut([...rowsIn(rows, 'texts')]);
  await putAll(database, rows, ['articles']);
  return (await database.articles.count()) - before;
}

async function restoreLayers(database: Database, rows: JournalRows): Promise<Omit<Restored, 'articles' | 'newer'>> {
  let [layers, edits, kept, lost, mended] = [0, 0, 0, 0, 0];
  for (const layer of layersIn(rows)) {
    lost += layer.lost;
    const head = await database.layers.get(keyOf(layer.head));
    if (head && (await mendLog(database, layer))) {
      mended += 1;
      continue;
    }
    if (head && !(await goesOnAlike(database, head, layer))) {
      kept += 1;
      continue;
    }
    const missing = await missingEntries(database, layer.entries);
    const isNew = (head?.number ?? -1) < layer.head.number;
    await database.entries.bulkAdd([...missing]);
    if (!head || isNew) await database.layers.put(layer.head);
    if (layer.snapshot && !(await database.snapshots.get(keyOf(layer.head))))
      await database.snapshots.put(layer.snapshot);
    if (isNew) layers += 1;
    edits += missing.length;
  }
  return { layers, edits, kept, lost, mended };
}

/** True where the log here is the beginning of that of the journal, or the other way round. */
async function goesOnAlike(database: Database, head: LayerRow, layer: RestorableLayer): Promise<boolean> {
  const shared = Math.min(head.number, layer.head.number);
  const theirs = layer.entries.find(({ number }) => number === shared);
  if (!theirs) return true;
  const ours = await database.entries.get([...keyOf(head), shared]);
  return !ours || isSame(ours, theirs);
}

async function missingEntries(database: Database, entries: readonly EntryRow[]): Promise<readonly EntryRow[]> {
  const here = await database.entries.bulkGet(
    entries.map((entry): [string, string, string, number] => [...keyOf(entry), entry.number]),
  );
  return entries.filter((_, at) => !here[at]);
}

async function restoreDecisions(
  database: Database,
  rows: JournalRows,
): Promise<{ readonly edits: number; readonly kept: number }> {
  const all = rowsIn(rows, 'decisions');
  const here = await database.decisions.bulkGet(
    all.map(({ projectId, articleId, number }): [string, string, number] => [projectId, articleId, number]),
  );
  const differing = new Set(
    all.filter((row, at) => here[at] && !isSame(here[at], row)).map(({ articleId }) => articleId),
  );
  const missing = all.filter((row, at) => !here[at] && !differing.has(row.articleId));
  await database.decisions.bulkAdd(missing);
  return { edits: missing.length, kept: differing.size };
}

async function restoreChanges(database: Database, rows: JournalRows): Promise<{ readonly kept: number }> {
  let kept = 0;
  for (const row of rowsIn(rows, 'labelChanges')) {
    const here = await database.labelChanges.get([row.projectId, row.number]);
    if (here && here.group !== row.group) kept += 1;
    else await database.labelChanges.put(row);
  }
  return { kept };
}

async function restoreThreads(database: Database, rows: JournalRows): Promise<void> {
  for (const row of rowsIn(rows, 'threads')) {
    const here = await database.threads.get([row.projectId, row.articleId, row.id]);
    await database.threads.put(here ? { ...mergeThreads(here, row), projectId: row.projectId } : row);
  }
}

/** Whoever was made by a start on an empty database, and did nothing since, goes again. */
async function restoreAnnotators(database: Database, rows: JournalRows): Promise<void> {
  await putAll(database, rows, ['annotators']);
  const known = rows.get('annotators');
  if (!known || known.size === 0) return;
  const busy = new Set((await database.layers.toArray()).map(({ annotatorId }) => annotatorId));
  const theirs = new Set([...known.values()].map(({ key }) => key));
  const idle = (await database.annotators.toArray()).filter(({ id }) => !theirs.has(id) && !busy.has(id));
  await database.annotators.bulkDelete(idle.map(({ id }) => id));
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
