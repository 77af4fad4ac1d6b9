import { type Statistic } from './bootstrap.ts';
import { disagreementWithin, krippendorffAlpha, nominal } from './krippendorff-alpha.ts';
import { type MeasuredAttribute } from './measure-attributes.ts';
import { jaccardDistance, masiDistance, type SetDistance } from './set-distance.ts';
import { emptyRow, joinColumns, put } from './statistic-rows.ts';

/** How values of an attribute are compared: single ones are the same or not, sets by what they share. */
export type ValueDistance = 'nominal' | 'jaccard' | 'masi';

/** The distances that make sense for the attribute. */
export function distancesFor({ isSet }: MeasuredAttribute): readonly ValueDistance[] {
  return isSet ? ['jaccard', 'masi'] : ['nominal'];
}

/**
 * Krippendorff's α of one attribute over aligned spans. A column for the disagreement by each distance, then one for each
 * value that occurs.
 */
export function attributeStatistic(measured: MeasuredAttribute): Statistic {
  const items: string[] = [];
  const sets: (readonly number[])[] = [];
  const itemPlaces = new Map<string, number>();
  const setPlaces = new Map<string, number>();
  const placeOf = (value: readonly string[]): number => {
    const set = value.map((item) => intern(item, item, itemPlaces, items)).toSorted((a, b) => a - b);
    return intern(set.join(' '), set, setPlaces, sets);
  };
  const articles = measured.articles.map(({ article, units }) => ({
    article,
    units: units.filter((unit) => unit.length >= 2).map((unit) => unit.map(placeOf)),
  }));
  const names = distancesFor(measured);
  const between = (name: ValueDistance) => {
    if (name === 'nominal') return nominal;
    const distance: SetDistance = name === 'jaccard' ? jaccardDistance : masiDistance;
    return (one: number, other: number) => distance(sets[one]!, sets[other]!);
  };
  const rows = articles
    .filter(({ units }) => units.length > 0)
    .map(({ article, units }) => {
      const row = emptyRow(article);
      for (const unit of units) {
        put(
          row,
          0,
          names.map((name) => disagreementWithin(unit, between(name))),
        );
        for (const place of unit) put(row, names.length + place, [1]);
      }
      return joinColumns(row);
    });
  return {
    width: names.length + sets.length,
    rows,
    measures: names.map((name, index) => ({
      name,
      articles: rows.length,
      of: (sums) => {
        const chosen = Array.from(sums.subarray(names.length));
        return krippendorffAlpha({ disagreement: sums[index]!, chosen }, between(name));
      },
    })),
  };
}

function intern<Value>(key: string, value: Value, places: Map<string, number>, values: Value[]): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, values.length);
  return values.push(value) - 1;
}
