import { total } from '#core/text/total.ts';
import { type Outcome, undefinedOutcome } from './figure.ts';

/** Sums over items that all have the same number of ratings; of two sets of items they can be added. */
export interface FleissSums {
  readonly items: number;
  readonly raters: number;
  /** By category: its ratings over all items, and the sum of the squares of how many an item has. */
  readonly ratings: readonly number[];
  readonly squares: readonly number[];
}

/** The sums of items that are given by how many ratings each category has. Throws a RangeError where their numbers differ. */
export function fleissSums(items: readonly (readonly number[])[]): FleissSums {
  const raters = total(items[0] ?? []);
  const ratings = (items[0] ?? []).map(() => 0);
  const squares = ratings.slice();
  for (const item of items) {
    if (total(item) !== raters) throw new RangeError(`an item has ${total(item)} ratings, another ${raters}`);
    for (const [category, count] of item.entries()) {
      ratings[category]! += count;
      squares[category]! += count * count;
    }
  }
  return { items: items.length, raters, ratings, squares };
}

/**
 * Fleiss' κ for any number of annotators who all rated every item (Fleiss 1971, Measuring nominal scale agreement among
 * many raters). With two annotators it is Scott's π, not Cohen's κ.
 */
export function fleissKappa({ items, raters, ratings, squares }: FleissSums): Outcome {
  if (items === 0) return undefinedOutcome('no-data');
  if (raters < 2) return undefinedOutcome('one-annotator', items);
  const all = items * raters;
  const observed = (total(squares) - all) / (all * (raters - 1));
  const sameByChance = ratings.reduce((sum, count) => sum + count * count, 0);
  const expected = sameByChance / (all * all);
  if (sameByChance === all * all) return { value: null, reason: 'no-variation', n: items, observed, expected };
  return { value: (observed - expected) / (1 - expected), n: items, observed, expected };
}

/** Fleiss' κ of each category against all others (Fleiss 1971, with unrounded shares); no variation where all or none chose it. */
export function fleissByCategory({ items, raters, ratings, squares }: FleissSums): readonly Outcome[] {
  const all = items * raters;
  return ratings.map((count, category) => {
    if (items === 0) return undefinedOutcome('no-data');
    if (raters < 2) return undefinedOutcome('one-annotator', items);
    if (count === 0 || count === all) return undefinedOutcome('no-variation', items);
    const share = count / all;
    const disagreeing = raters * count - squares[category]!;
    return { value: 1 - disagreeing / (all * (raters - 1) * share * (1 - share)), n: items };
  });
}
