import { type CategoryDistance, disagreementWithin, krippendorffAlpha } from './krippendorff-alpha.ts';
import { type Statistic } from './bootstrap.ts';
import { type ArticleText } from './measure-text.ts';
import { jaccardDistance, masiDistance, nominalDistance, type SetDistance } from './set-distance.ts';
import { emptyRow, joinColumns, put } from './statistic-rows.ts';

/** How sets of labels are compared, with the name of each figure. */
const SET_DISTANCES = ['nominal', 'jaccard', 'masi'] as const;

/**
 * Krippendorff's α over tokens that each have a set of labels, by the distances of sets. A column for the disagreement by each
 * distance, then one for each set that occurs.
 */
export function setStatistic(texts: readonly ArticleText[]): Statistic {
  const sets: (readonly number[])[] = [];
  const places = new Map<string, number>();
  const placeOf = (set: readonly number[]): number => {
    const key = set.join(' ');
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, sets.length);
    sets.push(set);
    return sets.length - 1;
  };
  const units = texts.map(({ sets: segments }) =>
    segments.map((one) => ({ count: one.count, unit: one.sets.map(placeOf) })),
  );
  const distances: Readonly<Record<(typeof SET_DISTANCES)[number], CategoryDistance>> = {
    nominal: tabulated(sets, nominalDistance),
    jaccard: tabulated(sets, jaccardDistance),
    masi: tabulated(sets, masiDistance),
  };
  const first = SET_DISTANCES.length;
  const rows = units.map((segments, article) => {
    const row = emptyRow(article);
    for (const { count, unit } of segments) {
      put(
        row,
        0,
        SET_DISTANCES.map((name) => count * disagreementWithin(unit, distances[name])),
      );
      for (const place of unit) put(row, first + place, [count]);
    }
    return joinColumns(row);
  });
  const measures = SET_DISTANCES.map((name, index) => ({
    name,
    articles: rows.length,
    of: (sums: Float64Array) =>
      krippendorffAlpha({ disagreement: sums[index]!, chosen: Array.from(sums.subarray(first)) }, distances[name]),
  }));
  return { width: first + sets.length, rows, measures };
}

/** The distances of all sets that occur, computed once. */
function tabulated(sets: readonly (readonly number[])[], distance: SetDistance): CategoryDistance {
  const table = sets.map((one) => sets.map((other) => distance(one, other)));
  return (one, other) => table[one]![other]!;
}
