/** Rows and the gaps between them, from the top of a table to its end. A gap stands for rows that are not in the page. */
export type RowOrGap =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly from: number; readonly height: number };

/**
 * Where each row begins, in pixels below the first, and last of all where the last one ends. A row that was never measured is
 * taken to be as high as `usual`.
 */
export function placesOf(keys: readonly string[], heights: ReadonlyMap<string, number>, usual: number): Float64Array {
  const places = new Float64Array(keys.length + 1);
  let at = 0;
  for (const [index, key] of keys.entries()) {
    at += heights.get(key) ?? usual;
    places[index + 1] = at;
  }
  return places;
}

/** The row at this many pixels below the first: the first row for what lies above, the last for what lies below all. */
export function rowAt(places: Float64Array, pixels: number): number {
  let from = 0;
  let to = places.length - 2;
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (places[middle]! <= pixels) from = middle;
    else to = middle - 1;
  }
  return Math.max(0, from);
}

/**
 * The rows `from` to `to` (both included) and, wherever they are, those next to the rows that must stay, so that the keyboard
 * finds what comes before and after them. Whatever is left out is a gap of the same height.
 */
export function rowsAndGaps(
  places: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
  staying: readonly number[],
): readonly RowOrGap[] {
  const length = places.length - 1;
  const wanted = new Set<number>();
  for (const index of staying) for (let step = -NEXT_TO; step <= NEXT_TO; step += 1) wanted.add(index + step);
  for (let index = from; index <= to; index += 1) wanted.add(index);
  const parts: RowOrGap[] = [];
  let end = 0;
  const fill = (until: number): void => {
    if (until > end) parts.push({ kind: 'gap', from: end, height: places[until]! - places[end]! });
  };
  for (const index of [...wanted].filter((each) => each >= 0 && each < length).sort((a, b) => a - b)) {
    fill(index);
    parts.push({ kind: 'row', index });
    end = index + 1;
  }
  fill(length);
  return parts;
}

/** So many rows on either side of one that stays are there too. */
const NEXT_TO = 2;
