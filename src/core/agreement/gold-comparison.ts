import { type AnnotatorId, type Layer } from '#core/project/project.ts';
import { compareText } from '#core/text/compare-text.ts';
import { beforeReview } from './before-review.ts';
import { type AgreementInput, type Comparison, comparisonOf, type ComparisonChoice } from './compared.ts';

/** Whom gold stands for where two annotators are compared. No annotator has an empty id, and in order it is the first. */
export const AS_GOLD = '' as AnnotatorId;

/** Gold of the reviewed articles, one layer each; a text that was corrected is not counted any more. */
export function reviewedIn({ articles, gold = [] }: AgreementInput): readonly Layer[] {
  const ids = new Set(articles.map(({ id }) => id));
  const corrected = new Set<string>(articles.map(({ correctionOf }) => correctionOf));
  return gold.filter(({ articleId }) => ids.has(articleId) && !corrected.has(articleId));
}

/**
 * One annotator and gold, as AS_GOLD, on the reviewed articles. The annotator's layers are those that the choice compares, so
 * that by default they are as they were before review; gold itself is what review made of them.
 */
export function goldComparison(
  { articles, layers, labelSet, decisions = [], gold = [] }: AgreementInput,
  { includesInProgress, includesChangedSince }: ComparisonChoice,
  annotatorId: AnnotatorId,
): Comparison {
  const own = layers.filter((layer) => layer.annotatorId === annotatorId);
  const kept = includesChangedSince ? own : beforeReview(own, decisions).kept;
  const asGold = gold.map((layer): Layer => ({ ...layer, annotatorId: AS_GOLD, status: 'done' }));
  return comparisonOf(
    { articles, layers: [...kept, ...asGold], labelSet },
    { annotatorIds: undefined, includesInProgress, includesChangedSince: true },
  );
}

/** The chosen annotators who have a layer on a reviewed article, by id. */
export function judgedByGold(input: AgreementInput, { annotatorIds }: ComparisonChoice): readonly AnnotatorId[] {
  const reviewed = new Set(reviewedIn(input).map(({ articleId }) => articleId));
  const ids = new Set(
    input.layers.filter(({ articleId }) => reviewed.has(articleId)).map(({ annotatorId }) => annotatorId),
  );
  return [...ids].filter((id) => annotatorIds?.includes(id) ?? true).toSorted(compareText);
}
