import { type AnnotatorId, type ArticleId, type LayerStatus, type ProjectId } from '#core/project/project.ts';
import { type ReviewedArticles } from '#workers/review-work.ts';
import { type ComparedChoice } from './review-state.ts';

/** True where a layer takes part in the comparison: who has not finished has left nothing out yet. */
export function isCompared(
  choice: ComparedChoice,
  { annotatorId, status }: { readonly annotatorId: AnnotatorId; readonly status: LayerStatus },
): boolean {
  return statusesOf(choice).includes(status) && (choice.annotatorIds?.has(annotatorId) ?? true);
}

/** The same choice for the worker, on these articles. */
export function comparedArticles(
  projectId: ProjectId,
  articleIds: readonly ArticleId[],
  choice: ComparedChoice,
): ReviewedArticles {
  const annotatorIds = choice.annotatorIds && [...choice.annotatorIds];
  return { projectId, articleIds, annotatorIds, statuses: statusesOf(choice) };
}

function statusesOf({ alsoInProgress }: ComparedChoice): readonly LayerStatus[] {
  return alsoInProgress ? ['done', 'in-progress'] : ['done'];
}
