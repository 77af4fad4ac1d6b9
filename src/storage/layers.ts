import { applyEdit } from '#core/edits/apply-edit.ts';
import { usesUnknownKind } from '#core/edits/uses-unknown-kind.ts';
import { entrySum, type LoggedEdit } from '#core/edits/entry-sum.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type ArticleId, type Layer, type ProjectId } from '#core/project/project.ts';
import { Dexie } from 'dexie';
import { type Database } from './database.ts';
import { readInParts } from './read-in-parts.ts';
import { isSound, layerPart, replayed, type StoredLayer } from './replay.ts';
import { rowsOfArticle } from './rows-of.ts';
import { type EntryRow, type GroupId, keyOf, type LayerKey, type LayerRow, type SnapshotRow } from './rows.ts';
import { guarded, StorageError } from './storage-error.ts';

/** One step of a layer: the edit, why, when, and the layer that it gives. `number` is one more than the last entry's. */
export interface Step extends LoggedEdit {
  readonly layer: Layer;
  /** The checksum of its entry. */
  readonly sum: string;
  /** The group where one action changes several layers. */
  readonly group?: GroupId;
}

/** The step by which an edit changes a layer as it stands. Throws a RangeError where the edit does not fit it. */
export function nextStep(
  { layer, number, sum }: Pick<StoredLayer, 'layer' | 'number' | 'sum'>,
  { group, ...made }: Pick<Step, 'edit' | 'cause' | 'at'> & { readonly group?: GroupId | undefined },
): Step {
  const logged = { ...made, number: number + 1 };
  const changed = { ...applyEdit(layer, made.edit), changedAt: made.at };
  const step = { ...logged, layer: changed, sum: entrySum(sum, logged) };
  return group === undefined ? step : { ...step, group };
}

/** A step and the layer that it is for. */
export interface LayerStep {
  readonly key: LayerKey;
  readonly step: Step;
}

/** After so many entries beyond the snapshot a new snapshot is due. */
export const SNAPSHOT_EVERY = 64;

/**
 * Reads a layer: its snapshot and the log entries after it. A layer that was never written comes back empty, one whose log is
 * damaged as it was before the damage.
 */
export async function loadLayer(database: Database, key: LayerKey): Promise<StoredLayer> {
  return guarded(() =>
    database.transaction('r', database.snapshots, database.entries, () => storedLayer(database, key)),
  );
}

/**
 * Reads a layer as loadLayer does: one read of its snapshot, one of the entries after it. To be called in a transaction that
 * covers snapshots and entries.
 */
export async function storedLayer(database: Database, key: LayerKey): Promise<StoredLayer> {
  const snapshot = await database.snapshots.get(keyOf(key));
  return replayed(key, snapshot, await entriesAfter(database, key, snapshot?.number ?? 0));
}

/** Reads several layers as loadLayer does, in one transaction and in the order of the keys. */
export async function loadLayers(database: Database, keys: readonly LayerKey[]): Promise<readonly StoredLayer[]> {
  return guarded(() =>
    database.transaction('r', database.snapshots, database.entries, () =>
      Promise.all(keys.map((key) => loadLayer(database, key))),
    ),
  );
}

/**
 * Appends one step to the layer's log and moves its head, in one transaction. Resolves after the commit. Rejects with the
 * problem `conflict`, and writes nothing, where the log does not end right before this step.
 */
export async function appendStep(database: Database, key: LayerKey, step: Step): Promise<void> {
  await appendSteps(database, [{ key, step }]);
}

/**
 * Appends one step to each of these layers in one transaction, as appendStep does for one: all of them or none. Rejects with
 * `label-gone` where a step puts in a label or link type that another tab has taken away meanwhile.
 */
export async function appendSteps(database: Database, steps: readonly LayerStep[]): Promise<void> {
  await guarded(() =>
    database.transaction('rw', database.layers, database.entries, database.projects, async () => {
      await Promise.all([refuseUnknownKinds(database, steps), appendAllOf(database, steps)]);
    }),
  );
}

/** Appends the steps as appendSteps does; to be called in a transaction that covers layers and entries. */
export async function appendAllOf(database: Database, steps: readonly LayerStep[]): Promise<void> {
  await Promise.all(steps.map(({ key, step }) => append(database, key, step)));
}

/** The entries of a group, in no particular order. */
export async function loadGroup(database: Database, group: GroupId): Promise<readonly EntryRow[]> {
  return guarded(() => database.entries.where('group').equals(group).toArray());
}

/**
 * The log entry with this number; rejects with `conflict` where the log has none, with `damaged` where it is not the one that
 * was written.
 */
export async function loadEntry(database: Database, key: LayerKey, number: number): Promise<EntryRow> {
  return guarded(async () => {
    const prefix = keyOf(key);
    const found = await database.entries
      .where(':id')
      .between([...prefix, number - 1], [...prefix, number], true, true)
      .toArray();
    const entry = found.at(-1);
    if (entry?.number !== number) throw new StorageError('conflict');
    const before = found.length > 1 ? found[0] : undefined;
    if (!isSound(before?.sum, entry)) throw new StorageError('damaged-log');
    return entry;
  });
}

/**
 * Writes a snapshot if enough entries came after the last one; reading a layer then stays one record and a short tail. What
 * it holds is read from the disk, and edits that are written meanwhile do not wait for it.
 */
export async function writeSnapshotIfDue(database: Database, key: LayerKey): Promise<void> {
  const { snapshots, entries } = database;
  await guarded(async () => {
    let last = 0;
    const stored = await database.transaction('r', snapshots, entries, async () => {
      const snapshot = await snapshots.get(keyOf(key));
      last = snapshot?.number ?? 0;
      return replayed(key, snapshot, await entriesAfter(database, key, last));
    });
    // What cannot be trusted is never written over, and nothing is made of it.
    if (stored.damage || stored.number - last < SNAPSHOT_EVERY) return;
    await database.transaction('rw', snapshots, async () => {
      // An import may have written a newer one meanwhile.
      if (((await snapshots.get(keyOf(key)))?.number ?? 0) > last) return;
      await snapshots.put(snapshotOf(key, stored));
    });
  });
}

/** The heads of all layers of a project but those in the trash. */
export async function loadHeads(database: Database, projectId: ProjectId): Promise<readonly LayerRow[]> {
  return guarded(async () => (await readInParts(database.layers, projectId, keyOf)).filter(isNotAway));
}

/** The heads of all layers on one article but those in the trash. */
export async function loadHeadsOf(
  database: Database,
  projectId: ProjectId,
  articleId: ArticleId,
): Promise<readonly LayerRow[]> {
  return guarded(() =>
    // Not with await: Dexie loses track of awaits that are nested deeper.
    rowsOfArticle(database.layers, projectId, articleId).toArray((heads) => heads.filter(isNotAway)),
  );
}

/** True for a layer that is not in the trash; one that was never written is in use. */
export async function isInUse(database: Database, key: LayerKey): Promise<boolean> {
  return guarded(async () => (await database.layers.get(keyOf(key)))?.removedAt === undefined);
}

/** Writes a layer whole, without log entries; to be called in a transaction over layers and snapshots. */
export async function putWhole(
  database: Database,
  key: LayerKey,
  stored: StoredLayer,
  editedHere: boolean,
): Promise<void> {
  await putAllWhole(database, [{ key, stored }], editedHere);
}

/** Writes several layers as putWhole does one. */
export async function putAllWhole(
  database: Database,
  all: readonly { readonly key: LayerKey; readonly stored: StoredLayer }[],
  editedHere: boolean,
): Promise<void> {
  await database.snapshots.bulkPut(all.map(({ key, stored }) => snapshotOf(key, stored)));
  await database.layers.bulkPut(
    all.map(({ key, stored: { layer, number, sum } }) => {
      return { ...headOf(key, layer, number, layer.changedAt), sum, editedHere };
    }),
  );
}

/** The snapshot row of a stored layer. */
function snapshotOf(key: LayerKey, { layer, history, number, sum }: StoredLayer): SnapshotRow {
  return { ...plainKey(key), number, sum, history, ...layerPart(layer) };
}

/** The head row of a layer whose last entry is `number`. */
function headOf(key: LayerKey, layer: Layer, number: number, changedAt: string): Omit<LayerRow, 'editedHere' | 'sum'> {
  return { ...plainKey(key), number, status: layer.status, spanCount: layer.spans.length, changedAt };
}

/**
 * All is asked for at once, so that an edit costs one turn of the database and not one for each request. They are answered in
 * this order: the head that is read is the one before the step, and where it is not as it should be, nothing is kept.
 */
async function append(database: Database, key: LayerKey, step: Step): Promise<void> {
  const { number, edit, cause, at, sum, group } = step;
  const entry = { ...plainKey(key), number, edit, cause, at, sum };
  const [head] = await Promise.all([
    database.layers.get(keyOf(key)),
    database.entries.add(group === undefined ? entry : { ...entry, group }),
    database.layers.put({ ...headOf(key, step.layer, number, at), sum, editedHere: true }),
  ]);
  if ((head?.number ?? 0) !== number - 1) throw new StorageError('conflict');
}

/** A project's label set is read only for steps that put something in. */
async function refuseUnknownKinds(database: Database, steps: readonly LayerStep[]): Promise<void> {
  const adding = steps.filter(({ step }) => usesUnknownKind(step.edit, NO_LABELS));
  const ids = [...new Set(adding.map(({ key }) => key.projectId))];
  const projects = await Promise.all(ids.map((id) => database.projects.get(id)));
  for (const { key, step } of adding) {
    const project = projects[ids.indexOf(key.projectId)];
    if (project && usesUnknownKind(step.edit, project.labelSet)) throw new StorageError('label-gone');
  }
}

/** Whatever an edit puts in is unknown to it. */
const NO_LABELS: LabelSet = { labels: [], linkTypes: [] };

/** The log entries of a layer after this one, in their order. */
export function entriesAfter(database: Database, key: LayerKey, number: number): Promise<EntryRow[]> {
  const prefix = keyOf(key);
  return database.entries
    .where(':id')
    .between([...prefix, number], [...prefix, Dexie.maxKey], false, false)
    .toArray();
}

function plainKey({ projectId, articleId, annotatorId }: LayerKey): LayerKey {
  return { projectId, articleId, annotatorId };
}

function isNotAway({ removedAt }: LayerRow): boolean {
  return removedAt === undefined;
}
