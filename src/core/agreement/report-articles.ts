import { compareText } from '#core/text/compare-text.ts';
import { type AnnotatorPair, type ComparedArticle, type Comparison } from './compared.ts';
import { meanOutcome, type Outcome, undefinedOutcome } from './figure.ts';
import { gammaOutcome } from './gamma.ts';
import { type ArticleGamma, type MeasuredGamma, samplingError } from './measure-gamma.ts';
import { type MeasuredSpans, type PairScores, type Tendency } from './measure-spans.ts';
import { type AnnotatorTendency, type ArticleAgreement } from './report.ts';
import { bySchemes, figureAt, type Figures } from './report-figures.ts';
import { spanF1 } from './span-scores.ts';
import { figureName } from './statistic-rows.ts';

/** Agreement on each article, those with the most disagreements first. */
export function articleAgreements(
  comparison: Comparison,
  { articles: scores }: MeasuredSpans,
  gamma: MeasuredGamma | undefined,
): readonly ArticleAgreement[] {
  return comparison.articles
    .map((article, index) => articleAgreement(article, scores[index]!, comparison, gamma, index))
    .toSorted((a, b) => b.disagreements - a.disagreements || compareText(a.articleId, b.articleId));
}

function articleAgreement(
  { article, layers }: ComparedArticle,
  scores: readonly PairScores[],
  { annotatorIds, pairs }: Comparison,
  gamma: MeasuredGamma | undefined,
  index: number,
): ArticleAgreement {
  const ofGamma = gamma?.articles[index];
  const idsOf = ({ one, other }: AnnotatorPair) => ({ one: annotatorIds[one]!, other: annotatorIds[other]! });
  return {
    articleId: article.id,
    title: article.title,
    annotators: layers.map(({ annotatorId, spans }) => ({ annotatorId, spans: spans.length })),
    disagreements: scores.reduce((sum, { all }) => sum + all.spans - all.matched - all.same, 0),
    f1: bySchemes((scheme) => meanOutcome(scores.map(({ all }) => spanF1(all, scheme)))),
    gamma: gamma && gammaOf(ofGamma),
    gammaSamplingError: samplingError([ofGamma]),
    pairs: scores.map(({ pair, all }) => ({ ...idsOf(pairs[pair]!), ...all })),
  };
}

function gammaOf(one: ArticleGamma | undefined): Outcome {
  if (!one) return undefinedOutcome('too-costly');
  return gammaOutcome(one.observed.cost, one.chanceCost, one.spans, one.spansEach);
}

/** How each annotator differs from the others. */
export function annotatorTendencies(
  { annotatorIds, pairs }: Comparison,
  { tendencies }: MeasuredSpans,
  figures: Figures,
): readonly AnnotatorTendency[] {
  return annotatorIds.map((annotatorId, annotator) => {
    const own = [...pairs.entries()].filter(([, { one, other }]) => one === annotator || other === annotator);
    const strict = meanOutcome(own.map(([pair]) => figureAt(figures, figureName('strict', { pair }))));
    return { annotatorId, ...shares(tendencies[annotator]!), strict };
  });
}

function shares(of: Tendency): Omit<AnnotatorTendency, 'annotatorId' | 'strict'> {
  const matches = of.compared - of.extra;
  return {
    articles: of.articles,
    spans: of.spans,
    spansByLabel: of.counts,
    meanLength: share(of.characters, of.spans),
    extra: share(of.extra, of.compared),
    missing: share(of.missing, matches + of.missing),
    startOffset: share(of.starts, of.matched),
    endOffset: share(of.ends, of.matched),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
