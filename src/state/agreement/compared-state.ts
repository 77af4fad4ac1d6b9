import { type ArticleId, type Project } from '#core/project/project.ts';
import { type Database } from '#storage/database.ts';
import { countDecisions } from '#storage/decisions.ts';
import { loadHeads } from '#storage/layers.ts';
import { loadReviews } from '#storage/reviews.ts';

/**
 * Tells what is compared as it is on the disk apart from what it was: two texts are the same where no article, layer, review or
 * label has changed, in whichever tab. Reads no text and no span.
 */
export async function comparedState(
  database: Database,
  { id, labelSet }: Project,
  articleIds: ReadonlySet<ArticleId>,
): Promise<string> {
  const [heads, reviews, decisions] = await Promise.all([
    loadHeads(database, id),
    loadReviews(database, id),
    countDecisions(database, id),
  ]);
  const layers = heads.map((head) => [head.articleId, head.annotatorId, head.number, head.status, head.changedAt]);
  return JSON.stringify([id, labelSet, [...articleIds], layers, reviews, decisions]);
}
