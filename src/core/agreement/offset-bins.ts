import { t } from '#language/t.ts';
import { type OffsetCount } from './boundary-offsets.ts';

/** How many boundaries are off by `from` to `to` UTF-16 code units, both included. */
export interface OffsetBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Off by more than these is counted together: what is far off is no matter of where a boundary is drawn. */
const EDGES: readonly (readonly [number, number])[] = [
  [Number.NEGATIVE_INFINITY, -21],
  [-20, -11],
  [-10, -6],
  [-5, -3],
  [-2, -2],
  [-1, -1],
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 5],
  [6, 10],
  [11, 20],
  [21, Number.POSITIVE_INFINITY],
];

/** The counts in thirteen bins that are fine around 0 and coarse away from it, the same on both sides. */
export function offsetBins(counts: readonly OffsetCount[]): readonly OffsetBin[] {
  return EDGES.map(([from, to]) => ({
    from,
    to,
    count: counts.filter(({ offset }) => from <= offset && offset <= to).reduce((sum, { count }) => sum + count, 0),
  }));
}

/** `−2`, `3 to 5`, `21 or more`. */
export function binInWords({ from, to }: Pick<OffsetBin, 'from' | 'to'>): string {
  if (from === Number.NEGATIVE_INFINITY) return t`${signed(to)} or less`;
  if (to === Number.POSITIVE_INFINITY) return t`${signed(from)} or more`;
  return from === to ? signed(from) : t`${signed(from)} to ${signed(to)}`;
}

function signed(number: number): string {
  return number < 0 ? `−${-number}` : `${number}`;
}
