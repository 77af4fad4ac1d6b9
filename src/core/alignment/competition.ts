import { type AlignmentCosts } from './alignment-costs.ts';
import { positionalDistance } from './overlap.ts';
import { CROSS_LABEL_MIN_IOU, mayCompete, type Unit } from './units.ts';

/** The weight of how far places are apart and of a different label, against 1 for an annotator who has nothing. */
const PLACE = 3;
const LABEL = 1;

/**
 * The costs by which spans of three or more annotators are put into groups: those of γ, but for spans that may not compete.
 * Without that rule a quotation and a name inside it would be one group, as two with nobody are dearer than any distance.
 */
export function competitionCosts(annotators: number): AlignmentCosts<Unit> {
  return { annotators, missing: 1, costOf };
}

function costOf(one: Unit, other: Unit): number {
  if (!mayCompete(one, other, CROSS_LABEL_MIN_IOU)) return Infinity;
  const place = PLACE * positionalDistance(one.span.ranges, other.span.ranges);
  return place + (one.span.label === other.span.label ? 0 : LABEL);
}
