import { type Annotator } from '#core/project/project.ts';
import {
  type ArticleRow,
  type DecisionRow,
  type EntryRow,
  type LabelChangeRow,
  type LayerRow,
  nameOfLayer,
  type ProjectRow,
  type ReviewRow,
  type SettingRow,
  type SnapshotRow,
  type TextRow,
  type ThreadRow,
} from '#storage/rows.ts';
import { type JournalRows } from './read-journal.ts';

/** A layer as a journal holds it: a whole log, or one that goes as far as it is sound. */
export interface RestorableLayer {
  readonly head: LayerRow;
  readonly snapshot: SnapshotRow | undefined;
  /** In order and without a gap, up to the number of the head. */
  readonly entries: readonly EntryRow[];
  /** Entries that cannot be used, since one before them is missing. */
  readonly lost: number;
}

/** What the tables that are read one by one hold. */
interface JournalTables {
  readonly projects: ProjectRow;
  readonly annotators: Annotator;
  readonly articles: ArticleRow;
  readonly texts: TextRow;
  readonly labelChanges: LabelChangeRow;
  readonly decisions: DecisionRow;
  readonly threads: ThreadRow;
  readonly snapshots: SnapshotRow;
  readonly entries: EntryRow;
  readonly layers: LayerRow;
  readonly reviews: ReviewRow;
  readonly settings: SettingRow;
}

/** The rows of a table of a journal. They are what the database held, so their type is that of its rows. */
export function rowsIn<Name extends keyof JournalTables>(
  rows: JournalRows,
  table: Name,
): readonly JournalTables[Name][] {
  return [...(rows.get(table)?.values() ?? [])].map(({ row }) => row as JournalTables[Name]);
}

/** Every layer of a journal with its log. A log that has a gap ends before it. */
export function layersIn(rows: JournalRows): readonly RestorableLayer[] {
  const logs = new Map<string, EntryRow[]>();
  for (const entry of rowsIn(rows, 'entries')) {
    const name = nameOfLayer(entry);
    const log = logs.get(name);
    if (log) log.push(entry);
    else logs.set(name, [entry]);
  }
  const snapshots = new Map(rowsIn(rows, 'snapshots').map((row) => [nameOfLayer(row), row]));
  return rowsIn(rows, 'layers').map((head) => {
    const log = (logs.get(nameOfLayer(head)) ?? []).toSorted((a, b) => a.number - b.number);
    return soundLayer(head, snapshots.get(nameOfLayer(head)), log);
  });
}

function soundLayer(head: LayerRow, snapshot: SnapshotRow | undefined, log: readonly EntryRow[]): RestorableLayer {
  const base = snapshot?.number ?? 0;
  const before = log.filter(({ number }) => number <= base);
  const after: EntryRow[] = [];
  for (const entry of log) if (entry.number === base + after.length + 1) after.push(entry);
  const number = base + after.length;
  const lost = Math.max(log.length - before.length - after.length, head.number - number);
  return { head: { ...head, number }, snapshot, entries: [...before, ...after], lost };
}
