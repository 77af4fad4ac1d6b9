import { describe, expect, test } from 'vitest';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { createArticleFinder } from '#state/article-finder.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { filterArticles, statusOf } from './filter-articles.ts';
import { type Order, sortArticles } from './sort-articles.ts';

const ME = 'me' as AnnotatorId;
const OTHER = 'other' as AnnotatorId;

function article(title: string, part: Partial<LibraryArticle> = {}): LibraryArticle {
  return {
    id: title as ArticleId,
    title,
    source: 'Gazette',
    date: '2024-06-17',
    language: 'en',
    correctionOf: '',
    author: '',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    words: 100,
    removed: false,
    progress: [],
    ...part,
  };
}

const river = article('River rises', { words: 9, progress: [{ annotatorId: ME, status: 'done', spanCount: 2 }] });
const tram = article('Tram 10 returns', { language: 'de', words: 200 });
const tram2 = article('Tram 2 returns', { progress: [{ annotatorId: OTHER, status: 'done', spanCount: 7 }] });
const all = [river, tram, tram2];

describe('filtering', () => {
  test.each([
    ['', 'any', all],
    ['  ', 'any', all],
    ['tram', 'any', [tram, tram2]],
    ['RETURNS gazette', 'any', [tram, tram2]],
    ['tram river', 'any', []],
    ['.*', 'any', []],
    ['2024-06', 'any', all],
    ['', 'done', [river]],
    ['', 'not-started', [tram, tram2]],
    ['tram', 'done', []],
  ] as const)('“%s” with status %s', (query, status, expected) => {
    expect(filterArticles(all, { query, status }, ME, createArticleFinder())).toEqual(expected);
  });

  test('somebody else’s status is not yours', () => {
    expect(statusOf(tram2, ME)).toBe('not-started');
    expect(statusOf(tram2, OTHER)).toBe('done');
  });
});

describe('sorting', () => {
  test.each<[Order | undefined, readonly LibraryArticle[]]>([
    [undefined, all],
    [{ column: 'title', isDescending: false }, [river, tram2, tram]],
    [{ column: 'title', isDescending: true }, [tram, tram2, river]],
    [{ column: 'language', isDescending: false }, [tram, river, tram2]],
    [{ column: 'words', isDescending: false }, [river, tram2, tram]],
    [{ column: 'spans', isDescending: true }, [river, tram, tram2]],
    [{ column: 'status', isDescending: false }, [tram, tram2, river]],
  ])('by %o', (order, expected) => {
    expect(sortArticles(all, order, ME).map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
  });
});
