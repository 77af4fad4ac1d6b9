import { type LibraryArticle } from './library-article.ts';

/** Finds the articles that have every word of the query in title, author, source, date or language. Case does not count. */
export type ArticleFinder = (articles: readonly LibraryArticle[], query: string) => readonly LibraryArticle[];

/**
 * Makes a finder that remembers what it compares each article by, so that typing costs little however many there are. A query
 * without words gives back the list itself.
 */
export function createArticleFinder(): ArticleFinder {
  const compared = new WeakMap<LibraryArticle, string>();
  const wordsOf = (article: LibraryArticle): string => {
    const known = compared.get(article);
    if (known !== undefined) return known;
    const { title, author, source, date, language } = article;
    const words = `${title} ${author} ${source} ${date} ${language}`.toLocaleLowerCase();
    compared.set(article, words);
    return words;
  };
  return (articles, query) => {
    const wanted = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return articles;
    return articles.filter((article) => wanted.every((word) => wordsOf(article).includes(word)));
  };
}
