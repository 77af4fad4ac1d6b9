import { expect, test } from 'vitest';
import { type AnnotatorId, type ArticleId, type LayerStatus } from '#core/project/project.ts';
import { type LibraryArticle } from './library-article.ts';
import { reviewableIn } from './reviewable.ts';

function article(id: string, ...layers: readonly (readonly [string, LayerStatus])[]): LibraryArticle {
  const original = { newline: 'none', byteOrderMark: false, replaced: 0 } as const;
  const about = { title: id, author: '', source: '', date: '', language: 'en', original, correctionOf: '' } as const;
  const progress = layers.map(([name, status]) => ({ annotatorId: name as AnnotatorId, status, spanCount: 1 }));
  return { ...about, id: id as ArticleId, words: 1, removed: false, progress };
}

test('an article can be reviewed once two have done it; who is in the middle of it does not count', () => {
  const articles = [
    article('a', ['ada', 'done'], ['bo', 'done']),
    article('b', ['ada', 'done'], ['cy', 'done'], ['bo', 'in-progress']),
    article('c', ['dee', 'done'], ['ada', 'in-progress']),
    article('d'),
  ];
  expect(reviewableIn(articles)).toEqual({ articles: 2, annotators: 3 });
  expect(reviewableIn(articles.slice(2))).toEqual({ articles: 0, annotators: 0 });
});
