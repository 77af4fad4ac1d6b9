import { type Statistic } from './bootstrap.ts';
import { type CategoryDistance, disagreementWithin, krippendorffAlpha } from './krippendorff-alpha.ts';
import { type SetDistance } from './set-distance.ts';
import { emptyRow, joinColumns, put } from './statistic-rows.ts';

/** What annotators chose in an article: units by the places of their sets, each of which stands for `count` alike. */
export interface ChosenSets {
  /** The article's place among all. */
  readonly article: number;
  readonly units: readonly { readonly count: number; readonly unit: readonly number[] }[];
}

/** The sets that occur, in the order in which they were first asked about. */
export interface OccurringSets {
  readonly sets: readonly (readonly number[])[];
  /** The place of the set, which must be in ascending order. */
  readonly placeOf: (set: readonly number[]) => number;
}

/** No sets yet. */
export function occurringSets(): OccurringSets {
  const sets: (readonly number[])[] = [];
  const places = new Map<string, number>();
  const placeOf = (set: readonly number[]): number => {
    const key = set.join(' ');
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, sets.length);
    return sets.push(set) - 1;
  };
  return { sets, placeOf };
}

/** The distances of all sets that occur, computed once. */
export function tabulated({ sets }: OccurringSets, distance: SetDistance): CategoryDistance {
  const table = sets.map((one) => sets.map((other) => distance(one, other)));
  return (one, other) => table[one]![other]!;
}

/**
 * Krippendorff's α by each of the named distances of so many sets. A column for the disagreement by each distance, then one
 * for each set.
 */
export function alphaStatistic(
  articles: readonly ChosenSets[],
  sets: number,
  distances: readonly (readonly [name: string, CategoryDistance])[],
): Statistic {
  const first = distances.length;
  const rows = articles.map(({ article, units }) => {
    const row = emptyRow(article);
    for (const { count, unit } of units) {
      put(
        row,
        0,
        distances.map(([, distance]) => count * disagreementWithin(unit, distance)),
      );
      for (const place of unit) put(row, first + place, [count]);
    }
    return joinColumns(row);
  });
  const measures = distances.map(([name, distance], index) => ({
    name,
    articles: rows.length,
    of: (sums: Float64Array) =>
      krippendorffAlpha({ disagreement: sums[index]!, chosen: Array.from(sums.subarray(first)) }, distance),
  }));
  return { width: first + sets, rows, measures };
}
