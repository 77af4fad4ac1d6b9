import { carryIndex } from './span-index.ts';
import { compareSpans, extentOf, type Span } from './span.ts';

/** `spans` (in reading order) with one more, in reading order; takes log n comparisons and one copy of the list. */
export function insertSpan(spans: readonly Span[], span: Span): readonly Span[] {
  const next = spans.toSpliced(placeOf(spans, span), 0, span);
  carryIndex(spans, next, span, 'in');
  return next;
}

/** `spans` (in reading order) without this one; throws a RangeError where it is not among them. */
export function withoutSpan(spans: readonly Span[], span: Span): readonly Span[] {
  const place = placeOf(spans, span);
  if (spans[place]?.id !== span.id) throw new RangeError(`span ${span.id} is not in the layer`);
  const next = spans.toSpliced(place, 1);
  carryIndex(spans, next, span, 'out');
  return next;
}

/** Index of the first span that does not come before `span` in reading order. */
export function placeOf(spans: readonly Span[], span: Span): number {
  return firstThat(spans, (each) => compareSpans(each, span) >= 0);
}

/** Index of the first span (of `spans` in reading order) that starts at the UTF-16 offset or later. */
export function firstStartingFrom(spans: readonly Span[], offset: number): number {
  return firstThat(spans, (each) => extentOf(each).from >= offset);
}

/** Index of the first span for which the test, which all after it pass too, is true; their number where none is. */
function firstThat(spans: readonly Span[], test: (span: Span) => boolean): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(spans[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
