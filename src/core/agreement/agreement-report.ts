import { total } from '#core/text/total.ts';
import { joinOffsets } from './boundary-offsets.ts';
import { LEAST_ARTICLES, type Statistic } from './bootstrap.ts';
import { type AgreementInput, type Comparison, comparisonOf } from './compared.ts';
import { EQUAL_WEIGHTS } from './gamma-units.ts';
import { goldAgreements } from './gold-agreement.ts';
import { reviewedIn } from './gold-comparison.ts';
import { joinConfusions } from './label-confusion.ts';
import { learningCurve } from './learning-curve.ts';
import { type Measured, measureAll } from './measure-all.ts';
import { type ArticleText } from './measure-text.ts';
import { methodOf } from './method-words.ts';
import { type Work } from './progress.ts';
import { annotatorTendencies, articleAgreements } from './report-articles.ts';
import { bySchemes, figureAt, type Figures, schemeFigures, type Statistics } from './report-figures.ts';
import { gammaFigures } from './report-gamma.ts';
import { labelAgreements } from './report-labels.ts';
import { linkAgreement, pairAgreements } from './report-pairs.ts';
import { IN_USE } from './report-speech.ts';
import { type AgreementReport, type AgreementSettings, type LabelAgreement, type Warning } from './report.ts';
import { SCHEMES } from './span-scores.ts';
import { figureName } from './statistic-rows.ts';
import { CODING } from './statistic-unitizing.ts';

/** What is computed unless somebody asks for something else: everybody's finished layers, 2,000 resamples, γ to 2 %. */
export const DEFAULT_SETTINGS: AgreementSettings = {
  annotatorIds: undefined,
  includesInProgress: false,
  includesChangedSince: false,
  includesGold: false,
  seed: 1,
  resamples: 2000,
  gamma: { weights: EQUAL_WEIGHTS, samples: undefined, precision: 0.02, mostNodes: 1000 },
};

/** With fewer tokens of the label than this share, κ over text is nearly all about what nobody marked. */
const RARE = 0.05;

/**
 * The whole report on how annotators agree. It depends on nothing but its arguments, and not on their order. The work tells
 * how far it is every few milliseconds, at least at each article; whoever stops asking for more has cancelled it.
 */
export function* agreementReport(input: AgreementInput, settings: AgreementSettings): Work<AgreementReport> {
  const comparison = comparisonOf(input, settings);
  const { measured, statistics, figures } = yield* measureAll(comparison, input.labelSet, settings);
  const labels = labelAgreements(comparison, measured, figures);
  return {
    method: methodOf(settings, IN_USE),
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
    reviewed: reviewedIn(input).length,
    gold: settings.includesGold ? yield* goldAgreements(input, settings) : undefined,
    leftOut: comparison.leftOut,
    changedSince: comparison.changedSince,
    progress: comparison.progress,
    warnings: warningsOf(comparison, measured, labels),
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
    earlier: figureAt(figures.earlier, figureName('earlier')),
    sets: {
      nominal: figureAt(figures.sets, 'nominal'),
      jaccard: figureAt(figures.sets, 'jaccard'),
      masi: figureAt(figures.sets, 'masi'),
    },
    continuum: { unitizing: unitizing!, marking: marking!, coding: coding! },
    links: linkAgreement(spans, figures.spans),
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
