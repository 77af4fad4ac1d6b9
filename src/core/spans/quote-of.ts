import { type Span } from './span.ts';

/** The text of a span, its ranges joined by an ellipsis. */
export function quoteOf(text: string, { ranges }: Pick<Span, 'ranges'>): string {
  return ranges.map(({ from, to }) => text.slice(from, to)).join(' … ');
}
