import { lengthOf, type Span } from './span.ts';

/**
 * The spans of a paragraph's bucket that cover the UTF-16 offset, the shortest first. A caret right after a span's last
 * character still counts as in it, but comes after those that truly cover it.
 */
export function spansAt(bucket: readonly Span[], offset: number): readonly Span[] {
  const covering = bucket.filter((span) => span.ranges.some(({ from, to }) => from <= offset && offset < to));
  const ending = bucket.filter((span) => !covering.includes(span) && span.ranges.some(({ to }) => to === offset));
  return [...covering.toSorted(byLength), ...ending.toSorted(byLength)];
}

function byLength(a: Span, b: Span): number {
  return lengthOf(a) - lengthOf(b);
}
