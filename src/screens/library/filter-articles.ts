import { type AnnotatorId, type LayerStatus } from '#core/project/project.ts';
import { type LibraryArticle } from '#state/library-store.ts';

/** What the library shows: words in title or source, and how far this annotator is. */
export interface Filter {
  readonly query: string;
  readonly status: LayerStatus | 'any';
}

/** The articles that have every word of the query in title, source, date or language, and the status. Case does not count. */
export function filterArticles(
  articles: readonly LibraryArticle[],
  { query, status }: Filter,
  annotatorId: AnnotatorId,
): readonly LibraryArticle[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return articles.filter((article) => {
    if (status !== 'any' && statusOf(article, annotatorId) !== status) return false;
    const { title, source, date, language } = article;
    const about = `${title} ${source} ${date} ${language}`.toLocaleLowerCase();
    return words.every((word) => about.includes(word));
  });
}

/** How far the annotator is with the article. */
export function statusOf({ progress }: LibraryArticle, annotatorId: AnnotatorId): LayerStatus {
  return progress.find((layer) => layer.annotatorId === annotatorId)?.status ?? 'not-started';
}
