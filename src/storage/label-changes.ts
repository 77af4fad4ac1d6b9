import { editBetween } from '#core/edits/edit-between.ts';
import { recordEntry } from '#core/edits/history.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type Layer, type Project, type ProjectId } from '#core/project/project.ts';
import { type LayerWithText } from '#core/relabel/outcome.ts';
import { relabelThrough, type RuledChange } from '#core/relabel/relabel-layer.ts';
import { type Table } from 'dexie';
import { type Database } from './database.ts';
import { appendAllOf, type LayerStep, loadHeads, nextStep, storedLayer } from './layers.ts';
import { putProject, toProject } from './projects.ts';
import { type StoredLayer } from './replay.ts';
import { rowsOfProject } from './rows-of.ts';
import { type LabelChangeRow, type LayerKey } from './rows.ts';
import { guarded, StorageError } from './storage-error.ts';

/** A change that is about to be made; storage gives it its number. */
export type NewLabelChange = Omit<LabelChangeRow, 'projectId' | 'number' | 'isUndone'>;

/** What undoing a change writes besides layers: which change, and the label set that is in force then. */
export interface LabelUndo {
  readonly project: Project;
  readonly number: number;
  readonly labelSet: LabelSet;
}

/** All changes of the project's label set, oldest first, those that were undone included. */
export async function loadLabelChanges(database: Database, projectId: ProjectId): Promise<readonly LabelChangeRow[]> {
  return guarded(() => rowsOfProject(database.labelChanges, projectId).toArray());
}

/** The changes that layers are read through, oldest first; in a transaction it needs the table of changes. */
export function standingChanges(database: Database, projectId: ProjectId): Promise<readonly LabelChangeRow[]> {
  // Not with await: Dexie loses track of awaits that are nested deeper.
  return rowsOfProject(database.labelChanges, projectId).toArray((changes) => changes.filter(isStanding));
}

/** True for a change that layers are read through. */
export function isStanding({ rules, isUndone }: LabelChangeRow): boolean {
  return !isUndone && rules.length > 0;
}

/**
 * Puts the label set after a change, the change itself and the steps by which layers follow on the disk: all in one
 * transaction. Rejects with `label-set-changed`, and writes nothing, where the label set is not the one before the change.
 */
export async function commitLabelChange(
  database: Database,
  project: Project,
  change: NewLabelChange,
  steps: readonly LayerStep[],
): Promise<Project> {
  const { projects, labelChanges, layers, entries } = database;
  return guarded(() =>
    database.transaction('rw', [projects, labelChanges, layers, entries], async () => {
      const row = await projects.get(project.id);
      const stored = row ? toProject(row) : project;
      if (!isSameLabelSet(stored.labelSet, change.before)) throw new StorageError('label-set-changed');
      const changes = await rowsOfProject(database.labelChanges, project.id).toArray();
      const number = (changes.at(-1)?.number ?? 0) + 1;
      const changed = { ...stored, labelSet: change.after };
      await putProject(database, changed, row);
      await labelChanges.add({ ...change, projectId: project.id, number, isUndone: false });
      await appendAllOf(database, steps);
      return changed;
    }),
  );
}

/**
 * Marks the last change that stands as undone and puts its label set back, with the steps that take it back in layers: all
 * in one transaction. Rejects with `label-set-changed`, and writes nothing, where it is not the last one that stands.
 */
export async function undoLabelChange(
  database: Database,
  { project, number, labelSet }: LabelUndo,
  steps: readonly LayerStep[],
): Promise<Project> {
  const { projects, labelChanges, layers, entries } = database;
  return guarded(() =>
    database.transaction('rw', [projects, labelChanges, layers, entries], async () => {
      const last = (await rowsOfProject(database.labelChanges, project.id).toArray()).findLast(
        ({ isUndone }) => !isUndone,
      );
      const row = await projects.get(project.id);
      const stored = row ? toProject(row) : project;
      const isCurrent = isSameLabelSet(stored.labelSet, project.labelSet);
      if (last?.number !== number || !isCurrent) throw new StorageError('label-set-changed');
      const changed = { ...stored, labelSet };
      await putProject(database, changed, row);
      await labelChanges.put({ ...last, isUndone: true });
      await appendAllOf(database, steps);
      return changed;
    }),
  );
}

/**
 * A function that reads layers of the project as they are under its label set: through every change that stands. Called in a
 * transaction it needs readTables. On the disk the layers stay as they are.
 */
export async function layerReader(
  database: Database,
  projectId: ProjectId,
  changes?: readonly RuledChange[],
): Promise<(key: LayerKey) => Promise<StoredLayer>> {
  const standing = changes ?? (await standingChanges(database, projectId));
  // A transaction of its own keeps the one around it open: Dexie loses track of awaits that are nested deeper.
  return (key) =>
    database.transaction('r', database.snapshots, database.entries, database.texts, async () => {
      const stored = await storedLayer(database, key);
      if (standing.length === 0 || stored.layer.spans.length === 0) return stored;
      const text = needsText(standing) ? ((await database.texts.get(key.articleId))?.text ?? '') : '';
      return { ...stored, layer: relabelThrough(stored.layer, standing, text) };
    });
}

/** The tables that reading layers needs in a transaction. */
export function readTables({ snapshots, entries, labelChanges, texts }: Database): Table[] {
  return [snapshots, entries, labelChanges, texts];
}

/** Reads all layers of the project with the texts of their articles, as everybody sees them. */
export async function readAllLayers(
  database: Database,
  projectId: ProjectId,
  changes?: readonly RuledChange[],
): Promise<readonly LayerWithText[]> {
  return guarded(() =>
    database.transaction('r', [...readTables(database), database.layers], async () => {
      const read = await layerReader(database, projectId, changes);
      const all: LayerWithText[] = [];
      for (const head of await loadHeads(database, projectId)) {
        const { layer } = await read(head);
        const text = layer.spans.length > 0 ? ((await database.texts.get(head.articleId))?.text ?? '') : '';
        all.push({ layer, text });
      }
      return all;
    }),
  );
}

/** Reads these layers as they are under the label set, in one transaction and in the order of the keys, which are of one project. */
export async function layersOf(
  database: Database,
  projectId: ProjectId,
  keys: readonly LayerKey[],
): Promise<readonly Layer[]> {
  return guarded(() =>
    database.transaction('r', readTables(database), async () => {
      const read = await layerReader(database, projectId);
      const layers: Layer[] = [];
      for (const key of keys) layers.push((await read(key)).layer);
      return layers;
    }),
  );
}

/**
 * Reads a layer for its own annotator to write. Where it has not followed a change of the label set yet, one edit that makes
 * it follow is appended first, in the same transaction.
 */
export async function bringUpToDate(database: Database, key: LayerKey, at: string): Promise<StoredLayer> {
  return guarded(() =>
    database.transaction('rw', [...readTables(database), database.layers], async () => {
      const standing = await standingChanges(database, key.projectId);
      const stored = await storedLayer(database, key);
      const text = needsText(standing) ? ((await database.texts.get(key.articleId))?.text ?? '') : '';
      const goal = relabelThrough(stored.layer, standing, text);
      const edit = goal === stored.layer ? undefined : editBetween(stored.layer, goal);
      if (!edit || stored.damage) return stored;
      const step = nextStep(stored, { edit, cause: { kind: 'new' }, at });
      const { layer, number, sum, cause } = step;
      await appendAllOf(database, [{ key, step }]);
      return { layer, history: recordEntry(stored.history, number, cause), number, sum };
    }),
  );
}

/** True where the label sets hold the same, whatever the order of their fields. */
export function isSameLabelSet(a: LabelSet, b: LabelSet): boolean {
  return JSON.stringify(a, sortedFields) === JSON.stringify(b, sortedFields);
}

function sortedFields(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function needsText(changes: readonly RuledChange[]): boolean {
  return changes.some(({ rules }) => rules.some((rule) => 'where' in rule && rule.where && 'words' in rule.where));
}
