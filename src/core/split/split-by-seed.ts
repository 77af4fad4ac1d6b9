import { total } from '#core/text/total.ts';
import { inDrawnOrder } from './in-drawn-order.ts';

/**
 * Puts each id into one part: gives the index of its share. The parts are as large as the shares say, to within one, and a
 * share above zero gets something as soon as there is enough. Depends on ids, shares and seed only, not on the order of the
 * ids; a few more ids move few of those that were there. Throws a RangeError for shares that are negative or all zero.
 */
export function splitBySeed<Id extends string>(
  ids: Iterable<Id>,
  shares: readonly number[],
  seed: string,
): ReadonlyMap<Id, number> {
  const whole = total(shares);
  if (!(whole > 0) || shares.some((share) => !(share >= 0))) {
    throw new RangeError(`the shares ${shares.join(', ')} cannot be split by`);
  }
  const drawn = inDrawnOrder(ids, seed);
  const sizes = sizesOf(drawn.length, shares, whole);
  const places = new Map<Id, number>();
  let at = 0;
  for (const [part, size] of sizes.entries()) {
    for (const id of drawn.slice(at, at + size)) places.set(id, part);
    at += size;
  }
  return places;
}

/** Whole numbers that add up to `count`: each share rounded down, and what is left to those that lost most by it. */
function sizesOf(count: number, shares: readonly number[], whole: number): readonly number[] {
  const exact = shares.map((share) => (count * share) / whole);
  const sizes = exact.map(Math.floor);
  const left = count - total(sizes);
  const byRest = [...exact.keys()]
    .filter((part) => shares[part]! > 0)
    .toSorted((a, b) => exact[b]! - sizes[b]! - (exact[a]! - sizes[a]!) || a - b);
  for (const part of byRest.slice(0, left)) sizes[part]! += 1;
  // A small share would stay empty among few ids, and a trainer cannot do without: the largest part gives one.
  if (count >= byRest.length) {
    for (const part of byRest.filter((each) => sizes[each] === 0)) {
      sizes[sizes.indexOf(Math.max(...sizes))]! -= 1;
      sizes[part]! += 1;
    }
  }
  return sizes;
}
