import { type Statistic } from './bootstrap.ts';
import { type Comparison } from './compared.ts';
import { type Outcome, undefinedOutcome } from './figure.ts';
import { gammaCategoryOutcome, gammaOutcome } from './gamma.ts';
import { type MeasuredGamma } from './measure-gamma.ts';
import { countRows, emptyRow, figureName, put } from './statistic-rows.ts';

const COSTS = 4;
const CATEGORY = 5;

/**
 * γ, γcat and γk of each label over all articles: ratios of sums, so that an article weighs as much as it has spans. Articles whose
 * alignment was too costly are left out; without any other there is no value.
 */
export function gammaStatistic({ articles: compared, labels }: Comparison, { articles }: MeasuredGamma): Statistic {
  const width = COSTS + (labels.length + 1) * CATEGORY;
  const rows = articles.flatMap((one, article) => {
    if (!one) return [];
    const row = emptyRow(article);
    const spans = compared[article]!.layers.flatMap((layer) => layer.spans);
    put(row, 0, [one.observed.cost, one.chanceCost, one.spans, one.spansEach]);
    for (const [index, observed] of one.observed.categories.entries()) {
      const chance = one.chanceCategories[index]!;
      const count = index === 0 ? one.spans : spans.filter(({ label }) => label === labels[index - 1]).length;
      const sums = [count, observed.weight, observed.different, chance.weight, chance.different];
      put(row, COSTS + index * CATEGORY, sums);
    }
    return [row];
  });
  const counts = countRows(rows, width);
  const isTooCostly = rows.length === 0 && articles.length > 0;
  const unlessTooCostly = (of: (sums: Float64Array) => Outcome) => (sums: Float64Array) =>
    isTooCostly ? undefinedOutcome('too-costly') : of(sums);
  const ofCategory = (index: number) =>
    unlessTooCostly((sums) => {
      const [spans, weight, different, chanceWeight, chanceDifferent] = sums.subarray(COSTS + index * CATEGORY);
      const chance = { weight: chanceWeight!, different: chanceDifferent! };
      return gammaCategoryOutcome({ weight: weight!, different: different! }, chance, spans!);
    });
  const ofAll = unlessTooCostly((sums) => gammaOutcome(sums[0]!, sums[1]!, sums[2]!, sums[3]!));
  return {
    width,
    rows,
    measures: [
      { name: figureName('gamma'), articles: counts[2]!, of: ofAll },
      { name: figureName('gammaCategory'), articles: counts[COSTS]!, of: ofCategory(0) },
      ...labels.map((_, label) => ({
        name: figureName('gammaCategory', { label }),
        articles: counts[COSTS + (label + 1) * CATEGORY]!,
        of: ofCategory(label + 1),
      })),
    ],
  };
}
