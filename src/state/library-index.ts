import { type ArticleId } from '#core/project/project.ts';
import { type LibraryArticle } from './library-article.ts';

type Articles = readonly LibraryArticle[];

/**
 * What is asked of the library again and again, made once for each list of articles. A list that differs in one article is
 * made with `with`, and costs no walk through all of them; every other list is walked through when it is first asked about.
 */
export interface LibraryIndex {
  readonly find: (articles: Articles, id: ArticleId) => LibraryArticle | undefined;
  /** Those that are not taken out, in the same order; the same list until one of them changes. */
  readonly present: (articles: Articles) => Articles;
  /** The list with this article in the place of the one with its id; the list itself where there is none. */
  readonly with: (articles: Articles, article: LibraryArticle) => Articles;
}

interface Places {
  readonly articles: Articles;
  readonly present: Articles;
  /** Where each article is, among all of them and among those present. */
  readonly of: ReadonlyMap<ArticleId, readonly [number, number]>;
}

/** Makes an index that has seen no articles yet; it remembers the list that it was asked about last. */
export function createLibraryIndex(): LibraryIndex {
  let last = placesIn([]);
  const placesOf = (articles: Articles): Places => {
    if (last.articles !== articles) last = placesIn(articles);
    return last;
  };
  return {
    find: (articles, id) => articles[placesOf(articles).of.get(id)?.[0] ?? -1],
    present: (articles) => placesOf(articles).present,
    with: (articles, article) => {
      const { present, of } = placesOf(articles);
      const [place, placePresent] = of.get(article.id) ?? [-1, -1];
      const before = articles[place];
      if (!before) return articles;
      const next = articles.with(place, article);
      if (before.removed === article.removed) {
        last = { articles: next, present: article.removed ? present : present.with(placePresent, article), of };
      }
      return next;
    },
  };
}

function placesIn(articles: Articles): Places {
  const present = articles.filter(({ removed }) => !removed);
  const of = new Map<ArticleId, readonly [number, number]>();
  let before = 0;
  for (const [place, { id, removed }] of articles.entries()) {
    of.set(id, [place, before]);
    if (!removed) before += 1;
  }
  return { articles, present, of };
}
