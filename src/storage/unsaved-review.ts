import { type ProjectId } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { type Database } from './database.ts';
import { appendDecisions } from './decisions.ts';
import { rowsOfArticle } from './rows-of.ts';
import { type ReviewRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/** One thing that a reviewer did and that is written whole: decisions made at once, or an article called finished. */
export type ReviewWrite =
  | { readonly kind: 'decisions'; readonly projectId: ProjectId; readonly decisions: readonly Decision[] }
  | { readonly kind: 'finish'; readonly row: ReviewRow };

/** What was on its way to the disk when the page of a review went away, in its order. */
export interface UnsavedReview {
  readonly review: readonly ReviewWrite[];
}

/**
 * Writes what a page could not save any more and forgets the setting that held it, in one transaction. Decisions that are in
 * their log are passed over; an article about which somebody decided after it was finished stays open.
 */
export async function restoreReview(database: Database, name: string, { review }: UnsavedReview): Promise<void> {
  const { decisions, reviews, settings } = database;
  await guarded(() =>
    database.transaction('rw', decisions, reviews, settings, async () => {
      for (const write of review) {
        if (write.kind === 'decisions') await appendMissing(database, write.projectId, write.decisions);
        else await finish(database, write.row);
      }
      await settings.delete(name);
    }),
  );
}

async function appendMissing(database: Database, projectId: ProjectId, made: readonly Decision[]): Promise<void> {
  const known = new Set<string>();
  for (const articleId of new Set(made.map((decision) => decision.articleId))) {
    const rows = await rowsOfArticle(database.decisions, projectId, articleId).toArray();
    for (const { id } of rows) known.add(id);
  }
  const missing = made.filter(({ id }) => !known.has(id));
  if (missing.length > 0) await appendDecisions(database, projectId, missing);
}

async function finish(database: Database, row: ReviewRow): Promise<void> {
  const { projectId, articleId, finishedAt } = row;
  const log = await rowsOfArticle(database.decisions, projectId, articleId).toArray();
  if (log.every(({ at }) => compareTimes(at, finishedAt) <= 0)) await database.reviews.put(row);
}
