import { type ArticleId } from '#core/project/project.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { type Statistic, sumOf } from './bootstrap.ts';
import { type ComparedArticle } from './compared.ts';
import { type Outcome } from './figure.ts';

/** Agreement on articles that were annotated one after the other. */
export interface CurvePoint {
  /** ISO times at which the first and the last of these articles were finished. */
  readonly from: string;
  readonly to: string;
  readonly articleIds: readonly ArticleId[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

const MOST_POINTS = 10;
const LEAST_ARTICLES_EACH = 5;

/**
 * The measures of the statistic on up to ten groups of articles, as even as they can be, in the order in which the last of an article's
 * annotators last changed it. No points where there are fewer than two groups of five articles, or all have one time, as
 * when they came from a file.
 */
export function learningCurve(
  articles: readonly ComparedArticle[],
  statistic: Statistic,
  names: readonly string[],
): readonly CurvePoint[] {
  const timed = articles
    .map(({ layers }, article) => ({
      article,
      at: layers
        .map(({ layer }) => layer.changedAt)
        .toSorted(compareTimes)
        .at(-1)!,
    }))
    .filter(({ at }) => at !== '')
    .toSorted((a, b) => compareTimes(a.at, b.at) || a.article - b.article);
  const points = Math.min(MOST_POINTS, Math.floor(timed.length / LEAST_ARTICLES_EACH));
  if (points < 2 || timed[0]!.at === timed.at(-1)!.at) return [];
  const rowOf = new Map(statistic.rows.map((row) => [row.article, row]));
  const measures = statistic.measures.filter(({ name }) => names.includes(name));
  return Array.from({ length: points }, (_, point) => {
    const first = Math.round((point * timed.length) / points);
    const group = timed.slice(first, Math.round(((point + 1) * timed.length) / points));
    const rows = group.flatMap(({ article }) => rowOf.get(article) ?? []);
    const sums = sumOf({ width: statistic.width, rows });
    return {
      from: group[0]!.at,
      to: group.at(-1)!.at,
      articleIds: group.map(({ article }) => articles[article]!.article.id),
      outcomes: new Map(measures.map(({ name, of }) => [name, of(sums)])),
    };
  });
}
