import { type Span } from './span.ts';

/** Label and ranges of a span as one key: two spans have the same where both are the same, and only there. */
export function labelAndPlace({ label, ranges }: Pick<Span, 'label' | 'ranges'>): string {
  let key = '';
  for (const { from, to } of ranges) key += `${from}-${to} `;
  // No range has a bar in it, so that what follows the first is the label, whatever it holds.
  return `${key}|${label}`;
}
