import { type LabelId } from '#core/labels/label-set.ts';
import { type TextRange } from '#core/text/range.ts';

/** Identifies a span within its layer. */
export type SpanId = string & { readonly brand: 'SpanId' };

/** How a span came to be: marked by a person, accepted from a suggestion, or read from a file of another tool. */
export type Origin = 'hand' | 'suggestion' | 'import';

/**
 * A label on one or more ranges of an article. Several ranges make one interrupted span; they are sorted, not empty and
 * neither overlap nor touch. Times are ISO 8601 strings in UTC.
 */
export interface Span {
  readonly id: SpanId;
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly note: string;
  readonly origin: Origin;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** From the first range's start to the last range's end, gaps included. */
export function extentOf(span: Span): TextRange {
  return { from: span.ranges[0]!.from, to: span.ranges.at(-1)!.to };
}

/** Number of UTF-16 code units in the span's ranges, gaps left out. */
export function lengthOf(span: Span): number {
  return span.ranges.reduce((sum, range) => sum + range.to - range.from, 0);
}

/** Order of reading: by start, the longer extent first, then label, then id, so that the order is total and stable. */
export function compareSpans(a: Span, b: Span): number {
  const one = extentOf(a);
  const two = extentOf(b);
  return one.from - two.from || two.to - one.to || compareText(a.label, b.label) || compareText(a.id, b.id);
}

/** True where label, ranges, note, origin and times are all equal. */
export function sameSpan(a: Span, b: Span): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(span: Span): unknown {
  const { id, label, ranges, note, origin, createdAt, changedAt } = span;
  return [id, label, ranges.map(({ from, to }) => [from, to]), note, origin, createdAt, changedAt];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
