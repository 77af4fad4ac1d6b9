import { type Span } from '#core/spans/span.ts';
import { matchTwo } from './match-two.ts';
import { componentsOf, CROSS_LABEL_MIN_IOU, unitsOf } from './units.ts';

/** A span of each of two layers that are about the same thing. */
export interface SpanPair {
  readonly a: Span;
  readonly b: Span;
}

/** Every span of two layers exactly once. */
export interface SpanMatches {
  readonly pairs: readonly SpanPair[];
  readonly onlyA: readonly Span[];
  readonly onlyB: readonly Span[];
  /** Spans with the same label and ranges as another one of the same layer, which takes part in their place. */
  readonly repeatedA: readonly Span[];
  readonly repeatedB: readonly Span[];
}

export interface MatchOptions {
  /** From which share of common text on spans of different labels may match, 0 to 1; with 0 any common text is enough. */
  readonly crossLabelMinIoU?: number;
}

/**
 * The best one-to-one matching of the spans of two layers on one article, the same that `alignLayers` makes of two layers:
 * the most pairs with equal label and ranges, then with equal label, then with equal ranges, then with any text in common.
 * All lists are in reading order; how many pairs of each sort there are does not depend on which layer is `a`.
 */
export function matchSpans(
  a: readonly Span[],
  b: readonly Span[],
  { crossLabelMinIoU = CROSS_LABEL_MIN_IOU }: MatchOptions = {},
): SpanMatches {
  const units = unitsOf([a, b]);
  const tuples = componentsOf(
    units.filter(({ copy }) => copy === 0),
    crossLabelMinIoU,
  ).flatMap((part) => matchTwo(part, crossLabelMinIoU));
  const place = new Map(units.map((unit, index) => [unit, index]));
  const inOrder = tuples.toSorted((one, other) => place.get(one[0]!)! - place.get(other[0]!)!);
  const alone = (annotator: number): readonly Span[] =>
    inOrder.flatMap(([one, other]) => (!other && one!.annotator === annotator ? [one!.span] : []));
  const repeated = (annotator: number): readonly Span[] =>
    units.flatMap((unit) => (unit.copy > 0 && unit.annotator === annotator ? [unit.span] : []));
  return {
    pairs: inOrder.flatMap(([one, other]) => (other ? [{ a: one!.span, b: other.span }] : [])),
    onlyA: alone(0),
    onlyB: alone(1),
    repeatedA: repeated(0),
    repeatedB: repeated(1),
  };
}
