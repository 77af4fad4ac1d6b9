import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { followRule } from '#core/labels/follow-rule.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Article, type ArticleId, type Project } from '#core/project/project.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { addArticles } from './articles.ts';
import { bringUpToDate, commitLabelChange } from './label-changes.ts';
import { writeSnapshotIfDue } from './layers.ts';
import { readOpened } from './open-article.ts';
import { addProject } from './projects.ts';
import { type GroupId, type LayerKey } from './rows.ts';
import { addingSteps, appendAll, replayed } from './steps.arbitrary.ts';
import { openTestDisk, type TestDisk } from './test-database.arbitrary.ts';

const PROJECT: Project = sampleBundle().project;
const ARTICLE: Article = sampleBundle().articles[0]!;
const KEY: LayerKey = {
  projectId: PROJECT.id,
  articleId: ARTICLE.id,
  annotatorId: sampleBundle().annotators[0]!.id,
};
const [ENTITY, CLAIM] = ['entity' as LabelId, 'claim' as LabelId];

/** A disk with the article and a layer of so many spans, 70 of which are in a snapshot. */
async function diskWith(count: number): Promise<TestDisk> {
  const disk = await openTestDisk();
  const steps = addingSteps(count, KEY);
  await addProject(disk.database, PROJECT, '');
  await addArticles(disk.database, PROJECT.id, [{ article: ARTICLE, words: 1 }], '');
  await appendAll(disk.database, steps.slice(0, 70), KEY);
  await writeSnapshotIfDue(disk.database, KEY);
  await appendAll(disk.database, steps.slice(70), KEY);
  return disk;
}

function watchReads(disk: TestDisk): string[] {
  const reads: string[] = [];
  disk.beforeRead = (table) => reads.push(table);
  return reads;
}

async function mergeEntityIntoClaim({ database }: TestDisk): Promise<void> {
  const { after, rules } = followRule(PROJECT.labelSet, { kind: 'label', from: ENTITY, to: CLAIM });
  const change = {
    at: '2025-01-01T00:00:00.000Z',
    by: KEY.annotatorId,
    text: '',
    before: PROJECT.labelSet,
    after,
    rules,
  };
  await commitLabelChange(database, PROJECT, { ...change, group: 'g' as GroupId }, []);
}

describe('opening an article', () => {
  test.each([0, 70, 90])('with %i spans reads each record once, and the log after the snapshot once', async (count) => {
    const disk = await diskWith(count);
    const reads = watchReads(disk);
    const opened = await readOpened(disk.database, KEY);
    expect(reads.toSorted()).toEqual([
      'articles',
      'entries',
      'labelChanges',
      'layers',
      'projects',
      'snapshots',
      'texts',
    ]);
    const stored = replayed(addingSteps(count, KEY), KEY);
    expect(opened).toEqual({
      project: PROJECT,
      article: ARTICLE,
      stored,
      seen: stored.layer,
      tail: Math.max(count - 70, 0),
      isAway: false,
    });
    expect(opened!.seen).toBe(opened!.stored.layer);
  });

  test('reads no more where the layer is seen through changes of the label set, and leaves it on the disk', async () => {
    const disk = await diskWith(90);
    await mergeEntityIntoClaim(disk);
    const reads = watchReads(disk);
    const writes: string[] = [];
    disk.beforeWrite = (table) => writes.push(table);
    const { stored, seen } = (await readOpened(disk.database, KEY))!;
    expect(reads).toHaveLength(7);
    expect(writes).toEqual([]);
    expect(stored.layer.spans.every(({ label }) => label === ENTITY)).toBe(true);
    expect(seen.spans.map(({ label }) => label)).toEqual(Array.from({ length: 90 }, () => CLAIM));
  });

  test('that the project does not have reads no layer', async () => {
    const disk = await diskWith(3);
    const reads = watchReads(disk);
    expect(await readOpened(disk.database, { ...KEY, articleId: 'none' as ArticleId })).toBeUndefined();
    expect(reads).not.toContain('entries');
  });
});

test('a layer that follows a change of the label set is read once for it', async () => {
  const disk = await diskWith(90);
  await mergeEntityIntoClaim(disk);
  const reads = watchReads(disk);
  const { layer, number } = await bringUpToDate(disk.database, KEY, '2025-01-02T00:00:00.000Z');
  expect(reads.toSorted()).toEqual(['entries', 'labelChanges', 'layers', 'snapshots']);
  expect([number, new Set(layer.spans.map(({ label }) => label))]).toEqual([91, new Set([CLAIM])]);
});
