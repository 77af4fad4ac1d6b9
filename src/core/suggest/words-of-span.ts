import { type Span } from '#core/spans/span.ts';

/** The words of a span as one string; those of an interrupted span with a space between its ranges. */
export function wordsOf(text: string, span: Pick<Span, 'ranges'>): string {
  return span.ranges.map(({ from, to }) => text.slice(from, to)).join(' ');
}
