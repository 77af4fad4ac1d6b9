import { type SpanRef } from '#core/alignment/group.ts';
import { isRange } from '#core/labels/attribute.ts';
import { type Span, type SpanAttribute } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type TextRange } from '#core/text/range.ts';

/** What a span says about the text: all of it that a reviewer compares. */
export type Marking = Pick<Span, 'label' | 'ranges' | 'attributes'>;

/** The marking as text: the same for equal markings, and different for any two that differ. */
export function markingText({ label, ranges, attributes }: Marking): string {
  return JSON.stringify([label, pairs(ranges), attributes.map(plainAttribute)]);
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

/** JSON.stringify keeps the order in which fields were set, which says nothing. */
function plainAttribute({ id, value }: SpanAttribute): unknown {
  return [id, isRange(value) ? { from: value.from, to: value.to } : value];
}

function pairs(ranges: readonly TextRange[]): unknown {
  return ranges.map(({ from, to }) => [from, to]);
}
