import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '#core/text/canonical-text.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { addArticles } from './articles.ts';
import { type Database } from './database.ts';
import { importBundle } from './import-bundle.ts';
import { bringUpToDate } from './label-changes.ts';
import { appendStep, loadEntry, loadLayer, nextStep, writeSnapshotIfDue } from './layers.ts';
import { readOpened } from './open-article.ts';
import { type EntryRow, keyOf, type LayerKey } from './rows.ts';
import { addingSteps, appendAll, moveArbitrary, replayed, stepsOf } from './steps.arbitrary.ts';
import { dump, openTestDisk } from './test-database.arbitrary.ts';

const SEED = 20261126;
const BUNDLE = sampleBundle();
const ARTICLE = BUNDLE.articles[0]!;
const KEY: LayerKey = {
  projectId: BUNDLE.project.id,
  articleId: ARTICLE.id,
  annotatorId: 'ada' as AnnotatorId,
};

/** A database with the article and so many steps of its layer. */
async function withSteps(count: number): Promise<Database> {
  const { database } = await openTestDisk();
  await addArticles(database, KEY.projectId, [{ article: ARTICLE, words: 1 }], '');
  await appendAll(database, addingSteps(count, KEY), KEY);
  return database;
}

function entryKey(number: number): [string, string, string, number] {
  return [...keyOf(KEY), number];
}

async function change(database: Database, number: number, changed: (entry: EntryRow) => EntryRow): Promise<void> {
  await database.entries.put(changed((await database.entries.get(entryKey(number)))!));
}

function withoutSum(entry: EntryRow): EntryRow {
  const { sum: _sum, ...rest } = entry;
  return rest;
}

const DAMAGES: readonly (readonly [string, number, (database: Database) => Promise<unknown>])[] = [
  ['an entry is changed', 3, (d) => change(d, 4, (entry) => ({ ...entry, at: '2024-06-17T00:00:09.000Z' }))],
  ['an entry holds nothing that can be read', 3, (d) => change(d, 4, (row) => ({ ...row, edit: 7 as never }))],
  ['an entry has lost its checksum', 3, (d) => change(d, 4, withoutSum)],
  ['an entry is missing', 3, (d) => d.entries.delete(entryKey(4))],
  ['the last entries are missing', 4, (d) => d.entries.bulkDelete([entryKey(5), entryKey(6)])],
  ['all entries are missing', 0, (d) => d.entries.clear()],
  [
    'the last entry is that of another time',
    5,
    (d) => change(d, 6, (row) => ({ ...row, cause: { kind: 'undo', of: 5 } })),
  ],
];

describe('a layer where', () => {
  test.each(DAMAGES)('%s opens as it was after entry %i', async (_, soundUpTo, damage) => {
    const database = await withSteps(6);
    await damage(database);
    const { stored } = (await readOpened(database, KEY))!;
    const sound = replayed(addingSteps(6, KEY).slice(0, soundUpTo), KEY);
    expect(stored).toEqual({ ...sound, damage: { soundUpTo, last: 6 } });
  });

  test('the head is missing is damaged as well', async () => {
    const database = await withSteps(6);
    await database.layers.clear();
    expect((await readOpened(database, KEY))!.stored.damage).toEqual({ soundUpTo: 6, last: 6 });
  });

  test('the snapshot is older than the head says is damaged as well', async () => {
    const database = await withSteps(64);
    const early = (await readOpened(database, KEY))!.stored;
    await writeSnapshotIfDue(database, KEY);
    await appendStep(
      database,
      KEY,
      nextStep(early, { edit: { kind: 'together', edits: [] }, cause: { kind: 'new' }, at: '' }),
    );
    await database.entries.delete(entryKey(65));
    expect((await readOpened(database, KEY))!.stored.damage).toEqual({ soundUpTo: 64, last: 65 });
  });
});

describe('over a damaged log', () => {
  test.each(DAMAGES)('nothing is written where %s', async (_, __, damage) => {
    const database = await withSteps(6);
    await damage(database);
    const before = await dump(database);
    const stored = await loadLayer(database, KEY);
    const step = nextStep(stored, { edit: { kind: 'together', edits: [] }, cause: { kind: 'new' }, at: 'now' });
    await expect(appendStep(database, KEY, step)).rejects.toMatchObject({ problem: 'conflict' });
    await bringUpToDate(database, KEY, 'now');
    expect(await dump(database)).toEqual(before);
  });

  test('no snapshot is written', async () => {
    const database = await withSteps(70);
    await database.entries.delete(entryKey(69));
    await writeSnapshotIfDue(database, KEY);
    expect(await database.snapshots.count()).toBe(0);
  });

  test('no import writes, and all of it is taken back', async () => {
    const { database } = await openTestDisk();
    const writing = { at: '2025-01-01T00:00:00.000Z', countWords: () => 1, report: () => undefined };
    const [layer] = BUNDLE.layers;
    const later = (day: number) => ({
      ...BUNDLE,
      layers: [{ ...layer!, spans: [], links: [], changedAt: `2030-01-0${day}T00:00:00.000Z` }],
    });
    await importBundle(database, BUNDLE.project, BUNDLE, writing);
    await importBundle(database, BUNDLE.project, later(1), writing);
    await database.snapshots.update([KEY.projectId, layer!.articleId, layer!.annotatorId], { number: 0, sum: '' });
    await database.entries.toCollection().modify({ at: 'changed' });
    const before = await dump(database);
    const status = { ...later(2), layers: [{ ...later(2).layers[0]!, status: 'not-started' as const }] };
    await expect(importBundle(database, BUNDLE.project, status, writing)).rejects.toMatchObject({
      problem: 'damaged-log',
    });
    expect(await dump(database)).toEqual(before);
  });
});

test('an entry that undo needs is checked before it is used', async () => {
  const database = await withSteps(6);
  await change(database, 4, (entry) => ({ ...entry, at: 'changed' }));
  await expect(loadEntry(database, KEY, 4)).rejects.toMatchObject({ problem: 'damaged-log' });
  expect(await loadEntry(database, KEY, 3)).toMatchObject({ number: 3 });
});

test('a log that begins before there were checksums goes on with them', async () => {
  const database = await withSteps(2);
  await database.entries.toCollection().modify((row: { sum?: string }) => {
    delete row.sum;
  });
  await database.layers.toCollection().modify((row: { sum?: string }) => {
    delete row.sum;
  });
  const { stored } = (await readOpened(database, KEY))!;
  expect(stored).toMatchObject({ number: 2, sum: '' });
  const step = nextStep(stored, { edit: { kind: 'together', edits: [] }, cause: { kind: 'new' }, at: 'now' });
  await appendStep(database, KEY, step);
  const after = (await readOpened(database, KEY))!.stored;
  expect(after).toMatchObject({ number: 3, sum: step.sum });
  expect(after.damage).toBeUndefined();
});

test('what was written is never called damaged, and any one change of an entry is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(moveArbitrary(), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.constantFrom('at', 'cause', 'number', 'edit', 'sum'),
      async (moves, which, field) => {
        const { database } = await openTestDisk();
        const steps = stepsOf(moves, KEY);
        fc.pre(steps.length > 0);
        await appendAll(database, steps, KEY);
        expect((await loadLayer(database, KEY)).damage).toBeUndefined();
        const number = (which % steps.length) + 1;
        await database.entries.delete(entryKey(number));
        const { layer: _, ...logged } = steps[number - 1]!;
        const other = { ...KEY, ...logged, ...CHANGES[field] } as EntryRow;
        await database.entries.put(other);
        expect((await loadLayer(database, KEY)).damage?.soundUpTo).toBe(number - 1);
      },
    ),
    { seed: SEED, numRuns: 60 },
  );
});

const CHANGES = {
  at: { at: '1999-01-01T00:00:00.000Z' },
  cause: { cause: { kind: 'redo', of: 77 } },
  number: { number: 1000 },
  edit: { edit: { kind: 'together', edits: [{ kind: 'together', edits: [] }] } },
  sum: { sum: '0000000000000000' },
} as const;

test.each([
  [{ b: 1, a: { d: [1, 'x'], c: undefined } }, '{"a":{"d":[1,"x"]},"b":1}'],
  [[null, true, 'é"', undefined], '[null,true,"é\\"",null]'],
])('the order of fields does not count in %j', (value, expected) => {
  expect(canonicalText(value)).toBe(expected);
});
