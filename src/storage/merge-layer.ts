import { type BundledLayer } from '#core/bundle/bundle.ts';
import { historyAfter, NO_HISTORY } from '#core/edits/history.ts';
import { carriedLog, endOf, type LayerCopy } from '#core/merge/carried-log.ts';
import { type MergeChoices } from '#core/merge/conflict.ts';
import { type CopyMerge, mergeCopies } from '#core/merge/merge-copies.ts';
import { type Layer } from '#core/project/project.ts';
import { type Database } from './database.ts';
import { loadLayerLog } from './layer-log.ts';
import { appendAllOf, loadLayer, nextStep, putWhole } from './layers.ts';
import { type EntryRow, type GroupId, keyOf, type LayerKey, nameOfLayer } from './rows.ts';
import { StorageError } from './storage-error.ts';

/** What is chosen for the conflicts of each layer, by the names of layers; see nameOfLayer. */
export type ChoicesByLayer = ReadonlyMap<string, MergeChoices>;

type Merge<Kind extends CopyMerge['kind']> = CopyMerge & { readonly kind: Kind };

/** How a file's copy of a layer is brought in. */
export interface MergingOf {
  readonly key: LayerKey;
  readonly theirs: BundledLayer;
  /** A layer as it is read under the project's label set. */
  readonly seen: (layer: Layer) => Layer;
  readonly choices: MergeChoices | undefined;
}

/**
 * What bringing in a file's copy of a layer comes to; undefined where the file has no log of it, or ours is damaged. To be
 * called in a transaction over snapshots and entries.
 */
export async function mergeOf(
  database: Database,
  { key, theirs, seen, choices }: MergingOf,
): Promise<CopyMerge | undefined> {
  const { log } = theirs;
  if (!log) return undefined;
  const { stored, entries } = await loadLayerLog(database, key);
  if (stored.damage) return undefined;
  const ours: LayerCopy = { layer: stored.layer, log: carriedLog(entries, stored.number) };
  try {
    return mergeCopies(ours, { layer: theirs, log }, choices, seen);
  } catch {
    // A log that does not lead to its layer tells nothing about where the copies parted.
    return { kind: 'strangers' };
  }
}

/** Writes a layer that is not here with its log, in a transaction of its own or in the one around it. */
export function putWithLog(database: Database, key: LayerKey, { log, ...layer }: BundledLayer): Promise<void> {
  return writing(database, async () => {
    if (!log) return;
    const { number, sum } = endOf(log);
    await database.entries.bulkAdd(rowsOf(key, log.entries));
    await putWhole(database, key, { layer, history: historyAfter(NO_HISTORY, log.entries), number, sum }, false);
  });
}

/** Appends what goes on where the log of a layer ends, as it is, which gives their layer; in a transaction as putWithLog. */
export function appendLog(
  database: Database,
  key: LayerKey,
  theirs: Layer,
  { entries }: Merge<'ahead'>,
): Promise<void> {
  return writing(database, async () => {
    const stored = await loadLayer(database, key);
    const head = await database.layers.get(keyOf(key));
    const last = entries.at(-1);
    if (!last) return;
    if (entries[0]!.number !== stored.number + 1) throw new StorageError('merge-changed');
    await database.entries.bulkAdd(rowsOf(key, entries));
    const history = historyAfter(stored.history, entries);
    const after = { layer: { ...theirs, changedAt: last.at }, history, number: last.number, sum: last.sum };
    await putWhole(database, key, after, head?.editedHere ?? false);
  });
}

/**
 * Appends the entry that brings in what was done elsewhere, in a transaction as putWithLog. Rejects with `merge-changed` where
 * it has a conflict for which nothing was chosen: nobody has seen that one.
 */
export function appendMerge(
  database: Database,
  key: LayerKey,
  { edit, merges, conflicts }: Merge<'merged'>,
  {
    at,
    group,
    choices,
  }: { readonly at: string; readonly group: GroupId | undefined; readonly choices: ChoicesByLayer },
): Promise<void> {
  return writing(database, async () => {
    const chosen = choices.get(nameOfLayer(key));
    if (conflicts.some((conflict) => !chosen?.has(conflict.key))) throw new StorageError('merge-changed');
    const stored = await loadLayer(database, key);
    const step = nextStep(stored, { edit, cause: { kind: 'new', merges }, at, group });
    await appendAllOf(database, [{ key, step }]);
  });
}

/** A transaction of its own keeps the one around it open: Dexie loses track of awaits that are nested deeper. */
function writing(database: Database, job: () => Promise<void>): Promise<void> {
  return database.transaction('rw', database.layers, database.snapshots, database.entries, job);
}

function rowsOf(key: LayerKey, entries: readonly Omit<EntryRow, keyof LayerKey>[]): readonly EntryRow[] {
  const { projectId, articleId, annotatorId } = key;
  return entries.map((entry) => ({ projectId, articleId, annotatorId, ...entry }));
}
