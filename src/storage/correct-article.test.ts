import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type AnnotatorId, type Article, emptyLayer } from '#core/project/project.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { loadArticle, loadArticles } from './articles.ts';
import { type CarriedStoredLayer, correctArticle, type Correction } from './correct-article.ts';
import { type Database } from './database.ts';
import { importBundle, type Writing } from './import-bundle.ts';
import { loadHeadsOf, loadLayer } from './layers.ts';
import { loadBundle } from './load-bundle.ts';
import { saveSetting } from './settings.ts';
import { dump, failEveryWrite, openTestDisk } from './test-database.arbitrary.ts';

const BUNDLE = sampleBundle();
const PROJECT = BUNDLE.project;
const OLD = BUNDLE.articles[0]!;
const NEW: Article = {
  ...OLD,
  id: 'f'.repeat(64) as Article['id'],
  text: `New: ${OLD.text}`,
  correctionOf: OLD.id,
};
const ON_OLD = BUNDLE.layers.filter(({ articleId }) => articleId === OLD.id);
const OWN = ON_OLD[0]!.annotatorId;
const [EARLY, LATE] = ['2024-06-17T09:00:00.000Z', '2024-06-18T09:00:00.000Z'];

describe('a corrected article', () => {
  test('comes in with everyone’s layers, and the earlier one is taken out with its layers untouched', async () => {
    const database = await prepared();
    const before = await loadBundle(database, { project: PROJECT, articleIds: new Set([OLD.id]), whose: EVERYONE });
    expect(await correctArticle(database, PROJECT.id, correction(), LATE)).toBeUndefined();
    expect(await loadArticle(database, PROJECT.id, NEW.id)).toEqual(NEW);
    const rows = await loadArticles(database, PROJECT.id);
    expect(rows.find(({ id }) => id === OLD.id)).toMatchObject({ removedAt: LATE });
    expect(rows.find(({ id }) => id === NEW.id)).toMatchObject({ removedAt: '', addedAt: LATE, words: 14 });
    expect(await loadBundle(database, { project: PROJECT, articleIds: new Set([OLD.id]), whose: EVERYONE })).toEqual(
      before,
    );
    for (const { layer } of correction().layers) {
      const key = { projectId: PROJECT.id, articleId: NEW.id, annotatorId: layer.annotatorId };
      const stored = await loadLayer(database, key);
      expect(stored).toEqual({ layer, history: { done: [], undone: [] }, number: 0, sum: '' });
    }
  });

  test('has a layer that was edited here for whoever corrects, and copies that are what they were for the others', async () => {
    const database = await prepared();
    await correctArticle(database, PROJECT.id, correction(), LATE);
    const heads = await loadHeadsOf(database, PROJECT.id, NEW.id);
    expect(heads).toHaveLength(ON_OLD.length);
    for (const { annotatorId, editedHere, number } of heads) {
      expect([editedHere, number]).toEqual([annotatorId === OWN, 0]);
    }
  });

  test('forgets the draft', async () => {
    const database = await prepared();
    await saveSetting(database, 'draft', 'typed');
    await saveSetting(database, 'other', 'kept');
    await correctArticle(database, PROJECT.id, correction(), LATE);
    expect((await database.settings.toArray()).map(({ key }) => key)).toEqual(['other']);
  });

  test('is not added where its text is there already', async () => {
    const database = await prepared();
    await correctArticle(database, PROJECT.id, correction(), LATE);
    const before = await dump(database);
    expect(await correctArticle(database, PROJECT.id, correction(), LATE)).toMatchObject({
      id: NEW.id,
      title: NEW.title,
    });
    expect(await dump(database)).toEqual(before);
  });

  test('leaves an earlier one that was taken out before with the time of that', async () => {
    const database = await prepared();
    await database.articles.update([PROJECT.id, OLD.id], { removedAt: EARLY });
    await correctArticle(database, PROJECT.id, correction(), LATE);
    expect(await database.articles.get([PROJECT.id, OLD.id])).toMatchObject({ removedAt: EARLY });
  });

  test.each<[string, readonly CarriedStoredLayer[]]>([
    ['was made from other entries of a log', correction().layers.map((one) => ({ ...one, madeFrom: 1 }))],
    ['lacks a layer', correction().layers.slice(1)],
    [
      'has a layer that the earlier one has not',
      [...correction().layers, { layer: emptyLayer(NEW.id, 'nobody' as AnnotatorId), madeFrom: 0, isOwn: false }],
    ],
  ])('that %s is refused', async (_, layers) => {
    const database = await prepared();
    const before = await dump(database);
    await expect(correctArticle(database, PROJECT.id, { ...correction(), layers }, LATE)).rejects.toMatchObject({
      problem: 'conflict',
    });
    expect(await dump(database)).toEqual(before);
  });

  test('that does not name the earlier one is a caller’s mistake', async () => {
    const database = await prepared();
    const nameless = { ...correction(), article: { ...NEW, correctionOf: '' as const } };
    await expect(correctArticle(database, PROJECT.id, nameless, LATE)).rejects.toThrow(RangeError);
  });

  test('and the earlier one come back from a bundle with both', async () => {
    const database = await prepared();
    await correctArticle(database, PROJECT.id, correction(), LATE);
    const both = await loadBundle(database, {
      project: PROJECT,
      articleIds: new Set([OLD.id, NEW.id]),
      whose: EVERYONE,
    });
    const { database: other } = await openTestDisk();
    await importBundle(other, { ...PROJECT, labelSet: { labels: [], linkTypes: [] } }, both, writing(LATE, 14));
    const there = await loadBundle(other, {
      project: PROJECT,
      articleIds: new Set([OLD.id, NEW.id]),
      whose: EVERYONE,
    });
    expect(there.articles).toEqual(both.articles);
    expect(there.layers).toEqual(both.layers);
  });
});

test('a write that fails anywhere while an article is corrected leaves everything as it was', async () => {
  const { failures, writes } = await failEveryWrite(importSample, (database) =>
    correctArticle(database, PROJECT.id, correction(), LATE),
  );
  // Article, text, two rows for each layer, the earlier article, the draft.
  expect(writes).toBe(4 + 2 * ON_OLD.length);
  for (const { error, before, after } of failures) {
    expect(error).toMatchObject({ problem: 'full' });
    expect(after).toEqual(before);
  }
});

async function prepared(): Promise<Database> {
  const { database } = await openTestDisk();
  await importSample(database);
  return database;
}

async function importSample(database: Database): Promise<void> {
  const bundle: Bundle = BUNDLE;
  await importBundle(database, PROJECT, bundle, writing(EARLY, 13));
}

function correction(): Correction {
  const layers = ON_OLD.map((layer) => ({
    layer: { ...layer, articleId: NEW.id },
    madeFrom: 0,
    isOwn: layer.annotatorId === OWN,
  }));
  return { article: NEW, words: 14, layers, draftKey: 'draft' };
}

/** Writing at this time; every article counts so many words. */
function writing(at: string, words: number): Writing {
  return { at, countWords: () => words, report: () => undefined };
}
