import { type Outcome } from './figure.ts';
import { headlineFigures, labelFigures, linkFigures, type NamedFigure, pairFigures } from './named-figures.ts';
import { type ReportNames } from './report-names.ts';
import { type AgreementReport } from './report.ts';
import { SCORE_COLUMNS } from './span-scores.ts';

type Cell = string | number | null | undefined;

/** All figures as CSV by RFC 4180, one a line, with intervals and why a value is missing. No cell is run as a formula. */
export function figuresCsv(report: AgreementReport, names: ReportNames): string {
  return csv([
    ['table', 'item', 'measure', 'value', 'low', 'high', 'articles', 'n', 'reason'],
    ...rowsOf('All labels', '', headlineFigures(report)),
    ...report.labels.flatMap((label) => rowsOf('Labels', names.label(label.label), labelFigures(label, names))),
    ...report.pairs.flatMap((pair) =>
      rowsOf('Pairs', `${names.annotator(pair.one)} and ${names.annotator(pair.other)}`, pairFigures(pair)),
    ),
    ...rowsOf('Links', '', linkFigures(report, names)),
  ]);
}

function rowsOf(table: string, item: string, figures: readonly NamedFigure[]): readonly (readonly Cell[])[] {
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
  return csv([
    ['article', 'title', 'one', 'other', ...SCORE_COLUMNS, 'article strict F1', 'article gamma'],
    ...articles.flatMap(({ articleId, title, pairs, f1, gamma }) =>
      pairs.map((pair): readonly Cell[] => [
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

function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A number as it is; words that no spreadsheet runs, in quotation marks where commas, marks or line ends ask for them. */
function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
