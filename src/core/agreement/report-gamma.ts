import { type Comparison } from './compared.ts';
import { type MeasuredGamma, samplingError } from './measure-gamma.ts';
import { figureAt, type Figures } from './report-figures.ts';
import { type GammaFigures } from './report.ts';
import { figureName } from './statistic-rows.ts';

/** γ and γcat over all labels, with what is to be known about their sampling. */
export function gammaFigures({ articles }: Comparison, measured: MeasuredGamma, figures: Figures): GammaFigures {
  return {
    gamma: figureAt(figures, figureName('gamma')),
    category: figureAt(figures, figureName('gammaCategory')),
    samplingError: samplingError(measured.articles),
    samples: measured.samples,
    leftOut: articles.filter((_, index) => !measured.articles[index]).map(({ article }) => article.id),
    withoutChance: measured.articles.filter((one) => one && one.spans > 0 && one.samples === 0).length,
  };
}
