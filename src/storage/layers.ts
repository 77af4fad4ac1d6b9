import { applyEdit } from '#core/edits/apply-edit.ts';
import { usesUnknownKind } from '#core/edits/uses-unknown-kind.ts';
import { type Edit } from '#core/edits/edit.ts';
import { type Cause, type History, NO_HISTORY, recordEntry } from '#core/edits/history.ts';
import { type ArticleId, emptyLayer, type Layer, type ProjectId } from '#core/project/project.ts';
import { Dexie } from 'dexie';
import { type Database } from './database.ts';
import { readInParts } from './read-in-parts.ts';
import { type EntryRow, type GroupId, keyOf, type LayerKey, type LayerRow } from './rows.ts';
import { guarded, StorageError } from './storage-error.ts';

/** A layer as it stands on the disk, with what can be undone and the number of its last log entry. */
export interface StoredLayer {
  readonly layer: Layer;
  readonly history: History;
  readonly number: number;
}

/** One step of a layer: the edit, why, when, and the layer that it gives. `number` is one more than the last entry's. */
export interface Step {
  readonly number: number;
  readonly edit: Edit;
  readonly cause: Cause;
  readonly at: string;
  readonly layer: Layer;
  /** The group where one action changes several layers. */
  readonly group?: GroupId;
}

/** A step and the layer that it is for. */
export interface LayerStep {
  readonly key: LayerKey;
  readonly step: Step;
}

/** After so many entries beyond the snapshot a new snapshot is due. */
const SNAPSHOT_EVERY = 64;

/** Reads a layer: its snapshot and the log entries after it. A layer that was never written comes back empty. */
export async function loadLayer(database: Database, key: LayerKey): Promise<StoredLayer> {
  return guarded(() =>
    database.transaction('r', database.snapshots, database.entries, () => storedLayer(database, key)),
  );
}

/** Reads a layer as loadLayer does; to be called in a transaction that covers snapshots and entries. */
export async function storedLayer(database: Database, key: LayerKey): Promise<StoredLayer> {
  const snapshot = await database.snapshots.get(keyOf(key));
  const tail = await entriesAfter(database, key, snapshot?.number ?? 0);
  const start: StoredLayer = snapshot
    ? {
        layer: { ...emptyLayer(key.articleId, key.annotatorId), ...layerPart(snapshot) },
        history: snapshot.history,
        number: snapshot.number,
      }
    : { layer: emptyLayer(key.articleId, key.annotatorId), history: NO_HISTORY, number: 0 };
  return tail.reduce(replay, start);
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
      for (const { key, step } of steps) {
        const project = await database.projects.get(key.projectId);
        if (project && usesUnknownKind(step.edit, project.labelSet)) throw new StorageError('label-gone');
      }
      await appendAllOf(database, steps);
    }),
  );
}

/** Appends the steps as appendSteps does; to be called in a transaction that covers layers and entries. */
export async function appendAllOf(database: Database, steps: readonly LayerStep[]): Promise<void> {
  for (const { key, step } of steps) await append(database, key, step);
}

/** The entries of a group, in no particular order. */
export async function loadGroup(database: Database, group: GroupId): Promise<readonly EntryRow[]> {
  return guarded(() => database.entries.where('group').equals(group).toArray());
}

/** The log entry with this number; rejects with `conflict` where the log has none. */
export async function loadEntry(database: Database, key: LayerKey, number: number): Promise<EntryRow> {
  return guarded(async () => {
    const entry = await database.entries.get([key.projectId, key.articleId, key.annotatorId, number]);
    if (!entry) throw new StorageError('conflict');
    return entry;
  });
}

/** Writes a snapshot if enough entries came after the last one; reading a layer then stays one record and a short tail. */
export async function writeSnapshotIfDue(database: Database, key: LayerKey, stored: StoredLayer): Promise<void> {
  await guarded(() =>
    database.transaction('rw', database.layers, database.snapshots, async () => {
      const head = await database.layers.get(keyOf(key));
      const last = await database.snapshots.get(keyOf(key));
      if (head?.number !== stored.number || stored.number - (last?.number ?? 0) < SNAPSHOT_EVERY) return;
      await database.snapshots.put(snapshotOf(key, stored));
    }),
  );
}

/** The heads of all layers of a project. */
export async function loadHeads(database: Database, projectId: ProjectId): Promise<readonly LayerRow[]> {
  return guarded(() => readInParts(database.layers, projectId, keyOf));
}

/** The heads of all layers on one article. */
export async function loadHeadsOf(
  database: Database,
  projectId: ProjectId,
  articleId: ArticleId,
): Promise<readonly LayerRow[]> {
  const [first, last] = [
    [projectId, articleId],
    [projectId, articleId, Dexie.maxKey],
  ];
  return guarded(() => database.layers.where(':id').between(first, last).toArray());
}

/** Writes a layer whole, without log entries; to be called in a transaction over layers and snapshots. */
export async function putWhole(
  database: Database,
  key: LayerKey,
  stored: StoredLayer,
  editedHere: boolean,
): Promise<void> {
  await database.snapshots.put(snapshotOf(key, stored));
  const head = headOf(key, stored.layer, stored.number, stored.layer.changedAt);
  await database.layers.put({ ...head, editedHere });
}

/** The snapshot row of a stored layer. */
function snapshotOf(key: LayerKey, { layer, history, number }: StoredLayer) {
  return { ...plainKey(key), number, history, ...layerPart(layer) };
}

/** The head row of a layer whose last entry is `number`. */
function headOf(key: LayerKey, layer: Layer, number: number, changedAt: string): Omit<LayerRow, 'editedHere'> {
  return { ...plainKey(key), number, status: layer.status, spanCount: layer.spans.length, changedAt };
}

async function append(database: Database, key: LayerKey, step: Step): Promise<void> {
  const head = await database.layers.get(keyOf(key));
  if ((head?.number ?? 0) !== step.number - 1) throw new StorageError('conflict');
  const { number, edit, cause, at, group } = step;
  const entry = { ...plainKey(key), number, edit, cause, at };
  await database.entries.add(group === undefined ? entry : { ...entry, group });
  await database.layers.put({ ...headOf(key, step.layer, number, at), editedHere: true });
}

function entriesAfter(database: Database, key: LayerKey, number: number): Promise<EntryRow[]> {
  const prefix = keyOf(key);
  return database.entries
    .where(':id')
    .between([...prefix, number], [...prefix, Dexie.maxKey], false, false)
    .toArray();
}

function replay({ layer, history, number }: StoredLayer, entry: EntryRow): StoredLayer {
  if (entry.number !== number + 1) throw new StorageError('conflict');
  return {
    layer: { ...applyEdit(layer, entry.edit), changedAt: entry.at },
    history: recordEntry(history, entry.number, entry.cause),
    number: entry.number,
  };
}

function plainKey({ projectId, articleId, annotatorId }: LayerKey): LayerKey {
  return { projectId, articleId, annotatorId };
}

function layerPart({ status, spans, links, changedAt }: Pick<Layer, 'status' | 'spans' | 'links' | 'changedAt'>) {
  return { status, spans, links, changedAt };
}
