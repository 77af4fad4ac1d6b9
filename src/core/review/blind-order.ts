import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { seededNumber } from '#core/split/seeded-number.ts';
import { compareText } from '#core/text/compare-text.ts';

/**
 * A letter for each annotator (A, B, … Z, AA, …) by which a reviewer tells them apart without knowing who they are: shuffled
 * anew for each article by its id, so that neither names nor another article give them away. The order in which the annotators
 * are given does not matter, and the map is in the order of the letters.
 */
export function blindOrder(
  articleId: ArticleId,
  annotatorIds: Iterable<AnnotatorId>,
): ReadonlyMap<AnnotatorId, string> {
  const drawn = [...new Set(annotatorIds)]
    .map((id) => ({ id, number: seededNumber(articleId, id) }))
    .toSorted((a, b) => a.number - b.number || compareText(a.id, b.id));
  return new Map(drawn.map(({ id }, index) => [id, lettersOf(index)]));
}

/** As columns of a table are named: 0 is A, 25 is Z, 26 is AA. */
function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}
