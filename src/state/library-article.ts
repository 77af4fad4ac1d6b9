import { type Annotator, type AnnotatorId, type ArticleAbout, type LayerStatus } from '#core/project/project.ts';

/** How far one annotator is with an article. */
export interface Progress {
  readonly annotatorId: AnnotatorId;
  readonly status: LayerStatus;
  readonly spanCount: number;
}

/** An article of the library as its table shows it. */
export interface LibraryArticle extends ArticleAbout {
  readonly words: number;
  readonly removed: boolean;
  readonly progress: readonly Progress[];
}

/** Those of the annotators who have begun one of the articles. */
export function annotatorsWhoBegan(
  annotators: readonly Annotator[],
  articles: readonly LibraryArticle[],
): readonly Annotator[] {
  const begun = new Set(articles.flatMap(({ progress }) => progress.map(({ annotatorId }) => annotatorId)));
  return annotators.filter(({ id }) => begun.has(id));
}
