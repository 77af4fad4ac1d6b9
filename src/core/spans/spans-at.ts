import { lengthOf, type Span } from './span.ts';
import { spansOverlapping } from './span-index.ts';

/**
 * Those of the spans (in reading order) that cover the UTF-16 offset, the shortest first. A caret right after a span's last
 * character still counts as in it, but comes after those that truly cover it.
 */
export function spansAt(spans: readonly Span[], offset: number): readonly Span[] {
  const near = spansOverlapping(spans, { from: offset - 1, to: offset + 1 });
  const covering = near.filter((span) => span.ranges.some(({ from, to }) => from <= offset && offset < to));
  const ending = near.filter((span) => !covering.includes(span) && span.ranges.some(({ to }) => to === offset));
  return [...covering.toSorted(byLength), ...ending.toSorted(byLength)];
}

function byLength(a: Span, b: Span): number {
  return lengthOf(a) - lengthOf(b);
}
