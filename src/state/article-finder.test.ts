import { expect, test } from 'vitest';
import { createArticleFinder } from './article-finder.ts';
import { type LibraryArticle } from './library-article.ts';

test('what an article is compared by is made once, however often one types', () => {
  let reads = 0;
  const articles = ['Rain', 'Taxes'].map(
    (name) =>
      ({
        source: 'Herald',
        date: '',
        language: 'en',
        get title() {
          reads += 1;
          return name;
        },
      }) as LibraryArticle,
  );
  const find = createArticleFinder();
  expect(find(articles, 'rain')).toEqual([articles[0]]);
  const first = reads;
  expect(first).toBeGreaterThan(0);
  expect(find(articles, 'HERALD tax')).toEqual([articles[1]]);
  expect(reads).toBe(first);
});

test('an article is found by who wrote it', () => {
  const article = { title: 'Rain', author: 'Ann Lee', source: '', date: '', language: '' } as LibraryArticle;
  expect(createArticleFinder()([article], 'lee')).toEqual([article]);
});

test('without words it gives back the list itself', () => {
  const articles: readonly LibraryArticle[] = [];
  expect(createArticleFinder()(articles, ' ')).toBe(articles);
});
