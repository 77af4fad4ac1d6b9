import { type Statistic } from './bootstrap.ts';
import { type ArticleText } from './measure-text.ts';
import { jaccardDistance, masiDistance, nominalDistance } from './set-distance.ts';
import { alphaStatistic, occurringSets, tabulated } from './statistic-alpha.ts';

/** Krippendorff's α over tokens that each have a set of labels, by the distances of sets: `nominal`, `jaccard` and `masi`. */
export function setStatistic(texts: readonly ArticleText[]): Statistic {
  const occurring = occurringSets();
  const articles = texts.map(({ sets: segments }, article) => ({
    article,
    units: segments.map(({ count, sets }) => ({ count, unit: sets.map(occurring.placeOf) })),
  }));
  return alphaStatistic(articles, occurring.sets.length, [
    ['nominal', tabulated(occurring, nominalDistance)],
    ['jaccard', tabulated(occurring, jaccardDistance)],
    ['masi', tabulated(occurring, masiDistance)],
  ]);
}
