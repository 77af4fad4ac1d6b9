/** A stretch of one list and what stands in its place in the other; either may be empty. Half-open indexes. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * The fewest removals and insertions that turn `before` into `after` (Myers' greedy search), as replacements in order that
 * neither overlap nor touch; undefined where more than `most` are needed. Takes time in proportion to the length and to
 * the square of the number of changes.
 */
export function shortestScript(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  most: number,
): readonly Replacement[] | undefined {
  const limit = Math.min(most, before.length + after.length);
  // reach[k + middle] is how far into `before` the best way on diagonal k has come; diagonal k is x - y.
  const middle = limit + 1;
  const reach = new Int32Array(2 * limit + 3);
  const trail: Int32Array[] = [];
  for (let cost = 0; cost <= limit; cost += 1) {
    // Only the diagonals that this round can read are kept, or the trail would grow with the length of the lists.
    trail.push(reach.slice(middle - cost - 1, middle + cost + 2));
    for (let k = -cost; k <= cost; k += 2) {
      const isDown = k === -cost || (k !== cost && reach[middle + k - 1]! < reach[middle + k + 1]!);
      let x = isDown ? reach[middle + k + 1]! : reach[middle + k - 1]! + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      reach[middle + k] = x;
      if (x >= before.length && x - k >= after.length) return wayBack(trail, before.length, after.length);
    }
  }
  return undefined;
}

/** Follows the trail from the end to the start, joining steps between which nothing is kept. */
function wayBack(trail: readonly Int32Array[], length: number, newLength: number): readonly Replacement[] {
  const found: Replacement[] = [];
  let [x, y] = [length, newLength];
  for (let cost = trail.length - 1; cost > 0; cost -= 1) {
    const reach = trail[cost]!;
    const at = (diagonal: number): number => reach[diagonal + cost + 1]!;
    const k = x - y;
    const isDown = k === -cost || (k !== cost && at(k - 1) < at(k + 1));
    const [fromX, toX] = isDown ? [at(k + 1), at(k + 1)] : [at(k - 1), at(k - 1) + 1];
    const [fromY, toY] = isDown ? [toX - k - 1, toX - k] : [fromX - k + 1, toX - k];
    const last = found.at(-1);
    const step = { from: fromX, to: toX, newFrom: fromY, newTo: toY };
    if (last && last.from === toX && last.newFrom === toY) {
      found[found.length - 1] = { ...last, from: fromX, newFrom: fromY };
    } else {
      found.push(step);
    }
    [x, y] = [fromX, fromY];
  }
  return found.toReversed();
}
