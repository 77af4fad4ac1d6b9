import { matchSpans } from '#core/alignment/match-spans.ts';
import { type Span } from '#core/spans/span.ts';

/** Spans of two annotators that are about the same thing. */
export interface SpanMatch {
  readonly one: Span;
  readonly other: Span;
}

/**
 * The spans of two layers matched one to one, as review shows them. `crossLabelMinIoU` is the share of common text from which
 * on spans of different labels may match, as in `matchSpans`; it is a half unless it is given.
 */
export function matchPair(
  one: readonly Span[],
  other: readonly Span[],
  crossLabelMinIoU?: number,
): readonly SpanMatch[] {
  const { pairs } = matchSpans(one, other, crossLabelMinIoU === undefined ? {} : { crossLabelMinIoU });
  return pairs.map(({ a, b }) => ({ one: a, other: b }));
}
