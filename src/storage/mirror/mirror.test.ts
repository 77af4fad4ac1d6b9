import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { canonicalBundle } from '#formats/native/canonical.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { setRemoved } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { loadLayer, writeSnapshotIfDue } from '#storage/layers.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { addProject, saveAnnotator } from '#storage/projects.ts';
import { saveReview } from '#storage/reviews.ts';
import { removeSetting, saveSetting } from '#storage/settings.ts';
import { addingSteps, appendAll, KEY, type Move, moveArbitrary, stepsOf } from '#storage/steps.arbitrary.ts';
import { bundlesOf } from './bundles-of.ts';
import { journalName } from './journal-files.ts';
import { dumpWithoutSnapshots, importInto, openMirrored, type Mirrored } from './mirrored.arbitrary.ts';
import { restoreRows } from './restore-rows.ts';
import { createTestFolder } from './test-folder.arbitrary.ts';

const SEED = 20261126;
const SAMPLE = sampleBundle();

describe('the mirror', () => {
  test('gives back the database, whatever was done to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        bundleArbitrary(),
        fc.array(moveArbitrary(), { maxLength: 30 }),
        fc.nat(30),
        async (bundle, moves, startsAfter) => {
          const { database, writer, written, journal } = await openMirrored();
          await work(database, bundle, moves.slice(0, startsAfter));
          await writer.start();
          await goOn(database, moves, startsAfter);
          await written();
          const other = await restoredFrom(await journal());
          expect(await dumpWithoutSnapshots(other)).toEqual(await dumpWithoutSnapshots(database));
          expect(await allOf(other, bundle)).toEqual(await allOf(database, bundle));
          expect(await loadLayer(other, KEY)).toEqual(await loadLayer(database, KEY));
        },
      ),
      { seed: SEED, numRuns: 25 },
    );
  });

  test('catches up with what it was not told', async () => {
    const first = await openMirrored(createTestFolder(), false);
    await importInto(first.database, SAMPLE);
    await first.writer.start();
    await appendAll(first.database, addingSteps(70));
    await writeSnapshotIfDue(first.database, KEY);
    await saveSetting(first.database, 'theme', 'dark');
    expect(await first.writer.start()).toMatchObject({ kind: 'current', damaged: 0 });
    const other = await restoredFrom(await first.journal());
    expect(await dumpWithoutSnapshots(other)).toEqual(await dumpWithoutSnapshots(first.database));
  });

  test('is not written to where nothing has changed', async () => {
    const { database, writer, folder } = await openMirrored();
    await importInto(database, SAMPLE);
    await writer.start();
    folder.beforeWrite = () => {
      throw new Error('nothing is to be written');
    };
    await expect(writer.start()).resolves.toMatchObject({ kind: 'current' });
  });

  test('deletes what was deleted on purpose, and nothing else', async () => {
    const { database, writer, written, journal } = await openMirrored();
    await importInto(database, SAMPLE);
    await saveSetting(database, 'draft', 'words');
    await writer.start();
    await removeSetting(database, 'draft');
    await database.layers.where(':id').above([]).delete();
    await database.texts.delete(SAMPLE.articles[0]!.id);
    await written();
    const { rows } = await journal();
    expect(rows.get('settings')?.size).toBe(0);
    expect(rows.get('layers')?.size).toBe(0);
    expect(rows.get('texts')?.size).toBe(SAMPLE.articles.length - 1);
  });

  test('keeps a row that was written and is gone without having been deleted', async () => {
    const { database, writer, written, journal } = await openMirrored(createTestFolder(), false);
    await saveAnnotator(database, { id: KEY.annotatorId, name: 'Ada' });
    await writer.start();
    await database.annotators.clear();
    await writer.note({ put: [{ table: 'annotators', key: 'ada' }], gone: [], isLarge: false });
    await written();
    expect((await journal()).rows.get('annotators')?.size).toBe(1);
  });

  test('leaves out what only this database can hold', async () => {
    const { database, writer, written, journal } = await openMirrored();
    await saveSetting(database, 'backupFolder', 'a handle');
    await writer.start();
    await saveSetting(database, 'backupFolder', 'another');
    await saveSetting(database, 'theme', 'dark');
    await written();
    expect([...(await journal()).rows.get('settings')!.keys()]).toEqual(['"theme"']);
  });

  test('is rewritten when most of it is superseded', async () => {
    const { database, writer, written, folder, journal } = await openMirrored();
    await writer.start();
    const text = 'x'.repeat(300_000);
    for (let round = 0; round < 6; round += 1) await saveSetting(database, 'draft', `${round} ${text}`);
    await written();
    expect([...folder.files.keys()]).toHaveLength(1);
    const { number, isWhole, rows } = await journal();
    expect(number).toBeGreaterThan(1);
    expect(isWhole).toBe(true);
    expect(rows.get('settings')!.get('"draft"')!.row).toEqual({ key: 'draft', value: `5 ${text}` });
    expect(folder.files.get(journalName(number))!.length).toBeLessThan(1_000_000);
  });

  test('is left as it is where nothing in it is superseded, in a script of three bytes a letter as well', async () => {
    const { database, writer, written, journal } = await openMirrored();
    await writer.start();
    await saveSetting(database, 'draft', '語'.repeat(400_000));
    await saveSetting(database, 'theme', 'dark');
    await written();
    expect((await journal()).number).toBe(1);
  });

  test('that was being rewritten when the browser ended is taken from the file before', async () => {
    const { database, writer, written, folder } = await openMirrored();
    await importInto(database, SAMPLE);
    await writer.start();
    const whole = folder.files.get(journalName(1))!;
    folder.files.set(journalName(2), whole.slice(0, whole.length / 2));
    expect(await writer.start()).toMatchObject({ kind: 'current' });
    await written();
    expect((await restoredDump(folder)).texts).toHaveLength(SAMPLE.articles.length);
  });
});

describe('a write of the mirror that fails', () => {
  test.each([0, 1, 40])('after %d bytes is made good by the next', async (torn) => {
    const { database, writer, written, folder, journal } = await openMirrored();
    await writer.start();
    folder.torn = torn;
    folder.beforeWrite = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
    await saveSetting(database, 'theme', 'dark');
    await written();
    folder.beforeWrite = () => undefined;
    await saveSetting(database, 'nameAsked', true);
    await written();
    await writer.start();
    const { rows, damaged } = await journal();
    expect([...rows.get('settings')!.keys()].toSorted()).toEqual(['"nameAsked"', '"theme"']);
    expect(damaged).toBe(0);
  });

  test('does not touch a journal that was never read', async () => {
    const { database, writer, folder } = await openMirrored();
    await importInto(database, SAMPLE);
    await writer.start();
    const before = folder.files.get(journalName(1));
    const names = folder.names;
    const broken = { ...folder, names: () => Promise.reject(new Error('no')) };
    const { writer: other } = await openMirrored(broken);
    await expect(other.start()).rejects.toThrow();
    await expect(other.note({ put: [], gone: [], isLarge: true })).rejects.toThrow();
    expect(await names()).toEqual([journalName(1)]);
    expect(folder.files.get(journalName(1))).toBe(before);
  });
});

describe('a database that lost something', () => {
  test.each<[string, (database: Database) => Promise<unknown>, object]>([
    ['everything', async ({ tables }) => Promise.all(tables.map((table) => table.clear())), { articles: 1, layers: 3 }],
    ['its last entries', (database) => loseFrom(database, 40), { articles: 0, layers: 1, edits: 31 }],
    ['its entries, but no heads', ({ entries }) => entries.clear(), { layers: 0, edits: 70 }],
    ['a text', ({ texts }) => texts.delete(SAMPLE.articles[0]!.id), { articles: 1, layers: 0, edits: 0 }],
    ['its projects', ({ projects }) => projects.clear(), { others: 1 }],
  ])('%s is told, the mirror is not touched, and restoring gives all of it back', async (_, lose, losses) => {
    const { database, writer, folder, journal } = await openMirrored(createTestFolder(), false);
    await importInto(database, SAMPLE);
    await appendAll(database, addingSteps(70));
    await saveReview(database, { ...KEY, finishedAt: '2024-06-20T09:00:00.000Z', by: KEY.annotatorId });
    await writer.start();
    const before = await dumpWithoutSnapshots(database);
    const files = new Map(folder.files);
    await lose(database);
    expect(await writer.start()).toMatchObject({ kind: 'behind', losses });
    await writer.note({ put: [{ table: 'settings', key: 'theme' }], gone: [], isLarge: true });
    expect(folder.files).toEqual(files);
    expect(await restoreRows(database, (await journal()).rows)).toMatchObject({ kept: 0, lost: 0 });
    expect(await dumpWithoutSnapshots(database)).toEqual(before);
    expect(await writer.start()).toMatchObject({ kind: 'current' });
  });

  test('only the name of somebody without a layer has lost nothing', async () => {
    const { database, writer } = await openMirrored(createTestFolder(), false);
    await saveAnnotator(database, { id: KEY.annotatorId, name: 'Annotator' });
    await writer.start();
    await database.annotators.clear();
    expect(await writer.start()).toMatchObject({ kind: 'current' });
    await saveAnnotator(database, { id: KEY.annotatorId, name: 'Ada' });
    await appendAll(database, addingSteps(1));
    await writer.start();
    await database.annotators.clear();
    expect(await writer.start()).toMatchObject({ kind: 'behind', losses: { others: 1, edits: 0 } });
  });

  test('is followed again as soon as it was restored', async () => {
    const first = await openMirrored();
    await importInto(first.database, SAMPLE);
    await first.writer.start();
    const { database, writer, written, journal } = await openMirrored(first.folder);
    expect(await writer.start()).toMatchObject({ kind: 'behind' });
    await restoreRows(database, (await journal()).rows);
    await saveSetting(database, 'theme', 'dark');
    await written();
    expect((await journal()).rows.get('settings')?.size).toBe(1);
  });

  test('keeps what was done in it since', async () => {
    const first = await openMirrored();
    await importInto(first.database, SAMPLE);
    await appendAll(first.database, addingSteps(9));
    await first.writer.start();
    const { database, writer, journal } = await openMirrored(first.folder);
    const mine = stepsOf([{ kind: 'add', from: 50, length: 3 }, { kind: 'status' }]);
    await appendAll(database, mine);
    const newcomer = { ...KEY, annotatorId: 'new' as typeof KEY.annotatorId };
    await saveAnnotator(database, { id: newcomer.annotatorId, name: 'Annotator' });
    await saveAnnotator(database, { id: 'idle' as typeof KEY.annotatorId, name: 'Annotator' });
    await appendAll(database, addingSteps(2, newcomer), newcomer);
    expect(await writer.start()).toMatchObject({ kind: 'behind' });
    const restored = await restoreRows(database, (await journal()).rows);
    expect(restored).toMatchObject({ articles: 1, layers: 2, kept: 1 });
    expect((await loadLayer(database, KEY)).number).toBe(2);
    expect((await loadLayer(database, newcomer)).number).toBe(2);
    expect((await database.annotators.toArray()).map(({ id }) => id)).not.toContain('idle');
    // What differs is held by the mirror until the user lets it go.
    expect(await writer.start()).toMatchObject({ kind: 'behind', losses: { layers: 1, edits: 7 } });
  });

  test('is the beginning of a new mirror if the user says so, and the one before is put aside', async () => {
    const first = await openMirrored();
    await importInto(first.database, SAMPLE);
    await first.writer.start();
    const whole = first.folder.files.get(journalName(1))!;
    const { database, writer, written, folder, journal } = await openMirrored(first.folder);
    expect(await writer.start()).toMatchObject({ kind: 'behind' });
    expect(await writer.beginAnew()).toMatchObject({ kind: 'current' });
    await saveSetting(database, 'theme', 'dark');
    await written();
    expect([...folder.files.keys()].toSorted()).toEqual([journalName(2), 'put-aside-1.jsonl']);
    expect(folder.files.get('put-aside-1.jsonl')).toEqual(whole);
    expect((await journal()).rows.get('texts')).toBeUndefined();
  });
});

describe('bundles from a mirror', () => {
  test('are those that the database gives', async () => {
    await fc.assert(
      fc.asyncProperty(bundleArbitrary(), fc.array(moveArbitrary(), { maxLength: 12 }), async (bundle, moves) => {
        const { database, writer, journal } = await openMirrored();
        await work(database, bundle, moves);
        await addProject(database, { ...SAMPLE.project, id: 'empty' as ProjectId }, '');
        await writer.start();
        const bundles = bundlesOf((await journal()).rows);
        expect(bundles.map(({ unreadable }) => unreadable)).toEqual(bundles.map(() => 0));
        const ours = bundles.find((each) => each.bundle.project.id === bundle.project.id);
        const expected = await allOf(database, bundle);
        if (ours) expect(canonicalBundle(ours.bundle)).toEqual(expected);
        else expect(expected.articles).toEqual([]);
      }),
      { seed: SEED, numRuns: 15 },
    );
  });
});

/** Imports the bundle and annotates an article that is in no bundle. */
async function work(database: Database, bundle: Bundle, moves: readonly Move[]): Promise<void> {
  await importInto(database, bundle);
  await appendAll(database, stepsOf(moves));
  await writeSnapshotIfDue(database, KEY);
}

async function goOn(database: Database, moves: readonly Move[], from: number): Promise<void> {
  const done = stepsOf(moves.slice(0, from)).length;
  const steps = stepsOf(moves);
  for (const step of steps.slice(done)) await appendAll(database, [step]);
  const [article] = await database.articles.toArray();
  if (article) await setRemoved(database, article.projectId, article.id, '2024-06-21T09:00:00.000Z');
}

async function restoredFrom({ rows }: Awaited<ReturnType<Mirrored['journal']>>): Promise<Database> {
  const { database } = await openMirrored(createTestFolder(), false);
  await restoreRows(database, rows);
  return database;
}

async function restoredDump(folder: ReturnType<typeof createTestFolder>) {
  const { journal } = await openMirrored(folder, false);
  return (await dumpWithoutSnapshots(await restoredFrom(await journal()))) as { readonly texts: readonly unknown[] };
}

async function allOf(database: Database, { project }: Bundle): Promise<Bundle> {
  const rows = await database.articles.toArray();
  const articleIds = new Set<ArticleId>(rows.filter((row) => row.projectId === project.id).map(({ id }) => id));
  return canonicalBundle(await loadBundle(database, { project, articleIds, whose: EVERYONE, withLogs: true }));
}

/** The end of the log is gone, with the heads that stood for it, as where a file was cut. */
async function loseFrom({ entries, layers }: Database, number: number): Promise<void> {
  await entries.filter((entry) => entry.number >= number).delete();
  await layers
    .where(':id')
    .equals([KEY.projectId, KEY.articleId, KEY.annotatorId])
    .modify({ number: number - 1 });
}
