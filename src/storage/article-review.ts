import { type AnnotatorId, type Article, type ArticleId, type Layer, type ProjectId } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { toArticle } from './articles.ts';
import { type Database } from './database.ts';
import { readLog } from './decisions.ts';
import { layerReader, readTables, standingChanges } from './label-changes.ts';
import { loadHeadsOf } from './layers.ts';
import { rowsOfArticle } from './rows-of.ts';
import { isBegun, type LayerRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/** An article with what a review of it needs, all from one moment. */
export interface ArticleReview {
  readonly article: Article;
  /** Everybody who has begun with the article, compared or not. */
  readonly annotatorIds: readonly AnnotatorId[];
  /** The layers that are compared, by annotator, as they are under the label set of today. */
  readonly layers: readonly Layer[];
  /** Oldest first. */
  readonly log: readonly Decision[];
  /** ISO time at which the review was called finished, or empty. */
  readonly finishedAt: string;
  readonly openThreads: number;
}

/** Which article, and whose layers on it are compared. */
export interface ReviewChoice {
  readonly projectId: ProjectId;
  readonly articleId: ArticleId;
  readonly isCompared: (head: LayerRow) => boolean;
}

/** Reads an article with the layers that are compared and its log in one transaction; undefined where there is none. */
export async function readReview(
  database: Database,
  { projectId, articleId, isCompared }: ReviewChoice,
): Promise<ArticleReview | undefined> {
  const { articles, layers, decisions, reviews, threads } = database;
  return guarded(() =>
    database.transaction('r', [articles, layers, decisions, reviews, threads, ...readTables(database)], async () => {
      const [about, text, heads, standing, review] = await Promise.all([
        articles.get([projectId, articleId]),
        database.texts.get(articleId),
        loadHeadsOf(database, projectId, articleId),
        standingChanges(database, projectId),
        reviews.get([projectId, articleId]),
      ]);
      if (!about || !text) return undefined;
      const { decisions: log } = await readLog(database, projectId, articleId, standing);
      const read = await layerReader(database, projectId, standing);
      const stored = await Promise.all(heads.filter(isCompared).map(read));
      const open = await rowsOfArticle(threads, projectId, articleId)
        .filter(({ isResolved }) => !isResolved)
        .count();
      return {
        article: toArticle(about, text.text),
        annotatorIds: heads.filter(isBegun).map(({ annotatorId }) => annotatorId),
        layers: stored.map(({ layer }) => layer),
        log,
        finishedAt: review?.finishedAt ?? '',
        openThreads: open,
      };
    }),
  );
}
