import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId, type ArticleId, emptyLayer, type ProjectId } from '#core/project/project.ts';
import { NO_HISTORY } from '#core/edits/history.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { addProject } from './projects.ts';
import { type Database } from './database.ts';
import { appendStep, loadEntry, loadHeads, loadLayer, loadLayers, putWhole, writeSnapshotIfDue } from './layers.ts';
import { type StoredLayer } from './replay.ts';
import { addingSteps, appendAll, KEY, moveArbitrary, replayed, rowOfStep, stepsOf } from './steps.arbitrary.ts';
import { dump, failEveryWrite, freshName, openTestDisk } from './test-database.arbitrary.ts';

const SEED = 20261124;

describe('a layer', () => {
  test('that was never written is empty', async () => {
    const { database } = await openTestDisk();
    expect(await loadLayer(database, KEY)).toEqual({
      layer: emptyLayer(KEY.articleId, KEY.annotatorId),
      history: NO_HISTORY,
      number: 0,
      sum: '',
    });
  });

  test('is read as it was written, whatever was done and undone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moveArbitrary(), { maxLength: 25 }), async (moves) => {
        const { database } = await openTestDisk();
        const steps = stepsOf(moves);
        await appendAll(database, steps);
        const stored = await loadLayer(database, KEY);
        expect(stored).toEqual(replayed(steps));
        expect(stored.layer).toEqual(steps.at(-1)?.layer ?? emptyLayer(KEY.articleId, KEY.annotatorId));
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  test('has its steps in the log as they were made, numbered without gaps', async () => {
    const { database } = await openTestDisk();
    const steps = stepsOf(fc.sample(moveArbitrary(), { seed: SEED, numRuns: 40 }));
    await appendAll(database, steps);
    const entries = await database.entries.toArray();
    expect(entries).toEqual(steps.map(rowOfStep));
    expect(entries.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    expect(new Set(entries.map(({ cause }) => cause.kind))).toEqual(new Set(['new', 'undo', 'redo']));
  });

  test('has a head that tells how far it is', async () => {
    const { database } = await openTestDisk();
    const steps = stepsOf([
      { kind: 'add', from: 0, length: 1 },
      { kind: 'add', from: 1, length: 1 },
      { kind: 'status' },
    ]);
    await appendAll(database, steps);
    expect(await loadHeads(database, KEY.projectId)).toEqual([
      {
        ...KEY,
        number: 3,
        sum: steps[2]!.sum,
        status: 'done',
        spanCount: 2,
        changedAt: steps[2]!.at,
        editedHere: true,
      },
    ]);
  });

  test('shares nothing with those of other projects, articles and annotators', async () => {
    const { database } = await openTestDisk();
    const others = [
      { ...KEY, projectId: 'p' as ProjectId },
      { ...KEY, projectId: 'p11' as ProjectId },
      { ...KEY, articleId: 'a11' as ArticleId },
      { ...KEY, annotatorId: 'ad' as AnnotatorId },
      { ...KEY, annotatorId: 'ada1' as AnnotatorId },
    ];
    for (const [index, key] of [KEY, ...others].entries()) await appendAll(database, addingSteps(index + 1, key), key);
    expect((await loadLayer(database, KEY)).number).toBe(1);
    for (const [index, key] of others.entries()) expect((await loadLayer(database, key)).number).toBe(index + 2);
    expect((await loadHeads(database, KEY.projectId)).map(({ number }) => number)).toEqual([5, 1, 6, 4]);
  });

  test('is read with others in the order in which they are asked for', async () => {
    const { database } = await openTestDisk();
    const keys = ['c', 'a', 'b'].map((id) => ({ ...KEY, articleId: id as ArticleId }));
    for (const [index, key] of keys.entries()) await appendAll(database, addingSteps(index + 1, key), key);
    const never = { ...KEY, articleId: 'd' as ArticleId };
    const read = await loadLayers(database, [...keys, never]);
    expect(read.map(({ layer, number }) => `${layer.articleId} ${number}`)).toEqual(['c 1', 'a 2', 'b 3', 'd 0']);
    expect(read[1]).toEqual(await loadLayer(database, keys[1]!));
  });
});

describe('a snapshot', () => {
  test.each([
    [1, 0],
    [63, 0],
    [64, 64],
  ])('after %i steps is of entry %i', async (count, number) => {
    const { database } = await openTestDisk();
    const steps = addingSteps(count);
    await appendAll(database, steps);
    await writeSnapshotIfDue(database, KEY);
    expect((await database.snapshots.toArray()).map((row) => row.number)).toEqual(number === 0 ? [] : [number]);
    expect(await loadLayer(database, KEY)).toEqual(replayed(steps));
  });

  test('and the entries after it give what the whole log gives', async () => {
    const { database } = await openTestDisk();
    const moves = fc.sample(moveArbitrary(), { seed: SEED, numRuns: 130 });
    const steps = stepsOf(moves);
    const early = steps.slice(0, 70);
    await appendAll(database, early);
    await writeSnapshotIfDue(database, KEY);
    for (const [index, step] of steps.slice(70).entries()) {
      await appendStep(database, KEY, step);
      if (index % 10 === 0) expect(await loadLayer(database, KEY)).toEqual(replayed(steps.slice(0, step.number)));
    }
    // Without its entries the early part can only have come from the snapshot.
    await database.entries.filter(({ number }) => number <= 70).delete();
    expect(await database.entries.count()).toBe(steps.length - 70);
    expect(await loadLayer(database, KEY)).toEqual(replayed(steps));
  });

  test('that was written meanwhile, and is newer, stays', async () => {
    const disk = await openTestDisk();
    const steps = addingSteps(70);
    await appendAll(disk.database, steps.slice(0, 64));
    const other = await openTestDisk(disk.name);
    disk.beforeWrite = () => undefined;
    const isRead = new Promise<void>((resolve) => {
      disk.beforeRead = (table) => {
        if (table === 'entries') resolve();
      };
    });
    const late = writeSnapshotIfDue(disk.database, KEY);
    await isRead;
    // Queued before the late one's writing.
    const newer = other.database.snapshots.put({
      ...KEY,
      number: 70,
      status: 'done',
      spans: [],
      links: [],
      history: NO_HISTORY,
      changedAt: '',
    });
    await Promise.all([late, newer]);
    expect(await other.database.snapshots.toArray()).toMatchObject([{ number: 70, status: 'done' }]);
  });
});

describe('a step out of turn', () => {
  test.each([
    ['the first step again', 1],
    ['the last step again', 3],
    ['a step with a gap before it', 5],
  ])('is refused and writes nothing: %s', async (_, number) => {
    const { database } = await openTestDisk();
    const steps = addingSteps(5);
    await appendAll(database, steps.slice(0, 3));
    const before = await dump(database);
    await expect(appendStep(database, KEY, steps[number - 1]!)).rejects.toMatchObject({ problem: 'conflict' });
    expect(await dump(database)).toEqual(before);
  });

  test('of two connections at once lets one through', async () => {
    const name = freshName();
    const [one, two] = [await openTestDisk(name), await openTestDisk(name)];
    const [step] = addingSteps(1);
    const results = await Promise.allSettled([one, two].map(({ database }) => appendStep(database, KEY, step!)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(results[1]).toMatchObject({ reason: { problem: 'conflict' } });
    expect(await one.database.entries.count()).toBe(1);
  });

  test('is noticed in a log with a gap', async () => {
    const { database } = await openTestDisk();
    await appendAll(database, addingSteps(3));
    await database.entries.delete([KEY.projectId, KEY.articleId, KEY.annotatorId, 2]);
    expect(await loadLayer(database, KEY)).toMatchObject({ number: 1, damage: { soundUpTo: 1, last: 3 } });
    await expect(loadEntry(database, KEY, 2)).rejects.toMatchObject({ problem: 'conflict' });
    await expect(loadEntry(database, KEY, 3)).rejects.toMatchObject({ problem: 'damaged-log' });
    expect(await loadEntry(database, KEY, 1)).toMatchObject({ number: 1 });
  });
});

describe('an edit', () => {
  test.each([0, 500])('of a layer of %i spans writes its entry and the head, and reads no span', async (count) => {
    const disk = await openTestDisk();
    const steps = addingSteps(count + 1);
    await addProject(disk.database, { ...sampleBundle().project, id: KEY.projectId }, '');
    await putSpans(disk.database, replayed(steps.slice(0, count)));
    const reads: string[] = [];
    const writes: string[] = [];
    disk.beforeRead = (table) => reads.push(table);
    disk.beforeWrite = (table) => writes.push(table);
    await appendStep(disk.database, KEY, steps[count]!);
    expect(writes.toSorted()).toEqual(['entries', 'layers']);
    expect(reads.toSorted()).toEqual(['layers', 'projects']);
  });

  test('that puts nothing in does not read the label set', async () => {
    const disk = await openTestDisk();
    const [adding, status] = stepsOf([{ kind: 'add', from: 0, length: 1 }, { kind: 'status' }]);
    await appendStep(disk.database, KEY, adding!);
    const reads: string[] = [];
    disk.beforeRead = (table) => reads.push(table);
    await appendStep(disk.database, KEY, status!);
    expect(reads).toEqual(['layers']);
  });
});

/** A layer as an import leaves it. */
async function putSpans(database: Database, stored: StoredLayer): Promise<void> {
  await database.transaction('rw', database.layers, database.snapshots, () => putWhole(database, KEY, stored, true));
}

test('a write that fails anywhere in a step leaves the layer as it was', async () => {
  const steps = addingSteps(3);
  const { failures, writes } = await failEveryWrite(
    (database) => appendAll(database, steps.slice(0, 2)),
    (database) => appendStep(database, KEY, steps[2]!),
  );
  expect(writes).toBe(2);
  for (const { error, before, after } of failures) {
    expect(error).toMatchObject({ problem: 'full' });
    expect(after).toEqual(before);
  }
});

describe('a step with a label that another tab took away', () => {
  const { project } = sampleBundle();
  const withoutEntity = {
    ...project,
    labelSet: { labels: project.labelSet.labels.filter(({ id }) => id !== 'entity'), linkTypes: [] },
  };

  test('is refused, and nothing of it is written', async () => {
    const { database } = await openTestDisk();
    await addProject(database, { ...withoutEntity, id: KEY.projectId }, '');
    await expect(appendAll(database, addingSteps(1))).rejects.toMatchObject({ problem: 'label-gone' });
    expect(await loadLayer(database, KEY)).toMatchObject({ number: 0, layer: { spans: [] } });
  });

  test('is written where the project has the label', async () => {
    const { database } = await openTestDisk();
    await addProject(database, { ...project, id: KEY.projectId }, '');
    await appendAll(database, addingSteps(1));
    expect((await loadLayer(database, KEY)).number).toBe(1);
  });
});
