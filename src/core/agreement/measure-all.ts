import { type LabelSet } from '#core/labels/label-set.ts';
import { drawResamples, type Statistic } from './bootstrap.ts';
import { type Comparison } from './compared.ts';
import { type MeasuredAttribute, measureAttributes } from './measure-attributes.ts';
import { type MeasuredGamma, measureGamma } from './measure-gamma.ts';
import { type MeasuredSpans, measureSpans } from './measure-spans.ts';
import { type ArticleText, measureText } from './measure-text.ts';
import { type Work } from './progress.ts';
import { allFigures, type Figures, type Statistics } from './report-figures.ts';
import { type AgreementSettings } from './report.ts';
import { attributeStatistic } from './statistic-attributes.ts';
import { earlierStatistic } from './statistic-earlier.ts';
import { gammaStatistic } from './statistic-gamma.ts';
import { setStatistic } from './statistic-sets.ts';
import { spanStatistic } from './statistic-spans.ts';
import { textStatistic } from './statistic-text.ts';
import { codingStatistic, unitizingStatistic } from './statistic-unitizing.ts';

/** All that is counted, article by article. */
export interface Measured {
  readonly spans: MeasuredSpans;
  readonly texts: readonly ArticleText[];
  readonly attributes: readonly MeasuredAttribute[];
  /** Undefined where γ was not asked for. */
  readonly gamma: MeasuredGamma | undefined;
}

/** What is counted, the sums of it, and every figure with its interval. */
interface AllMeasured {
  readonly measured: Measured;
  readonly statistics: Statistics<Statistic>;
  readonly figures: Statistics<Figures>;
}

/** Counts all that is compared and computes every figure from it. */
export function* measureAll(
  comparison: Comparison,
  labelSet: LabelSet,
  { gamma, seed, resamples }: AgreementSettings,
): Work<AllMeasured> {
  const measured: Measured = {
    spans: yield* measureSpans(comparison),
    texts: yield* measureText(comparison),
    attributes: yield* measureAttributes(comparison, labelSet),
    gamma: gamma && (yield* measureGamma(comparison, gamma, seed)),
  };
  const statistics: Statistics<Statistic> = {
    spans: spanStatistic(comparison, measured.spans),
    text: textStatistic(comparison, measured.texts),
    unitizing: unitizingStatistic(comparison, measured.texts),
    coding: codingStatistic(comparison, measured.texts),
    earlier: earlierStatistic(comparison, measured.texts),
    sets: setStatistic(measured.texts),
    gamma: measured.gamma && gammaStatistic(comparison, measured.gamma),
    attributes: measured.attributes.map(attributeStatistic),
  };
  const drawn = drawResamples(comparison.articles.length, resamples, seed);
  return { measured, statistics, figures: yield* allFigures(statistics, drawn) };
}
