import { type AnnotatorId, type LayerStatus } from '#core/project/project.ts';
import { spoken } from '#language/spoken.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { statusOf } from './filter-articles.ts';

/** A column of the library's table that it can be sorted by. */
export type Column = 'title' | 'language' | 'words' | 'spans' | 'status';

export interface Order {
  readonly column: Column;
  readonly isDescending: boolean;
}

const STATUS_RANK: Readonly<Record<LayerStatus, number>> = { 'not-started': 0, 'in-progress': 1, done: 2 };
const COLLATOR = new Intl.Collator(spoken().language.locale, { numeric: true });

/** The articles in this order; equal ones stay as they were, and without an order all of them do. */
export function sortArticles(
  articles: readonly LibraryArticle[],
  order: Order | undefined,
  annotatorId: AnnotatorId,
): readonly LibraryArticle[] {
  if (!order) return articles;
  const compare = COMPARE[order.column];
  const sign = order.isDescending ? -1 : 1;
  return articles.toSorted((a, b) => sign * compare(a, b, annotatorId));
}

type Compare = (a: LibraryArticle, b: LibraryArticle, annotatorId: AnnotatorId) => number;

const COMPARE: Readonly<Record<Column, Compare>> = {
  title: (a, b) => COLLATOR.compare(a.title, b.title),
  language: (a, b) => COLLATOR.compare(a.language, b.language),
  words: (a, b) => a.words - b.words,
  spans: (a, b, annotatorId) => spansOf(a, annotatorId) - spansOf(b, annotatorId),
  status: (a, b, annotatorId) => STATUS_RANK[statusOf(a, annotatorId)] - STATUS_RANK[statusOf(b, annotatorId)],
};

/** How many spans the annotator has put on the article. */
export function spansOf({ progress }: LibraryArticle, annotatorId: AnnotatorId): number {
  return progress.find((layer) => layer.annotatorId === annotatorId)?.spanCount ?? 0;
}
