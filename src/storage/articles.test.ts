import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId, type Article, type ProjectId } from '#core/project/project.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import {
  addArticles,
  importArticle,
  loadArticle,
  loadArticles,
  loadWholeArticles,
  setRemoved,
  unknownArticles,
  whereArticleIs,
} from './articles.ts';
import { loadFirstArticles } from './first-articles.ts';
import { addingSteps, appendAll } from './steps.arbitrary.ts';
import { dump, failEveryWrite, openTestDisk } from './test-database.arbitrary.ts';

const PROJECT = 'p1' as ProjectId;
const ARTICLE = sampleBundle().articles[0]!;
const [EARLY, LATE] = ['2024-06-17T09:00:00.000Z', '2024-06-18T09:00:00.000Z'];

describe('an article', () => {
  test('is read as it was added', async () => {
    const { database } = await openTestDisk();
    expect(await addArticles(database, PROJECT, [{ article: ARTICLE, words: 13 }], EARLY)).toBe(1);
    expect(await loadArticle(database, PROJECT, ARTICLE.id)).toEqual(ARTICLE);
    const { text: _, ...about } = ARTICLE;
    expect(await loadArticles(database, PROJECT)).toEqual([
      { ...about, projectId: PROJECT, words: 13, addedAt: EARLY, removedAt: '' },
    ]);
  });

  test('is known in its project only', async () => {
    const { database } = await openTestDisk();
    await addArticles(database, PROJECT, [{ article: ARTICLE, words: 13 }], EARLY);
    expect(await whereArticleIs(database, PROJECT, ARTICLE.id)).toBe('here');
    for (const other of ['p', 'p11'] as ProjectId[]) {
      expect(await whereArticleIs(database, other, ARTICLE.id)).toBe('not-here');
      expect(await loadArticle(database, other, ARTICLE.id)).toBeUndefined();
      expect(await loadArticles(database, other)).toEqual([]);
    }
    expect(await loadArticle(database, PROJECT, named('b').id)).toBeUndefined();
  });

  test('is read with others in the order in which they are asked for, as far as they are there', async () => {
    const { database } = await openTestDisk();
    const all = [ARTICLE, named('b'), named('c')];
    const added = all.map((article) => ({ article, words: 1 }));
    await addArticles(database, PROJECT, added, EARLY);
    const ids = [named('c').id, named('nowhere').id, ARTICLE.id];
    expect(await loadWholeArticles(database, PROJECT, ids)).toEqual([named('c'), ARTICLE]);
  });

  test('that is there already is not added again, nor changed', async () => {
    const { database } = await openTestDisk();
    await addArticles(database, PROJECT, [{ article: ARTICLE, words: 13 }], EARLY);
    await setRemoved(database, PROJECT, ARTICLE.id, LATE);
    const before = await dump(database);
    const again = { article: { ...ARTICLE, title: 'Other' }, words: 1 };
    expect(await addArticles(database, PROJECT, [again], LATE)).toBe(0);
    expect(await dump(database)).toEqual(before);
    expect(await addArticles(database, PROJECT, [again, { article: named('b'), words: 1 }], LATE)).toBe(1);
  });

  test('twice in one call is added once', async () => {
    const { database } = await openTestDisk();
    const once = { article: ARTICLE, words: 13 };
    expect(await addArticles(database, PROJECT, [once, once], EARLY)).toBe(1);
  });

  test('that was taken out stays, and can be put back', async () => {
    const { database } = await openTestDisk();
    await addArticles(database, PROJECT, [{ article: ARTICLE, words: 13 }], EARLY);
    const before = await dump(database);
    await setRemoved(database, PROJECT, ARTICLE.id, LATE);
    expect(await loadArticles(database, PROJECT)).toMatchObject([{ id: ARTICLE.id, removedAt: LATE }]);
    expect(await whereArticleIs(database, PROJECT, ARTICLE.id)).toBe('taken-out');
    expect(await loadArticle(database, PROJECT, ARTICLE.id)).toEqual(ARTICLE);
    await setRemoved(database, PROJECT, ARTICLE.id, '');
    expect(await dump(database)).toEqual(before);
  });
});

describe('an article that the user imports', () => {
  test('is put back where it was taken out, and keeps its title', async () => {
    const { database } = await openTestDisk();
    await importArticle(database, PROJECT, { article: ARTICLE, words: 13 }, EARLY);
    const before = await dump(database);
    await setRemoved(database, PROJECT, ARTICLE.id, LATE);
    await importArticle(database, PROJECT, { article: { ...ARTICLE, title: 'Other' }, words: 1 }, LATE);
    expect(await dump(database)).toEqual(before);
  });
});

test('more articles than are read at a time are all listed', async () => {
  const { database } = await openTestDisk();
  const titles = Array.from({ length: 1203 }, (_, index) => String(index).padStart(4, '0'));
  await addArticles(database, PROJECT, titles.map(counted), EARLY);
  await addArticles(database, 'another' as ProjectId, [counted('x')], EARLY);
  expect((await loadArticles(database, PROJECT)).map(({ title }) => title)).toEqual(titles);
});

describe('the first articles', () => {
  test.each([
    [1, ['a'], true],
    [3, ['a', 'c', 'd'], false],
    [9, ['a', 'c', 'd'], false],
  ])('%i at most, come in the order of the library, without those taken out', async (most, titles, hasMore) => {
    const { database } = await openTestDisk();
    await addArticles(database, PROJECT, [counted('d'), counted('c'), counted('b')], LATE);
    await addArticles(database, PROJECT, [counted('a')], EARLY);
    await addArticles(database, 'another' as ProjectId, [counted('x')], EARLY);
    await setRemoved(database, PROJECT, counted('b').article.id, LATE);
    const first = await loadFirstArticles(database, PROJECT, most);
    expect(first.rows.map(({ title }) => title)).toEqual(titles);
    expect(first.hasMore).toBe(hasMore);
  });

  test('come with the heads of their own layers', async () => {
    const { database } = await openTestDisk();
    await addArticles(database, PROJECT, [counted('a'), counted('b')], EARLY);
    for (const title of ['a', 'b']) {
      const key = { projectId: PROJECT, articleId: counted(title).article.id, annotatorId: 'ada' as AnnotatorId };
      await appendAll(database, addingSteps(1, key), key);
    }
    const { heads } = await loadFirstArticles(database, PROJECT, 1);
    expect(heads).toMatchObject([{ articleId: counted('a').article.id, spanCount: 1 }]);
  });
});

test('only ids that the project does not have are unknown to it', async () => {
  const { database } = await openTestDisk();
  await addArticles(database, PROJECT, [counted('a'), counted('b')], EARLY);
  await setRemoved(database, PROJECT, counted('b').article.id, LATE);
  const ids = ['a', 'b', 'c'].map((title) => counted(title).article.id);
  expect([...(await unknownArticles(database, PROJECT, ids))]).toEqual([ids[2]]);
  expect((await unknownArticles(database, 'another' as ProjectId, ids)).size).toBe(3);
});

test('articles are listed as they came in, those of one moment by title', async () => {
  const { database } = await openTestDisk();
  await addArticles(database, PROJECT, [counted('a')], LATE);
  await addArticles(database, PROJECT, [counted('d'), counted('b'), counted('c')], EARLY);
  expect((await loadArticles(database, PROJECT)).map(({ title }) => title)).toEqual(['b', 'c', 'd', 'a']);
});

test('a write that fails anywhere while articles are added leaves none of them', async () => {
  const { failures, writes } = await failEveryWrite(
    async (database) => {
      await addArticles(database, PROJECT, [counted('a')], EARLY);
    },
    (database) => addArticles(database, PROJECT, ['a', 'b', 'c'].map(counted), LATE),
  );
  expect(writes).toBe(4);
  for (const { error, before, after } of failures) {
    expect(error).toMatchObject({ problem: 'full' });
    expect(after).toEqual(before);
  }
});

function named(title: string): Article {
  return { ...ARTICLE, id: `id of ${title}` as Article['id'], title, text: title };
}

function counted(title: string): { readonly article: Article; readonly words: number } {
  return { article: named(title), words: 1 };
}
