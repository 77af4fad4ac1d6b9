import { joinOffsets } from './boundary-offsets.ts';
import { drawResamples, LEAST_ARTICLES, type Statistic } from './bootstrap.ts';
import { type AgreementInput, type Comparison, comparisonOf } from './compared.ts';
import { CHANCE_MODEL } from './gamma-chance.ts';
import { EQUAL_WEIGHTS } from './gamma-units.ts';
import { joinConfusions } from './label-confusion.ts';
import { learningCurve } from './learning-curve.ts';
import { type MeasuredAttribute, measureAttributes } from './measure-attributes.ts';
import { type MeasuredGamma, measureGamma, samplingError } from './measure-gamma.ts';
import { type MeasuredSpans, measureSpans } from './measure-spans.ts';
import { type ArticleText, measureText } from './measure-text.ts';
import { type Work } from './progress.ts';
import { annotatorTendencies, articleAgreements } from './report-articles.ts';
import { allFigures, bySchemes, figureAt, type Figures, schemeFigures, type Statistics } from './report-figures.ts';
import { labelAgreements } from './report-labels.ts';
import { linkAgreement, pairAgreements } from './report-pairs.ts';
import {
  type AgreementReport,
  type AgreementSettings,
  type GammaFigures,
  type LabelAgreement,
  type Method,
  type Warning,
} from './report.ts';
import { SCHEMES } from './span-scores.ts';
import { attributeStatistic } from './statistic-attributes.ts';
import { gammaStatistic } from './statistic-gamma.ts';
import { figureName } from './statistic-rows.ts';
import { setStatistic } from './statistic-sets.ts';
import { spanStatistic } from './statistic-spans.ts';
import { textStatistic } from './statistic-text.ts';
import { CODING, codingStatistic, unitizingStatistic } from './statistic-unitizing.ts';
import { TOKEN_RULE } from './tokens.ts';

/** What is computed unless somebody asks for something else: everybody's finished layers, 2,000 resamples, γ to 2 %. */
export const DEFAULT_SETTINGS: AgreementSettings = {
  annotatorIds: undefined,
  includesInProgress: false,
  includesChangedSince: false,
  seed: 1,
  resamples: 2000,
  gamma: { weights: EQUAL_WEIGHTS, samples: undefined, precision: 0.02, mostNodes: 1000 },
};

/** With fewer tokens of the label than this share, κ over text is nearly all about what nobody marked. */
const RARE = 0.05;

interface Measured {
  readonly spans: MeasuredSpans;
  readonly texts: readonly ArticleText[];
  readonly attributes: readonly MeasuredAttribute[];
  readonly gamma: MeasuredGamma | undefined;
}

/**
 * The whole report on how annotators agree. It depends on nothing but its arguments, and not on their order. The work tells
 * how far it is every few milliseconds, at least at each article; whoever stops asking for more has cancelled it.
 */
export function* agreementReport(input: AgreementInput, settings: AgreementSettings): Work<AgreementReport> {
  const comparison = comparisonOf(input, settings);
  const measured: Measured = {
    spans: yield* measureSpans(comparison),
    texts: yield* measureText(comparison),
    attributes: yield* measureAttributes(comparison, input.labelSet),
    gamma: settings.gamma && (yield* measureGamma(comparison, settings.gamma, settings.seed)),
  };
  const statistics: Statistics<Statistic> = {
    spans: spanStatistic(comparison, measured.spans),
    text: textStatistic(comparison, measured.texts),
    unitizing: unitizingStatistic(comparison, measured.texts),
    coding: codingStatistic(comparison, measured.texts),
    sets: setStatistic(measured.texts),
    gamma: measured.gamma && gammaStatistic(comparison, measured.gamma),
    attributes: measured.attributes.map(attributeStatistic),
  };
  const resamples = drawResamples(comparison.articles.length, settings.resamples, settings.seed);
  const figures = yield* allFigures(statistics, resamples);
  const labels = labelAgreements(comparison, measured, figures);
  return {
    method: methodOf(settings),
    annotatorIds: comparison.annotatorIds,
    labelIds: comparison.labels,
    counts: countsOf(comparison, measured.texts),
    headline: headlineOf(comparison, measured, figures),
    labels,
    pairs: pairAgreements(comparison, measured.spans, figures),
    articles: articleAgreements(comparison, measured.spans, measured.gamma),
    confusion: joinConfusions(measured.spans.confusions, comparison.labels.length),
    offsets: joinOffsets(measured.spans.offsets),
    annotators: annotatorTendencies(comparison, measured.spans, figures.spans),
    curve: curveOf(comparison, statistics),
    leftOut: comparison.leftOut,
    changedSince: comparison.changedSince,
    progress: comparison.progress,
    warnings: warningsOf(comparison, measured, labels),
  };
}

function methodOf(settings: AgreementSettings): Method {
  return {
    settings,
    tokens: TOKEN_RULE,
    chance: CHANCE_MODEL,
    matching:
      'Spans of two annotators are matched one to one so that most have the same label and place, then the same label, then the same place, then most text in common; spans of different labels only where they share at least half of their text.',
    intervals:
      'The middle 95 % of the figure over articles drawn with replacement, as many as there are; the annotators are taken as given.',
  };
}

function countsOf({ articles }: Comparison, texts: readonly ArticleText[]): AgreementReport['counts'] {
  return {
    articles: articles.length,
    spans: total(articles.flatMap(({ layers }) => layers.map(({ spans }) => spans.length))),
    characters: total(texts.map(({ characters }) => characters)),
    tokens: total(texts.map(({ tokens }) => tokens)),
  };
}

function headlineOf(
  comparison: Comparison,
  { spans, gamma }: Measured,
  figures: Statistics<Figures>,
): AgreementReport['headline'] {
  const [unitizing, marking, coding] = CODING.map((name) => figureAt(figures.coding, name));
  return {
    f1: schemeFigures(figures.spans, {}),
    gamma: gamma && figures.gamma && gammaFigures(comparison, gamma, figures.gamma),
    unitizing: figureAt(figures.unitizing, figureName('unitizing')),
    sets: {
      nominal: figureAt(figures.sets, 'nominal'),
      jaccard: figureAt(figures.sets, 'jaccard'),
      masi: figureAt(figures.sets, 'masi'),
    },
    continuum: { unitizing: unitizing!, marking: marking!, coding: coding! },
    links: linkAgreement(spans, figures.spans),
  };
}

function gammaFigures({ articles }: Comparison, measured: MeasuredGamma, figures: Figures): GammaFigures {
  return {
    gamma: figureAt(figures, figureName('gamma')),
    category: figureAt(figures, figureName('gammaCategory')),
    samplingError: samplingError(measured.articles),
    samples: measured.samples,
    leftOut: articles.filter((_, index) => !measured.articles[index]).map(({ article }) => article.id),
    withoutChance: measured.articles.filter((one) => one && one.spans > 0 && one.samples === 0).length,
  };
}

function curveOf({ articles }: Comparison, statistics: Statistics<Statistic>): AgreementReport['curve'] {
  const unitizing = figureName('unitizing');
  const bySpans = learningCurve(
    articles,
    statistics.spans,
    SCHEMES.map((scheme) => figureName(scheme)),
  );
  const byText = learningCurve(articles, statistics.unitizing, [unitizing]);
  return bySpans.map(({ outcomes, ...point }, index) => ({
    ...point,
    f1: bySchemes((scheme) => outcomes.get(figureName(scheme))!),
    unitizing: byText[index]!.outcomes.get(unitizing)!,
  }));
}

function warningsOf(
  { articles, twins }: Comparison,
  { texts, gamma }: Measured,
  labels: readonly LabelAgreement[],
): readonly Warning[] {
  const merged = texts.reduce((sum, text) => sum + text.merged, 0);
  const tooCostly = gamma?.articles.filter((one) => !one).length ?? 0;
  return [
    ...(articles.length < LEAST_ARTICLES ? [{ kind: 'few-articles' as const, articles: articles.length }] : []),
    ...labels
      .filter(({ tokens }) => tokens.share > 0 && tokens.share < RARE)
      .map(({ label, tokens }) => ({ kind: 'rare-label' as const, label, share: tokens.share })),
    ...(merged > 0 ? [{ kind: 'overlaps-merged' as const, count: merged }] : []),
    ...(twins > 0 ? [{ kind: 'twins-left-out' as const, count: twins }] : []),
    ...(tooCostly > 0 ? [{ kind: 'gamma-incomplete' as const, articles: tooCostly }] : []),
  ];
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
