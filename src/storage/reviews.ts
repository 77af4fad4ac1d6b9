import { type ProjectId } from '#core/project/project.ts';
import { type Database } from './database.ts';
import { readInParts } from './read-in-parts.ts';
import { type ReviewRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/** The articles of a project that a reviewer has called finished, and that nobody has decided about since, by article. */
export async function loadReviews(database: Database, projectId: ProjectId): Promise<readonly ReviewRow[]> {
  return guarded(() => readInParts(database.reviews, projectId, (row) => [row.projectId, row.articleId]));
}

/** Notes that an article is finished. A decision that is appended later takes the note away (see appendDecisions). */
export async function saveReview(database: Database, row: ReviewRow): Promise<void> {
  await guarded(() => database.reviews.put(row));
}

/** Opens a finished article again; nothing happens where it is open. */
export async function removeReview(
  database: Database,
  { projectId, articleId }: Pick<ReviewRow, 'projectId' | 'articleId'>,
): Promise<void> {
  await guarded(() => database.reviews.delete([projectId, articleId]));
}
