import { type ArticleId } from '#core/project/project.ts';
import { createArticleFinder } from '#state/article-finder.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { useLibrary, useSession } from '#state/react.tsx';
import { useMemo, useState } from 'react';
import { type Filter, filterArticles, statusOf } from './filter-articles.ts';
import { type Order, sortArticles } from './sort-articles.ts';

/** What the library screen shows of the articles. Each part is made anew only where what it is made of has changed. */
interface LibraryRows {
  /** The rows of the table. While a large library is being read: the first of them, where all are wanted in their order. */
  readonly shown: readonly LibraryArticle[];
  /** True where more rows follow that are not read yet. */
  readonly isOpening: boolean;
  /** True where there are articles, whether or not the filter lets any through. */
  readonly hasArticles: boolean;
  /** How many articles there are, and how many of them the annotator has done; known when all of them are read. */
  readonly count: number;
  readonly done: number;
  /** Articles that were taken out and have no row. */
  readonly removed: readonly LibraryArticle[];
}

/** The library narrowed and ordered; articles in `takenOut` keep their row though they are out. */
export function useLibraryRows(
  filter: Filter,
  order: Order | undefined,
  takenOut: ReadonlySet<ArticleId>,
): LibraryRows {
  const annotatorId = useSession((state) => state.annotatorId);
  const all = useLibrary((state) => state.articles);
  const present = useLibrary((state) => state.present());
  const opening = useLibrary((state) => state.opening);
  const [find] = useState(createArticleFinder);
  const done = useMemo(
    () => present.reduce((sum, article) => sum + (statusOf(article, annotatorId) === 'done' ? 1 : 0), 0),
    [present, annotatorId],
  );
  const inPlace = useMemo(
    () => (takenOut.size === 0 ? present : all.filter(({ id, removed }) => !removed || takenOut.has(id))),
    [all, present, takenOut],
  );
  const sorted = useMemo(() => sortArticles(inPlace, order, annotatorId), [inPlace, order, annotatorId]);
  const shown = useMemo(() => filterArticles(sorted, filter, annotatorId, find), [sorted, filter, annotatorId, find]);
  const removed = useMemo(() => {
    const there = new Set(shown);
    return all.filter((article) => article.removed && !there.has(article));
  }, [all, shown]);
  if (opening) {
    // What the first articles say about a filter or an order says nothing about the others.
    const isAll = filter.query === '' && filter.status === 'any' && !order;
    return { shown: isAll ? opening : [], isOpening: true, hasArticles: true, count: 0, done: 0, removed };
  }
  return { shown, isOpening: false, hasArticles: inPlace.length > 0, count: present.length, done, removed };
}
