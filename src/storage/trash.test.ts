import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type AnnotatorId, type ProjectId } from '#core/project/project.ts';
import { withdraw } from '#core/review/decide.ts';
import { deciding } from '#core/review/review.arbitrary.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { setRemoved } from './articles.ts';
import { type Database } from './database.ts';
import { appendDecisions } from './decisions.ts';
import { deleteForGood, deleteWhatIsOver, goesAt } from './delete-for-good.ts';
import { loadGone } from './gone.ts';
import { importAsProject, importBundle } from './import-bundle.ts';
import { loadHeads, writeSnapshotIfDue } from './layers.ts';
import { loadBundle } from './load-bundle.ts';
import { readOpened } from './open-article.ts';
import { setProjectRemoved } from './projects.ts';
import { type LayerKey } from './rows.ts';
import { addingSteps, appendAll } from './steps.arbitrary.ts';
import { dump, failEveryWrite, openTestDisk } from './test-database.arbitrary.ts';
import { loadTrash, setLayerRemoved } from './trash.ts';

const SAMPLE = sampleBundle();
const [ADA, BO] = ['ada' as AnnotatorId, 'bo' as AnnotatorId];
const OTHER = { ...SAMPLE.project, id: 'other' as ProjectId, name: 'Other' };
const ARTICLE = SAMPLE.articles[0]!;
const LAYER: LayerKey = { projectId: SAMPLE.project.id, articleId: ARTICLE.id, annotatorId: 'zoe' as AnnotatorId };
const AT = '2025-01-01T00:00:00.000Z';
const WRITING = { at: '2024-12-01T00:00:00.000Z', countWords: () => 1, report: () => undefined };

/** The sample in two projects; in the first one a layer with a log and a snapshot as well. */
async function fill(database: Database, steps = 66): Promise<void> {
  await importAsProject(database, SAMPLE.project, SAMPLE, WRITING);
  await importAsProject(database, OTHER, { ...SAMPLE, project: OTHER }, WRITING);
  await appendAll(database, addingSteps(steps, LAYER), LAYER);
  await writeSnapshotIfDue(database, LAYER);
  await appendDecisions(database, LAYER.projectId, [
    { ...withdraw([], deciding('d1', [], [])), articleId: ARTICLE.id },
  ]);
}

async function filled(): Promise<Database> {
  const { database } = await openTestDisk();
  await fill(database);
  return database;
}

const REMOVALS: readonly (readonly [
  string,
  (database: Database) => Promise<unknown>,
  (database: Database) => Promise<unknown>,
])[] = [
  [
    'an article',
    (d) => setRemoved(d, LAYER.projectId, ARTICLE.id, AT, ADA),
    (d) => setRemoved(d, LAYER.projectId, ARTICLE.id, ''),
  ],
  ['a layer', (d) => setLayerRemoved(d, LAYER, { at: AT, by: ADA }), (d) => setLayerRemoved(d, LAYER, undefined)],
  ['a project', (d) => setProjectRemoved(d, OTHER.id, AT, ADA), (d) => setProjectRemoved(d, OTHER.id, '')],
];

describe('the trash', () => {
  test.each(REMOVALS)('has %s with when and by whom, and gives it back as it was', async (what, remove, putBack) => {
    const database = await filled();
    const before = await dump(database);
    await remove(database);
    const [item, ...others] = await loadTrash(database);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ kind: what.split(' ')[1], removedAt: AT, removedBy: ADA });
    await putBack(database);
    expect(await loadTrash(database)).toEqual([]);
    expect(await dump(database)).toEqual(before);
  });

  test('has what was removed last first, of every project', async () => {
    const database = await filled();
    await setRemoved(database, OTHER.id, ARTICLE.id, '2025-01-02T00:00:00.000Z', BO);
    await setLayerRemoved(database, LAYER, { at: '2025-01-03T00:00:00.000Z', by: BO });
    await setProjectRemoved(database, OTHER.id, AT, ADA);
    expect((await loadTrash(database)).map(({ kind, title }) => [kind, title])).toEqual([
      ['layer', ARTICLE.title],
      ['article', ARTICLE.title],
      ['project', 'Other'],
    ]);
  });

  test('has no project that was only put away', async () => {
    const database = await filled();
    await setProjectRemoved(database, OTHER.id, AT);
    expect(await loadTrash(database)).toEqual([]);
  });
});

describe('a layer in the trash', () => {
  test('is nowhere but in the trash, and opens as one that is away', async () => {
    const database = await filled();
    await setLayerRemoved(database, LAYER, { at: AT, by: ADA });
    expect((await loadHeads(database, LAYER.projectId)).map(({ annotatorId }) => annotatorId)).not.toContain('zoe');
    const articleIds = new Set([ARTICLE.id]);
    const { layers } = await loadBundle(database, { project: SAMPLE.project, articleIds, whose: EVERYONE });
    expect(layers.map(({ annotatorId }) => annotatorId)).not.toContain('zoe');
    expect((await readOpened(database, LAYER))!).toMatchObject({ isAway: true, stored: { number: 66 } });
  });

  test('comes back as it is here with a bundle that has it', async () => {
    const database = await filled();
    const [layer] = SAMPLE.layers;
    const key = { projectId: SAMPLE.project.id, articleId: layer!.articleId, annotatorId: layer!.annotatorId };
    const before = await dump(database);
    await setLayerRemoved(database, key, { at: AT, by: ADA });
    const plan = await importBundle(database, SAMPLE.project, SAMPLE, WRITING);
    expect(plan.layers.map(({ fate }) => fate)).toContain('back');
    expect((await dump(database))['layers']).toEqual(before['layers']);
  });
});

describe('deleting for good', () => {
  test('an article takes its layers, logs and decisions along, and nothing of another project', async () => {
    const database = await filled();
    const before = await dump(database);
    await setRemoved(database, LAYER.projectId, ARTICLE.id, AT, ADA);
    const [item] = await loadTrash(database);
    expect(await deleteForGood(database, item!)).toBe(true);
    const after = await dump(database);
    for (const table of ['articles', 'layers', 'snapshots', 'entries', 'decisions', 'threads', 'reviews']) {
      const isKept = ({ projectId, articleId, id }: Record<string, unknown>): boolean =>
        projectId !== LAYER.projectId || (table === 'articles' ? id : articleId) !== ARTICLE.id;
      expect(after[table]).toEqual((before[table] as Record<string, unknown>[]).filter(isKept));
    }
    // The other project has the same text.
    expect(after['texts']).toEqual(before['texts']);
    expect(await loadGone(database, 'articles')).toEqual(new Set([ARTICLE.id]));
  });

  test('a text goes once no project has it', async () => {
    const database = await filled();
    for (const id of [LAYER.projectId, OTHER.id]) {
      await setRemoved(database, id, ARTICLE.id, AT, ADA);
      const [item] = await loadTrash(database);
      await deleteForGood(database, item!);
    }
    expect((await database.texts.toArray()).map(({ id }) => id)).not.toContain(ARTICLE.id);
    expect(await database.texts.count()).toBe(SAMPLE.articles.length - 1);
  });

  test('a layer takes its log along, and decisions about it stay', async () => {
    const database = await filled();
    const before = await dump(database);
    await setLayerRemoved(database, LAYER, { at: AT, by: ADA });
    await deleteForGood(database, (await loadTrash(database))[0]!);
    const after = await dump(database);
    const isKept = (row: unknown): boolean => (row as LayerKey).annotatorId !== LAYER.annotatorId;
    for (const table of ['layers', 'snapshots', 'entries']) expect(after[table]).toEqual(before[table]!.filter(isKept));
    expect(after['decisions']).toEqual(before['decisions']);
  });

  test('a project takes everything of it along, and nothing else', async () => {
    const database = await filled();
    await setProjectRemoved(database, SAMPLE.project.id, AT, ADA);
    const other = { project: OTHER, articleIds: new Set(SAMPLE.articles.map(({ id }) => id)), whose: EVERYONE };
    const before = await loadBundle(database, other);
    await deleteForGood(database, (await loadTrash(database))[0]!);
    for (const [table, rows] of Object.entries(await dump(database))) {
      if (['projects', 'annotators', 'texts', 'settings'].includes(table)) continue;
      expect((rows as { projectId: string }[]).filter(({ projectId }) => projectId === SAMPLE.project.id)).toEqual([]);
    }
    expect((await database.projects.toArray()).map(({ id }) => id)).toEqual(['other']);
    expect(await loadBundle(database, other)).toEqual(before);
    expect(await loadGone(database, 'projects')).toEqual(new Set([SAMPLE.project.id]));
  });

  test('leaves alone what was put back, and what was annotated meanwhile', async () => {
    const database = await filled();
    await setRemoved(database, LAYER.projectId, ARTICLE.id, AT, ADA);
    const [item] = await loadTrash(database);
    await database.layers.update([LAYER.projectId, LAYER.articleId, LAYER.annotatorId], { changedAt: '2025-01-09' });
    const before = await dump(database);
    expect(await deleteForGood(database, item!)).toBe(false);
    await setRemoved(database, LAYER.projectId, ARTICLE.id, '');
    expect(await deleteForGood(database, item!)).toBe(false);
    expect((await dump(database))['entries']).toEqual(before['entries']);
    expect(await database.articles.count()).toBe(SAMPLE.articles.length * 2);
  });

  test.each(REMOVALS)('%s is done whole or not at all, whichever write fails', async (_, remove) => {
    const { failures, writes } = await failEveryWrite(
      async (database) => {
        await fill(database, 2);
        await remove(database);
      },
      async (database) => deleteForGood(database, (await loadTrash(database))[0]!),
    );
    expect(writes).toBeGreaterThan(2);
    for (const { before, after } of failures) expect(after).toEqual(before);
  });
});

describe('what goes by itself', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const later = (days: number): string => new Date(Date.parse(AT) + days * DAY).toISOString();

  test.each(REMOVALS)('%s after thirty days and not before', async (_, remove) => {
    const database = await filled();
    await remove(database);
    expect(await deleteWhatIsOver(database, later(29.9))).toBe(0);
    expect(await loadTrash(database)).toHaveLength(1);
    expect(await deleteWhatIsOver(database, later(30))).toBe(1);
    expect(await loadTrash(database)).toEqual([]);
  });

  test('is no article that was replaced, or taken out before there was a trash', async () => {
    const database = await filled();
    await setRemoved(database, LAYER.projectId, ARTICLE.id, AT);
    const [item] = await loadTrash(database);
    expect(goesAt(item!)).toBeUndefined();
    expect(await deleteWhatIsOver(database, '2099-01-01T00:00:00.000Z')).toBe(0);
    expect(await database.articles.get([LAYER.projectId, ARTICLE.id])).toBeDefined();
  });

  test('counts from the last edit on an article that another tab went on with', async () => {
    const database = await filled();
    await setRemoved(database, LAYER.projectId, ARTICLE.id, AT, ADA);
    await database.layers.update([LAYER.projectId, LAYER.articleId, LAYER.annotatorId], { changedAt: later(10) });
    expect(await deleteWhatIsOver(database, later(39))).toBe(0);
    expect(await deleteWhatIsOver(database, later(40))).toBe(1);
  });
});

describe('a layer that came from elsewhere', () => {
  const KEY: [ProjectId, typeof ARTICLE.id, AnnotatorId] = [LAYER.projectId, LAYER.articleId, LAYER.annotatorId];

  /** The article in the trash, its layer last changed at this time. */
  async function removedWith(changedAt: string): Promise<Database> {
    const database = await filled();
    await database.layers.update(KEY, { changedAt });
    await setRemoved(database, LAYER.projectId, ARTICLE.id, AT, ADA);
    return database;
  }

  test.each([
    ['without a fraction of a second, at the same second', '2025-01-01T00:00:00Z', AT],
    ['without a fraction of a second, a second later', '2025-01-01T00:00:01Z', '2025-01-01T00:00:01Z'],
    ['with a longer fraction', '2025-01-01T00:00:00.000000001Z', '2025-01-01T00:00:00.000000001Z'],
  ])('and tells its time %s counts from the later of both', async (_, changedAt, touchedAt) => {
    const [item] = await loadTrash(await removedWith(changedAt));
    expect(item!.touchedAt).toBe(touchedAt);
  });

  test('by a clock that is far ahead does not make its article go at once', async () => {
    const database = await removedWith('9999-12-31T23:59:59Z');
    expect(await deleteWhatIsOver(database, '2026-01-01T00:00:00.000Z')).toBe(0);
    expect(await database.articles.get([LAYER.projectId, ARTICLE.id])).toBeDefined();
  });

  test('with a time that is none goes with its article, thirty days after that was removed', async () => {
    const database = await removedWith('2025-13-45T99:99:99Z');
    const [item] = await loadTrash(database);
    expect(goesAt(item!)).toBe('2025-01-31T00:00:00.000Z');
    expect(await deleteWhatIsOver(database, '2025-01-30T00:00:00.000Z')).toBe(0);
    expect(await deleteWhatIsOver(database, '2025-01-31T00:00:00.000Z')).toBe(1);
  });
});

test('an article that came back with an import does not go any more', async () => {
  const database = await filled();
  await setRemoved(database, LAYER.projectId, ARTICLE.id, AT, ADA);
  await importBundle(database, SAMPLE.project, SAMPLE, WRITING);
  expect(await loadTrash(database)).toEqual([]);
  expect(await database.articles.get([LAYER.projectId, ARTICLE.id])).not.toHaveProperty('removedBy');
});
