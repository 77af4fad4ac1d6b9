import { type Span } from '#core/spans/span.ts';

/** The text of a span, its ranges joined by an ellipsis. */
export function quoteOf(text: string, span: Span): string {
  return span.ranges.map(({ from, to }) => text.slice(from, to)).join(' … ');
}
