import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { type LibraryStore } from '#state/library-store.ts';
import { type SessionStore } from '#state/session-store.ts';
import { type TourStore } from './tour-store.ts';

/** What the title of the sample article has that shows a name, a claim and a quote in its first lines. */
const SHORT_WAY = 'Mossford';

interface TourParts {
  readonly tour: TourStore;
  readonly library: LibraryStore;
  readonly session: SessionStore;
}

/**
 * Begins the tour, or goes on with the one that runs, and gives back the article that it is about: where it runs the one that
 * was open last. In a library without articles nothing begins.
 */
export function beginTour({ tour, library, session }: TourParts): ArticleId | undefined {
  const { present, find } = library.getState();
  const { annotatorId, lastArticleId } = session.getState();
  const last = lastArticleId && tour.getState().phase === 'running' ? find(lastArticleId) : undefined;
  const article = last ?? articleFor(present(), annotatorId);
  if (article) tour.getState().start();
  return article?.id;
}

/**
 * The article that a tour of this annotator begins with: among those that the annotator has left alone a sample article that
 * is good for it, or the first; else the first of all.
 */
function articleFor(articles: readonly LibraryArticle[], annotatorId: AnnotatorId): LibraryArticle | undefined {
  const isAlone = ({ progress }: LibraryArticle): boolean =>
    !progress.some((layer) => layer.annotatorId === annotatorId && layer.spanCount > 0);
  const alone = articles.filter(isAlone);
  return alone.find(({ title }) => title.includes(SHORT_WAY)) ?? alone[0] ?? articles[0];
}
