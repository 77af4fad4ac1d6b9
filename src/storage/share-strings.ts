import { type LabelId } from '#core/labels/label-id.ts';
import { type Span, type SpanAttribute } from '#core/spans/span.ts';

const NO_ATTRIBUTES: readonly SpanAttribute[] = [];

/**
 * The same spans with one string for each label and, where a span was never changed, for its two times. What comes from the
 * disk has a string of its own in every field of every span, which is most of what a large layer takes of the memory.
 */
export function shareStrings(spans: readonly Span[]): readonly Span[] {
  const labels = new Map<LabelId, LabelId>();
  return spans.map((span): Span => {
    const label = labels.get(span.label) ?? span.label;
    labels.set(label, label);
    return {
      ...span,
      label,
      origin: ORIGINS[span.origin],
      attributes: span.attributes.length === 0 ? NO_ATTRIBUTES : span.attributes,
      changedAt: span.changedAt === span.createdAt ? span.createdAt : span.changedAt,
    };
  });
}

const ORIGINS = { hand: 'hand', suggestion: 'suggestion', import: 'import' } as const;
