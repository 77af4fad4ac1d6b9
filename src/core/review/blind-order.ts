import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { inDrawnOrder } from '#core/split/in-drawn-order.ts';
import { lettersOf } from '#core/text/letters-of.ts';

/**
 * A letter for each annotator (A, B, … Z, AA, …) by which a reviewer tells them apart without knowing who they are: shuffled
 * anew for each article by its id, so that neither names nor another article give them away. The order in which the annotators
 * are given does not matter, and the map is in the order of the letters.
 */
export function blindOrder(
  articleId: ArticleId,
  annotatorIds: Iterable<AnnotatorId>,
): ReadonlyMap<AnnotatorId, string> {
  return new Map(inDrawnOrder(annotatorIds, articleId).map((id, index) => [id, lettersOf(index)]));
}
