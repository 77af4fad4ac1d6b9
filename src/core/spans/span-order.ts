import { compareSpans, type Span, type SpanId } from './span.ts';

/** `spans` (in reading order) with one more, in reading order; takes log n comparisons and one copy. */
export function insertSpan(spans: readonly Span[], span: Span): readonly Span[] {
  return spans.toSpliced(placeOf(spans, span), 0, span);
}

/** `spans` (in reading order) without this one; throws a RangeError where it is not among them. */
export function withoutSpan(spans: readonly Span[], span: Span): readonly Span[] {
  const place = placeOf(spans, span);
  if (spans[place]?.id !== span.id) throw new RangeError(`span ${span.id} is not in the layer`);
  return spans.toSpliced(place, 1);
}

/** The span with this id, or undefined. */
export function findSpan(spans: readonly Span[], id: SpanId | undefined): Span | undefined {
  return id === undefined ? undefined : spans.find((span) => span.id === id);
}

/** Index of the first span that does not come before `span` in reading order. */
export function placeOf(spans: readonly Span[], span: Span): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareSpans(spans[middle]!, span) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
