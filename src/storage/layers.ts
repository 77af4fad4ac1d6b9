import { applyEdit } from '#core/edits/apply-edit.ts';
import { usesUnknownKind } from '#core/edits/uses-unknown-kind.ts';
import { type Edit } from '#core/edits/edit.ts';
import { type Cause, type History, NO_HISTORY, recordEntry } from '#core/edits/history.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type ArticleId, emptyLayer, type Layer, type ProjectId } from '#core/project/project.ts';
import { Dexie } from 'dexie';
import { type Database } from './database.ts';
import { readInParts } from './read-in-parts.ts';
import { type EntryRow, type GroupId, keyOf, type LayerKey, type LayerRow, type SnapshotRow } from './rows.ts';
import { shareStrings } from './share-strings.ts';
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
export const SNAPSHOT_EVERY = 64;

/** Reads a layer: its snapshot and the log entries after it. A layer that was never written comes back empty. */
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

/** The layer that a snapshot, or none, and the log entries after it give; throws `conflict` where the log has a gap. */
export function replayed(key: LayerKey, snapshot: SnapshotRow | undefined, tail: readonly EntryRow[]): StoredLayer {
  const start: StoredLayer = snapshot
    ? {
        layer: {
          ...emptyLayer(key.articleId, key.annotatorId),
          ...layerPart(snapshot),
          spans: shareStrings(snapshot.spans),
        },
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

/** The log entry with this number; rejects with `conflict` where the log has none. */
export async function loadEntry(database: Database, key: LayerKey, number: number): Promise<EntryRow> {
  return guarded(async () => {
    const entry = await database.entries.get([key.projectId, key.articleId, key.annotatorId, number]);
    if (!entry) throw new StorageError('conflict');
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
    if (stored.number - last < SNAPSHOT_EVERY) return;
    await database.transaction('rw', snapshots, async () => {
      // An import may have written a newer one meanwhile.
      if (((await snapshots.get(keyOf(key)))?.number ?? 0) > last) return;
      await snapshots.put(snapshotOf(key, stored));
    });
  });
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
    all.map(({ key, stored: { layer, number } }) => {
      return { ...headOf(key, layer, number, layer.changedAt), editedHere };
    }),
  );
}

/** The snapshot row of a stored layer. */
function snapshotOf(key: LayerKey, { layer, history, number }: StoredLayer) {
  return { ...plainKey(key), number, history, ...layerPart(layer) };
}

/** The head row of a layer whose last entry is `number`. */
function headOf(key: LayerKey, layer: Layer, number: number, changedAt: string): Omit<LayerRow, 'editedHere'> {
  return { ...plainKey(key), number, status: layer.status, spanCount: layer.spans.length, changedAt };
}

/**
 * All is asked for at once, so that an edit costs one turn of the database and not one for each request. They are answered in
 * this order: the head that is read is the one before the step, and where it is not as it should be, nothing is kept.
 */
async function append(database: Database, key: LayerKey, step: Step): Promise<void> {
  const { number, edit, cause, at, group } = step;
  const entry = { ...plainKey(key), number, edit, cause, at };
  const [head] = await Promise.all([
    database.layers.get(keyOf(key)),
    database.entries.add(group === undefined ? entry : { ...entry, group }),
    database.layers.put({ ...headOf(key, step.layer, number, at), editedHere: true }),
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
