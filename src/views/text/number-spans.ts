import { type Span, type SpanId } from '#core/spans/span.ts';

/**
 * Writes the place of each span in the list, from 1 on, to the last piece of it that is painted below `within`; on paper the
 * number stands there. Gives back what takes the numbers away.
 */
export function numberSpans(within: ParentNode, spans: readonly Span[]): () => void {
  const last = new Map<string, HTMLElement>();
  for (const piece of within.querySelectorAll<HTMLElement>('[data-text] [data-span]')) {
    last.set(piece.dataset['span']!, piece);
  }
  const numbers = new Map<SpanId, number>(spans.map(({ id }, index) => [id, index + 1]));
  for (const [id, piece] of last) {
    const number = numbers.get(id as SpanId);
    if (number !== undefined) piece.dataset['number'] = String(number);
  }
  return () => {
    for (const piece of last.values()) delete piece.dataset['number'];
  };
}
