import { emptyOffsets, offsetsOf } from './boundary-offsets.ts';
import { type Comparison } from './compared.ts';
import { emptyConfusion } from './label-confusion.ts';
import { type MeasuredSpans } from './measure-spans.ts';
import { type LinkAgreement, type PairAgreement } from './report.ts';
import { figureAt, type Figures, schemeFigures, type Statistics } from './report-figures.ts';
import { figureName } from './statistic-rows.ts';
import { linkFigure } from './statistic-spans.ts';

/** Agreement of every two annotators who are compared, also of those without a common article. */
export function pairAgreements(
  comparison: Comparison,
  { confusions, offsets }: MeasuredSpans,
  figures: Statistics<Figures>,
): readonly PairAgreement[] {
  const { annotatorIds, labels, pairs } = comparison;
  return annotatorIds.flatMap((one, first) =>
    annotatorIds.slice(first + 1).map((other, index) => {
      const place = pairs.findIndex((pair) => pair.one === first && pair.other === first + 1 + index);
      // No figure has this place where the two have no common article.
      const pair = place < 0 ? pairs.length : place;
      return {
        one,
        other,
        articles: pairs[place]?.articles ?? 0,
        f1: schemeFigures(figures.spans, { pair }),
        unitizing: figureAt(figures.unitizing, figureName('unitizing', { pair })),
        links: figureAt(figures.spans, figureName(linkFigure('aligned'), { pair })),
        labels: labels.map((id, label) => ({
          label: id,
          f1: schemeFigures(figures.spans, { label, pair }),
          characters: figureAt(figures.text, figureName('cohen characters', { label, pair })),
          tokens: figureAt(figures.text, figureName('cohen tokens', { label, pair })),
          unitizing: figureAt(figures.unitizing, figureName('unitizing', { label, pair })),
        })),
        confusion: confusions[place] ?? emptyConfusion(labels.length),
        offsets: offsetsOf(offsets[place] ?? emptyOffsets()),
      };
    }),
  );
}

/** Agreement on links, of all types and of each. */
export function linkAgreement({ linkTypes }: MeasuredSpans, figures: Figures): LinkAgreement {
  const figure = (which: 'all' | 'aligned', type?: number) => figureAt(figures, figureName(linkFigure(which, type)));
  return {
    all: figure('all'),
    aligned: figure('aligned'),
    types: linkTypes.map((type, place) => ({ type, all: figure('all', place), aligned: figure('aligned', place) })),
  };
}
