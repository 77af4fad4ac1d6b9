import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { editBetween } from '#core/edits/edit-between.ts';
import { followRule } from '#core/labels/follow-rule.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type Project } from '#core/project/project.ts';
import { relabelLayer } from '#core/relabel/relabel-layer.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { type Database } from './database.ts';
import {
  bringUpToDate,
  commitLabelChange,
  layerReader,
  loadLabelChanges,
  type NewLabelChange,
  undoLabelChange,
} from './label-changes.ts';
import { loadLayer, nextStep } from './layers.ts';
import { type StoredLayer } from './replay.ts';
import { addProject, loadProject } from './projects.ts';
import { type GroupId, type LayerKey } from './rows.ts';
import { addingSteps, appendAll, KEY, replayed } from './steps.arbitrary.ts';
import { dump, failEveryWrite, openTestDisk } from './test-database.arbitrary.ts';

const PROJECT: Project = { ...sampleBundle().project, id: KEY.projectId };
const AT = '2024-06-18T09:00:00.000Z';
const BOS = { ...KEY, annotatorId: 'bo' as AnnotatorId };
const [STEPS, BOS_STEPS] = [addingSteps(2), addingSteps(3, BOS)];
const FOLLOWED = followRule(PROJECT.labelSet, { kind: 'label', from: 'entity' as LabelId, to: 'claim' as LabelId });
const CHANGE: NewLabelChange = {
  at: AT,
  by: KEY.annotatorId,
  text: 'Merged.',
  before: PROJECT.labelSet,
  after: FOLLOWED.after,
  rules: FOLLOWED.rules,
  group: 'g1' as GroupId,
};

/** Two annotators with spans on one article. */
async function prepare(database: Database): Promise<void> {
  await addProject(database, PROJECT, '');
  await appendAll(database, STEPS);
  await appendAll(database, BOS_STEPS, BOS);
}

function ownStep() {
  const stored = replayed(STEPS);
  const edit = editBetween(stored.layer, relabelLayer(stored.layer, CHANGE, '').layer)!;
  return { key: KEY, step: nextStep(stored, { edit, cause: { kind: 'new' }, at: AT, group: CHANGE.group }) };
}

async function commit(database: Database): Promise<Project> {
  return commitLabelChange(database, PROJECT, CHANGE, [ownStep()]);
}

async function readLayer(database: Database, key: LayerKey): Promise<StoredLayer> {
  return (await layerReader(database, key.projectId))(key);
}

function labelsOf({ layer }: StoredLayer): readonly string[] {
  return layer.spans.map(({ label }) => label);
}

describe('a change of the label set', () => {
  test('is on the disk with the label set and the steps of layers', async () => {
    const { database } = await openTestDisk();
    await prepare(database);
    expect((await commit(database)).labelSet).toEqual(FOLLOWED.after);
    expect((await loadProject(database, PROJECT.id))?.labelSet).toEqual(FOLLOWED.after);
    expect(await loadLabelChanges(database, PROJECT.id)).toMatchObject([
      { number: 1, isUndone: false, text: 'Merged.' },
    ]);
    expect(labelsOf(await loadLayer(database, KEY))).toEqual(['claim', 'claim']);
  });

  test('is there whole or not at all, whichever write fails', async () => {
    const { failures, writes } = await failEveryWrite(prepare, commit);
    expect(writes).toBe(4);
    for (const { error, before, after } of failures) {
      expect(error).toMatchObject({ problem: 'full' });
      expect(after).toEqual(before);
    }
  });

  test('is refused where another tab has changed the label set, and writes nothing', async () => {
    const { database } = await openTestDisk();
    await prepare(database);
    await database.projects.update(PROJECT.id, { labelSet: { labels: [], linkTypes: [] } });
    const before = await dump(database);
    await expect(commit(database)).rejects.toMatchObject({ problem: 'label-set-changed' });
    expect(await dump(database)).toEqual(before);
  });

  test('is refused with a step out of turn, and writes nothing', async () => {
    const { database } = await openTestDisk();
    await prepare(database);
    const before = await dump(database);
    const { key, step } = ownStep();
    const late = commitLabelChange(database, PROJECT, CHANGE, [{ key, step: { ...step, number: 5 } }]);
    await expect(late).rejects.toMatchObject({ problem: 'conflict' });
    expect(await dump(database)).toEqual(before);
  });
});

describe('another annotator’s layer', () => {
  test('stays as it is on the disk and is read through the change, until it is undone', async () => {
    const { database } = await openTestDisk();
    await prepare(database);
    const before = await loadLayer(database, BOS);
    const project = await commit(database);
    expect(await loadLayer(database, BOS)).toEqual(before);
    expect(labelsOf(await readLayer(database, BOS))).toEqual(['claim', 'claim', 'claim']);
    await undoLabelChange(database, { project, number: 1, labelSet: PROJECT.labelSet }, []);
    expect(await readLayer(database, BOS)).toEqual(before);
    expect((await loadProject(database, PROJECT.id))?.labelSet).toEqual(PROJECT.labelSet);
  });

  test('follows by one edit when its annotator goes on with it, and only once', async () => {
    const { database } = await openTestDisk();
    await prepare(database);
    await commit(database);
    const stored = await bringUpToDate(database, BOS, AT);
    expect(stored).toEqual(await loadLayer(database, BOS));
    expect([stored.number, labelsOf(stored)]).toEqual([4, ['claim', 'claim', 'claim']]);
    expect(await bringUpToDate(database, BOS, AT)).toEqual(stored);
  });
});

describe('undoing', () => {
  test('is there whole or not at all, whichever write fails', async () => {
    const { failures, writes } = await failEveryWrite(
      async (database) => {
        await prepare(database);
        await commit(database);
      },
      (database) =>
        undoLabelChange(
          database,
          { project: { ...PROJECT, labelSet: FOLLOWED.after }, number: 1, labelSet: PROJECT.labelSet },
          [{ key: BOS, step: { ...BOS_STEPS[2]!, number: 4, edit: { kind: 'together', edits: [] } } }],
        ),
    );
    expect(writes).toBe(4);
    for (const { before, after } of failures) expect(after).toEqual(before);
  });

  test('takes the last change that stands, and no other', async () => {
    const { database } = await openTestDisk();
    await prepare(database);
    const project = await commit(database);
    const second = { ...CHANGE, before: FOLLOWED.after, after: FOLLOWED.after, rules: [], group: 'g2' as GroupId };
    await commitLabelChange(database, project, second, []);
    const undo = (number: number) => undoLabelChange(database, { project, number, labelSet: PROJECT.labelSet }, []);
    await expect(undo(1)).rejects.toMatchObject({ problem: 'label-set-changed' });
    await undoLabelChange(database, { project, number: 2, labelSet: FOLLOWED.after }, []);
    await undo(1);
    expect((await loadLabelChanges(database, PROJECT.id)).map(({ isUndone }) => isUndone)).toEqual([true, true]);
  });
});
