import { type LibraryArticle } from './library-article.ts';

/** How much there is to be reviewed. */
export interface Reviewable {
  /** Articles that two annotators or more have done. */
  readonly articles: number;
  /** Those who have done one of these. */
  readonly annotators: number;
}

/** What of these articles can be reviewed. */
export function reviewableIn(articles: readonly LibraryArticle[]): Reviewable {
  const people = new Set<string>();
  let found = 0;
  for (const { progress } of articles) {
    const done = progress.filter(({ status }) => status === 'done');
    if (done.length < 2) continue;
    found += 1;
    for (const { annotatorId } of done) people.add(annotatorId);
  }
  return { articles: found, annotators: people.size };
}
