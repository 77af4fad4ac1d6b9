import { type CsvCell, csvOf } from '#core/text/csv.ts';
import { type Outcome } from './figure.ts';
import { goldFigures } from './gold-figures.ts';
import { headlineFigures, labelFigures, linkFigures, type NamedFigure, pairFigures } from './named-figures.ts';
import { type ReportNames } from './report-names.ts';
import { IN_ENGLISH } from './report-speech.ts';
import { type AgreementReport } from './report.ts';
import { SCORE_COLUMNS } from './span-scores.ts';

/** All figures as CSV by RFC 4180, one a line, with intervals and why a value is missing; in English. No cell is run as a formula. */
export function figuresCsv(report: AgreementReport, names: ReportNames): string {
  return csvOf([
    ['table', 'item', 'measure', 'value', 'low', 'high', 'articles', 'n', 'reason'],
    ...rowsOf('All labels', '', headlineFigures(report, IN_ENGLISH)),
    ...report.labels.flatMap((label) =>
      rowsOf('Labels', names.label(label.label), labelFigures(label, names, IN_ENGLISH)),
    ),
    ...report.pairs.flatMap((pair) =>
      rowsOf('Pairs', `${names.annotator(pair.one)} and ${names.annotator(pair.other)}`, pairFigures(pair, IN_ENGLISH)),
    ),
    ...rowsOf('Links', '', linkFigures(report, names, IN_ENGLISH)),
    ...(report.gold ?? []).flatMap((one) =>
      rowsOf('Gold', names.annotator(one.annotatorId), goldFigures(one, names, IN_ENGLISH)),
    ),
  ]);
}

function rowsOf(table: string, item: string, figures: readonly NamedFigure[]): readonly (readonly CsvCell[])[] {
  return figures.map(([name, figure]) => [
    table,
    item,
    name,
    figure.value,
    figure.interval?.low,
    figure.interval?.high,
    figure.articles,
    figure.n,
    figure.reason,
  ]);
}

/**
 * The sums that span F1 is made of, one line for each article and pair of annotators, so that anybody can compute the figures
 * anew: what is added over articles gives the micro-average of the pair.
 */
export function articlesCsv({ articles }: AgreementReport, names: ReportNames): string {
  return csvOf([
    ['article', 'title', 'one', 'other', ...SCORE_COLUMNS, 'article strict F1', 'article gamma'],
    ...articles.flatMap(({ articleId, title, pairs, f1, gamma }) =>
      pairs.map((pair): readonly CsvCell[] => [
        articleId,
        title,
        names.annotator(pair.one),
        names.annotator(pair.other),
        ...SCORE_COLUMNS.map((column) => pair[column]),
        valueOf(f1.strict),
        valueOf(gamma),
      ]),
    ),
  ]);
}

function valueOf(outcome: Outcome | undefined): number | null {
  return outcome?.value ?? null;
}
