import { t } from '#language/t.ts';
import { withCommas } from '#language/lists.ts';
import { restoreLabelSet } from '#core/labels/restore-label-set.ts';
import { type Layer, type Project } from '#core/project/project.ts';
import { countUses, usedAndLost } from '#core/relabel/uses.ts';
import { type Database } from '#storage/database.ts';
import { type LabelUndo, loadLabelChanges, readAllLayers } from '#storage/label-changes.ts';
import { type LayerStep, loadGroup } from '#storage/layers.ts';
import { loadProject } from '#storage/projects.ts';
import { type EntryRow, type LabelChangeRow, nameOfLayer } from '#storage/rows.ts';
import { type HeldLayer } from '#state/held-layers.ts';
import { turnBackEntry } from '#state/annotate/turn-back-group.ts';

/** What undoing a change of the label set writes. */
export interface TakeBack {
  readonly labels: LabelUndo;
  readonly steps: readonly LayerStep[];
  /** How many layers keep a part of the change, since they were edited after it. */
  readonly left: number;
}

/** The log entries by which this annotator's own layers followed a change. */
export async function ownEntries(database: Database, change: LabelChangeRow): Promise<readonly EntryRow[]> {
  const entries = await loadGroup(database, change.group);
  return entries.filter(({ annotatorId }) => annotatorId === change.by);
}

/**
 * Plans the undoing of a change in the layers held, or says why it cannot be: it is not the last one, or something that it
 * brought is in use. `shown` is the open layer as it will be then.
 */
export async function planTakeBack(
  database: Database,
  project: Project,
  change: LabelChangeRow,
  held: readonly HeldLayer[],
  entries: readonly EntryRow[],
  at: string,
  shown?: Layer,
): Promise<TakeBack | string> {
  const changes = await loadLabelChanges(database, project.id);
  const last = changes.findLast(({ isUndone }) => !isUndone);
  if (last?.number !== change.number) {
    return t`The label set was changed again since. Undo that on the Labels screen first.`;
  }
  const stored = (await loadProject(database, project.id)) ?? project;
  const turned = held.map((each) => {
    const entry = entries.find((known) => nameOfLayer(known) === nameOfLayer(each.key))!;
    return { layer: each.stored.layer, ...turnBackEntry(each, entry, 'undo', at) };
  });
  const labelSet = restoreLabelSet(stored.labelSet, change.before, change.after);
  const remaining = changes.filter(
    ({ rules, isUndone, number }) => !isUndone && rules.length > 0 && number !== change.number,
  );
  const read = (await readAllLayers(database, project.id, remaining)).map(({ layer }) => layer);
  const own = [...turned.map(({ step, layer }) => step?.step.layer ?? layer), ...(shown ? [shown] : [])];
  const isOwn = (layer: Layer): boolean =>
    own.some((one) => one.articleId === layer.articleId && one.annotatorId === layer.annotatorId);
  const uses = countUses([...read.filter((layer) => !isOwn(layer)), ...own]);
  const lost = usedAndLost(stored.labelSet, labelSet, uses);
  if (lost.length > 0) {
    const names = withCommas(lost.slice(0, 3));
    return lost.length === 1
      ? t`This cannot be undone: ${names} would go but is in use. Merge or remove what is not wanted instead.`
      : t`This cannot be undone: ${names} would go but are in use. Merge or remove what is not wanted instead.`;
  }
  return {
    labels: { project: stored, number: change.number, labelSet },
    steps: turned.flatMap(({ step }) => step ?? []),
    left: turned.filter(({ isWhole }) => !isWhole).length,
  };
}
