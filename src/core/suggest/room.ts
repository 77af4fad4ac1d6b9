import { type Label } from '#core/labels/label-set.ts';
import { type Span } from '#core/spans/span.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';

/** Whether a label can have a new span on some words: `tagged` where it has one on just these. */
export type Room = 'free' | 'tagged' | 'overlapping';

/** Tells for any range what room these spans leave for one more span with the label; log n for each range. */
export function roomIn(
  spans: readonly Span[],
  { id, overlapsItself }: Pick<Label, 'id' | 'overlapsItself'>,
): (range: TextRange) => Room {
  const own = spans.filter(({ label }) => label === id);
  const whole = new Set(own.filter(({ ranges }) => ranges.length === 1).map(({ ranges }) => nameOf(ranges[0]!)));
  const taken = overlapsItself ? [] : joinRanges(own.flatMap(({ ranges }) => ranges));
  return (range) => {
    if (whole.has(nameOf(range))) return 'tagged';
    return overlapsOne(taken, range) ? 'overlapping' : 'free';
  };
}

/** True where one of the ranges, which are sorted and apart, overlaps this one. */
function overlapsOne(sorted: readonly TextRange[], { from, to }: TextRange): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.from < to) low = middle + 1;
    else high = middle;
  }
  return low > 0 && sorted[low - 1]!.to > from;
}

function nameOf({ from, to }: TextRange): string {
  return `${from}-${to}`;
}
