import { type SpanRef } from '#core/alignment/group.ts';
import { plainAttributes, type Span } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';

/** What a span says about the text: all of it that a reviewer compares. */
export type Marking = Pick<Span, 'label' | 'ranges' | 'attributes'>;

/** The marking as text: the same for equal markings, and different for any two that differ. */
export function markingText({ label, ranges, attributes }: Marking): string {
  const places = ranges.map(({ from, to }) => [from, to]);
  return JSON.stringify([label, places, plainAttributes(attributes)]);
}

/** True where label, ranges and attributes are equal. */
export function sameMarking(a: Marking, b: Marking): boolean {
  return markingText(a) === markingText(b);
}

/** A span's name in its article, different for different spans of different layers. */
export function refText({ annotatorId, spanId }: SpanRef): string {
  return JSON.stringify([annotatorId, spanId]);
}

/** The order in which decisions name spans: by annotator, then by span. */
export function compareRefs(a: SpanRef, b: SpanRef): number {
  return compareText(a.annotatorId, b.annotatorId) || compareText(a.spanId, b.spanId);
}
