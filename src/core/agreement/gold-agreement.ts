import { total } from '#core/text/total.ts';
import { type AgreementInput } from './compared.ts';
import { ratioOutcome } from './figure.ts';
import { AS_GOLD, goldComparison, judgedByGold } from './gold-comparison.ts';
import { measureAll } from './measure-all.ts';
import { type Work } from './progress.ts';
import { annotatorTendencies } from './report-articles.ts';
import { figureAt, schemeFigures } from './report-figures.ts';
import { gammaFigures } from './report-gamma.ts';
import { labelAgreements } from './report-labels.ts';
import { linkAgreement, pairAgreements } from './report-pairs.ts';
import { type AgreementSettings, type GoldAgreement } from './report.ts';
import { figureName } from './statistic-rows.ts';

/**
 * Each annotator against gold of the reviewed articles: the figures are those of two annotators of whom gold is the first.
 * Whoever has nothing on a reviewed article that counts is left out.
 */
export function* goldAgreements(input: AgreementInput, settings: AgreementSettings): Work<readonly GoldAgreement[]> {
  const found: GoldAgreement[] = [];
  const annotatorIds = judgedByGold(input, settings);
  for (const [index, annotatorId] of annotatorIds.entries()) {
    const comparison = goldComparison(input, settings, annotatorId);
    if (comparison.articles.length === 0) continue;
    const work = measureAll(comparison, input.labelSet, settings);
    let next = work.next();
    while (!next.done) {
      const { wantsSolver = false } = next.value;
      next = work.next(yield { step: 'gold', done: index, of: annotatorIds.length, wantsSolver });
    }
    const { measured, figures } = next.value;
    const [pair] = pairAgreements(comparison, measured.spans, figures);
    const tendencies = annotatorTendencies(comparison, measured.spans, figures.spans);
    const tendency = tendencies.find((one) => one.annotatorId !== AS_GOLD)!;
    const goldSpans = tendencies.find((one) => one.annotatorId === AS_GOLD)!.spans;
    const same = total(measured.spans.articles.flat().map(({ all }) => all.same));
    found.push({
      annotatorId,
      labelIds: comparison.labels,
      articles: comparison.articles.length,
      spans: tendency.spans,
      goldSpans,
      f1: schemeFigures(figures.spans, {}),
      precision: ratioOutcome(same, tendency.spans),
      recall: ratioOutcome(same, goldSpans),
      gamma: measured.gamma && figures.gamma && gammaFigures(comparison, measured.gamma, figures.gamma),
      unitizing: figureAt(figures.unitizing, figureName('unitizing')),
      links: linkAgreement(measured.spans, figures.spans),
      labels: labelAgreements(comparison, measured, figures),
      confusion: pair!.confusion,
      offsets: pair!.offsets,
      tendency,
    });
  }
  return found;
}
