import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { canonicalBundle } from '#formats/native/canonical.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { type Database } from '#storage/database.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { importInto, openMirrored } from '#storage/mirror/mirrored.arbitrary.ts';
import { createTestFolder } from '#storage/mirror/test-folder.arbitrary.ts';
import { setRemoved } from '#storage/articles.ts';
import { deleteForGood } from '#storage/delete-for-good.ts';
import { loadLayerLog } from '#storage/layer-log.ts';
import { loadLayer } from '#storage/layers.ts';
import { addProject, saveAnnotator, setProjectRemoved } from '#storage/projects.ts';
import { keyOf } from '#storage/rows.ts';
import { addingSteps, appendAll, type Move, stepsOf } from '#storage/steps.arbitrary.ts';
import { loadTrash, setLayerRemoved } from '#storage/trash.ts';
import { writeBackup } from './backup-work.ts';
import { readBackup } from './read-backup.ts';
import { importBundles, readFolder } from './rescue-folder.ts';
import { createTestBackupFolder } from './test-backup-folder.arbitrary.ts';

const SEED = 20261126;
const SAMPLE = sampleBundle();
const [ARTICLE] = SAMPLE.articles;
const AT = '2024-06-21T09:00:00.000Z';
const KEY = { projectId: SAMPLE.project.id, articleId: ARTICLE!.id, annotatorId: 'cy' as never };

async function backedUp() {
  const { database } = await openMirrored(createTestFolder(), false);
  await importInto(database, SAMPLE);
  const folder = createTestBackupFolder();
  await writeBackup(database, folder);
  return { database, folder };
}

describe('a backup folder', () => {
  test('gives back every project, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(bundleArbitrary(), async (bundle) => {
        const { database } = await openMirrored(createTestFolder(), false);
        await importInto(database, bundle);
        const folder = createTestBackupFolder();
        await writeBackup(database, folder);
        expect(await writeBackup(database, folder)).toEqual({ files: 0, articles: bundle.articles.length });
        folder.files.delete('spanmark-backup.json');
        expect((await writeBackup(database, folder)).lead).toBeUndefined();
        const [read] = await readBackup(folder);
        const expected = await allOf(database, bundle);
        const known = await database.annotators.toArray();
        const { annotators } = canonicalBundle({ ...expected, annotators: known });
        if (read) expect(read.result).toEqual({ ok: true, value: { ...expected, annotators } });
        else expect(expected.articles).toEqual([]);
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  test('has a readable file for each article, layer and review, by safe names', async () => {
    const { folder } = await backedUp();
    expect([...folder.files.keys()].toSorted()).toEqual([
      'spanmark-backup.json',
      'taxes p14c58/articles/taxes-rose 2bdef4fb88.json',
      'taxes p14c58/layers/taxes-rose 2bdef4fb88 ada ada1179.json',
      'taxes p14c58/layers/taxes-rose 2bdef4fb88 bo bo8bd0.json',
      'taxes p14c58/project.json',
      'taxes p14c58/reviews/taxes-rose 2bdef4fb88.json',
    ]);
  });

  test('is written where something has changed, and nowhere else', async () => {
    const { database, folder } = await backedUp();
    folder.written.length = 0;
    expect(await writeBackup(database, folder)).toMatchObject({ files: 0, articles: 1 });
    expect(folder.written).toEqual([]);
    await saveAnnotator(database, { id: KEY.annotatorId, name: '../Cy: *?' });
    await appendAll(database, addingSteps(2, KEY), KEY);
    await writeBackup(database, folder);
    expect(folder.written.map((path) => path.split('/')[1])).toEqual(['project.json', 'layers', 'articles', undefined]);
    expect(folder.written[1]).toMatch(/\/layers\/[^/]* cy [a-z0-9]+\.json$/);
  });

  test('is written anew where its list of what was written is damaged', async () => {
    const { database, folder } = await backedUp();
    const before = new Map(folder.files);
    folder.files.set('spanmark-backup.json', '{"format":');
    await writeBackup(database, folder);
    expect(folder.files).toEqual(before);
  });

  test.each([
    ['is no JSON', '{"id":', 'is no JSON'],
    ['says something that cannot be', '{"id":1}', ''],
  ])('with a file that %s tells so, and the other projects can be read', async (_, text, message) => {
    const { database, folder } = await backedUp();
    await addProject(database, { ...SAMPLE.project, id: 'other' as ProjectId, name: 'Other' }, '');
    await writeBackup(database, folder);
    const path = [...folder.files.keys()].find((each) => each.includes('/articles/'))!;
    folder.files.set(path, text);
    const results = (await readBackup(folder)).map(({ result }) => result);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toHaveLength(2);
    const { copy } = await readFolder(folder);
    expect(copy).toMatchObject({ source: 'folder', projects: [{ name: 'Other' }], damaged: 1 });
    const problem = results.find((result) => !result.ok);
    expect(problem && !problem.ok && problem.problems[0]!.message).toContain(message);
  });

  test('comes into an empty database whole', async () => {
    const { database: before, folder } = await backedUp();
    const { database } = await openMirrored(createTestFolder(), false);
    const { copy, bundles } = await readFolder(folder);
    expect(copy).toMatchObject({ projects: [{ name: SAMPLE.project.name, articles: 1 }] });
    expect(await importBundles(database, bundles, '2024-06-21T09:00:00.000Z')).toMatchObject({ articles: 1 });
    expect(await allOf(database, SAMPLE)).toEqual(await allOf(before, SAMPLE));
    expect(await importBundles(database, bundles, '2024-06-22T09:00:00.000Z')).toMatchObject({ articles: 0, edits: 0 });
  });

  test('gives back the edits of each layer, so that they can be undone and seen as before', async () => {
    const { database: before, folder } = await backedUp();
    await saveAnnotator(before, { id: KEY.annotatorId, name: 'Cy' });
    await appendAll(before, stepsOf([{ kind: 'status' }, added(0), added(8), { kind: 'undo' }, added(9)], KEY), KEY);
    await writeBackup(before, folder);
    const { database } = await openMirrored(createTestFolder(), false);
    await importBundles(database, (await readFolder(folder)).bundles, AT);
    expect(await loadLayerLog(database, KEY)).toEqual(await loadLayerLog(before, KEY));
    expect((await loadLayerLog(database, KEY)).stored.history).toEqual({ done: [1, 2, 5], undone: [] });
    const [path, text] = [...folder.files].find(([each]) => each.includes(' cy '))!;
    expect(text.split('\n').filter((line) => line.includes('"sum"') && line.includes('add-span'))).toHaveLength(3);
    // Who changes a file by hand loses the edits, and not the layer.
    folder.files.set(path, text.replace('"note": ""', '"note": "by hand"'));
    const read = await readFolder(folder);
    expect(read.copy).toMatchObject({ withoutEdits: 1, damaged: 0 });
    const [changed] = read.bundles;
    const layer = changed!.layers.find(({ annotatorId }) => annotatorId === KEY.annotatorId)!;
    expect(layer).not.toHaveProperty('log');
    expect(layer.spans.map(({ note }) => note)).toEqual(['by hand', '']);
  });

  test('without a backup in it says so', async () => {
    const { copy } = await readFolder(createTestBackupFolder());
    expect(copy).toEqual({ source: 'folder', failure: 'There is no backup of Spanmark in this folder.' });
  });
});

describe('a folder that holds more than the database', () => {
  const ADA = { ...KEY, annotatorId: SAMPLE.layers[0]!.annotatorId };
  const EDITED = { ...KEY, annotatorId: 'dee' as typeof KEY.annotatorId };

  test.each<[string, (database: Database) => Promise<unknown>, object]>([
    ['an article', ({ articles }) => articles.clear(), { articles: 1, layers: 0 }],
    ['everything', async ({ tables }) => Promise.all(tables.map((table) => table.clear())), { articles: 1, layers: 0 }],
    ['a layer', ({ layers }) => layers.delete(keyOf(ADA)), { layers: 1 }],
    ['the end of a layer', async ({ layers }) => layers.update(keyOf(ADA), { changedAt: '2020-01-01' }), { layers: 1 }],
    ['decisions', ({ decisions }) => decisions.clear(), { decisions: SAMPLE.decisions.length }],
    ['a thread', ({ threads }) => threads.clear(), { threads: SAMPLE.threads.length }],
  ])('%s is told, and nothing is written', async (_, lose, lead) => {
    const { database, folder } = await backedUp();
    await lose(database);
    folder.written.length = 0;
    const nothing = { articles: 0, layers: 0, decisions: 0, threads: 0 };
    expect(await writeBackup(database, folder)).toEqual({ files: 0, articles: 0, lead: { ...nothing, ...lead } });
    expect(folder.written).toEqual([]);
    await writeBackup(database, folder, true);
    expect((await writeBackup(database, folder)).lead).toBeUndefined();
  });

  test('keeps it when it is gone on without', async () => {
    const { database, folder } = await backedUp();
    const path = [...folder.files.keys()].find((each) => each.includes('/layers/') && each.includes(' ada '))!;
    const before = folder.files.get(path)!;
    await database.layers.update(keyOf(ADA), { changedAt: '2020-01-01' });
    await database.snapshots.update(keyOf(ADA), { changedAt: '2020-01-01T00:00:00.000Z', spans: [], links: [] });
    await writeBackup(database, folder, true);
    expect(folder.files.get(path)).not.toBe(before);
    const aside = [...folder.files].filter(([each]) => each.includes('/put-aside/layers '));
    expect(aside.map(([, text]) => text)).toEqual([before]);
    const results = (await readBackup(folder)).map(({ result }) => result);
    expect(results.map(({ ok }) => ok)).toEqual([true]);
  });

  test.each<[string, (database: Database) => Promise<unknown>]>([
    ['an article', (database) => setRemoved(database, KEY.projectId, KEY.articleId, AT, ADA.annotatorId)],
    ['a layer', (database) => setLayerRemoved(database, ADA, { at: AT, by: ADA.annotatorId })],
    ['a project', (database) => setProjectRemoved(database, KEY.projectId, AT, ADA.annotatorId)],
  ])('misses not what was deleted: %s', async (_, remove) => {
    const { database, folder } = await backedUp();
    await remove(database);
    expect((await writeBackup(database, folder)).lead).toBeUndefined();
    for (const item of await loadTrash(database)) await deleteForGood(database, item);
    expect((await writeBackup(database, folder)).lead).toBeUndefined();
    expect([...folder.files.keys()].some((path) => path.includes('/articles/'))).toBe(true);
  });

  test('gives back the edits that a layer lacks which was edited here', async () => {
    const { database, folder } = await backedUp();
    await saveAnnotator(database, { id: EDITED.annotatorId, name: 'Dee' });
    const steps = stepsOf([{ kind: 'status' }, { kind: 'add', from: 0, length: 1 }], EDITED);
    await appendAll(database, steps, EDITED);
    await writeBackup(database, folder);
    const whole = await loadLayer(database, EDITED);
    const [first] = steps;
    await database.entries
      .where(':id')
      .between([...keyOf(EDITED), 2], [...keyOf(EDITED), 9])
      .delete();
    await database.layers.update(keyOf(EDITED), { number: 1, sum: first!.sum, changedAt: first!.at });
    expect((await writeBackup(database, folder)).lead).toMatchObject({ layers: 1 });
    const { bundles } = await readFolder(folder);
    expect(await importBundles(database, bundles, AT)).toMatchObject({ newer: 1, edits: 1, articles: 0 });
    expect(await loadLayer(database, EDITED)).toEqual(whole);
    expect((await writeBackup(database, folder)).lead).toBeUndefined();
    expect(await importBundles(database, bundles, AT)).toMatchObject({ newer: 0 });
  });

  test.each<[string, Move, readonly string[]]>([
    ['both what was done here since and what the folder has', added(40), ['0-1', '8-9', '40-41']],
    // The same span, of which nobody can be asked now.
    ['the newer state of the folder where both changed the same', { kind: 'remove', which: 0 }, ['0-1', '8-9']],
  ])('gives a layer that went another way here %s', async (_, move, expected) => {
    const { database, folder } = await backedUp();
    await saveAnnotator(database, { id: EDITED.annotatorId, name: 'Dee' });
    const began = [{ kind: 'status' }, added(0)] as const;
    const theirs = stepsOf([...began, { kind: 'note', which: 0 }, added(8)], EDITED);
    await appendAll(database, theirs, EDITED);
    await writeBackup(database, folder);
    await database.entries
      .where(':id')
      .between([...keyOf(EDITED), 3], [...keyOf(EDITED), 9])
      .delete();
    await database.snapshots.delete(keyOf(EDITED));
    await database.layers.update(keyOf(EDITED), { number: 2, sum: theirs[1]!.sum, changedAt: theirs[1]!.at });
    await appendAll(database, stepsOf([...began, move], EDITED).slice(2), EDITED);
    const { bundles } = await readFolder(folder);
    expect(await importBundles(database, bundles, AT)).toMatchObject({ newer: 1 });
    const { layer, history } = await loadLayer(database, EDITED);
    expect(layer.spans.map(({ ranges: [range] }) => `${range!.from}-${range!.to}`)).toEqual(expected);
    expect(history.done).toEqual([1, 2, 3, 4]);
  });

  test('reads no file of an article that has not changed since it was written', async () => {
    const { database, folder } = await backedUp();
    const read: string[] = [];
    await writeBackup(database, { ...folder, read: (path) => (read.push(path), folder.read(path)) });
    expect(read.filter((path) => /\/(?:articles|layers|reviews)\//.test(path))).toEqual([]);
  });
});

/** Adds a span of one character. */
function added(from: number): Move {
  return { kind: 'add', from, length: 1 };
}

async function allOf(database: Database, { project }: Bundle): Promise<Bundle> {
  const rows = await database.articles.toArray();
  const articleIds = new Set<ArticleId>(rows.filter((row) => row.projectId === project.id).map(({ id }) => id));
  return canonicalBundle(await loadBundle(database, { project, articleIds, whose: EVERYONE, withLogs: true }));
}
