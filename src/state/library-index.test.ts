import { expect, test } from 'vitest';
import { type ArticleId } from '#core/project/project.ts';
import { type LibraryArticle } from './library-article.ts';
import { createLibraryIndex } from './library-index.ts';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((id) => ({ id, removed: id === 'b' }) as unknown as LibraryArticle);
const ALL = [A!, B!, C!, D!];

test('an article is found wherever it is, and one that is not there is not', () => {
  const index = createLibraryIndex();
  expect(index.find(ALL, 'b' as ArticleId)).toBe(B);
  expect(index.find(ALL, 'x' as ArticleId)).toBeUndefined();
  expect(index.find([], 'b' as ArticleId)).toBeUndefined();
  expect(index.find([D!], 'd' as ArticleId)).toBe(D);
});

test('those present are the same list until an article changes', () => {
  const index = createLibraryIndex();
  const present = index.present(ALL);
  expect(present).toEqual([A, C, D]);
  expect(index.present(ALL)).toBe(present);
});

test.each(['a', 'c', 'd'])('a change of %s is in both lists, and no article is walked past for it', (id) => {
  const index = createLibraryIndex();
  let walks = 0;
  const watched = ALL.map((article) => ({
    ...article,
    get removed() {
      walks += 1;
      return article.removed;
    },
  }));
  index.present(watched);
  walks = 0;
  const changed = { ...index.find(watched, id as ArticleId)!, words: 7 };
  const next = index.with(watched, changed);
  expect(index.find(next, id as ArticleId)).toBe(changed);
  expect(index.present(next)).toContain(changed);
  expect(index.present(next)).toHaveLength(3);
  expect(walks).toBeLessThan(ALL.length);
});

test('one that is taken out, changes while it is out, and comes back is present again in its place', () => {
  const index = createLibraryIndex();
  const out = index.with(ALL, { ...C!, removed: true });
  expect(index.present(out)).toEqual([A, D]);
  const changed = index.with(out, { ...C!, removed: true, words: 7 });
  expect(index.present(changed)).toEqual([A, D]);
  expect(index.find(changed, C!.id)).toMatchObject({ words: 7 });
  expect(index.present(index.with(changed, C!)).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
});

test('an article that is not in the list changes nothing', () => {
  expect(createLibraryIndex().with(ALL, { ...A!, id: 'x' as ArticleId })).toBe(ALL);
});
