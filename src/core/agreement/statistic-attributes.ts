import { type Statistic } from './bootstrap.ts';
import { type CategoryDistance, nominal } from './krippendorff-alpha.ts';
import { type MeasuredAttribute } from './measure-attributes.ts';
import { jaccardDistance, masiDistance } from './set-distance.ts';
import { alphaStatistic, type OccurringSets, occurringSets, tabulated } from './statistic-alpha.ts';

/** How values of an attribute are compared: single ones are the same or not, sets by what they share. */
export type ValueDistance = 'nominal' | 'jaccard' | 'masi';

/** The distances that make sense for the attribute. */
export function distancesFor({ isSet }: MeasuredAttribute): readonly ValueDistance[] {
  return isSet ? ['jaccard', 'masi'] : ['nominal'];
}

/** Krippendorff's α of one attribute over aligned spans. */
export function attributeStatistic(measured: MeasuredAttribute): Statistic {
  const items = new Map<string, number>();
  const itemPlaceOf = (item: string): number => {
    const place = items.get(item) ?? items.size;
    items.set(item, place);
    return place;
  };
  const occurring = occurringSets();
  const placeOf = (value: readonly string[]): number =>
    occurring.placeOf(value.map(itemPlaceOf).toSorted((a, b) => a - b));
  const articles = measured.articles.map(({ article, units }) => ({
    article,
    units: units.filter((unit) => unit.length >= 2).map((unit) => ({ count: 1, unit: unit.map(placeOf) })),
  }));
  return alphaStatistic(
    articles.filter(({ units }) => units.length > 0),
    occurring.sets.length,
    distancesFor(measured).map((name) => [name, distanceBy(name, occurring)]),
  );
}

function distanceBy(name: ValueDistance, occurring: OccurringSets): CategoryDistance {
  switch (name) {
    case 'nominal':
      return nominal;
    case 'jaccard':
      return tabulated(occurring, jaccardDistance);
    case 'masi':
      return tabulated(occurring, masiDistance);
  }
}
