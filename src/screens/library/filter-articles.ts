import { type AnnotatorId, type LayerStatus } from '#core/project/project.ts';
import { type ArticleFinder } from '#state/article-finder.ts';
import { type LibraryArticle } from '#state/library-article.ts';

/** What the library shows: words in title or source, and how far this annotator is. */
export interface Filter {
  readonly query: string;
  readonly status: LayerStatus | 'any';
}

/** The articles that the finder finds for the query and that have the status; the list itself where all of them are wanted. */
export function filterArticles(
  articles: readonly LibraryArticle[],
  { query, status }: Filter,
  annotatorId: AnnotatorId,
  find: ArticleFinder,
): readonly LibraryArticle[] {
  const found = find(articles, query);
  return status === 'any' ? found : found.filter((article) => statusOf(article, annotatorId) === status);
}

/** How far the annotator is with the article. */
export function statusOf({ progress }: LibraryArticle, annotatorId: AnnotatorId): LayerStatus {
  return progress.find((layer) => layer.annotatorId === annotatorId)?.status ?? 'not-started';
}
