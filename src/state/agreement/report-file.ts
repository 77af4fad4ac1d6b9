import { articlesCsv, figuresCsv } from '#core/agreement/report-csv.ts';
import { reportHtml } from '#core/agreement/report-html.ts';
import { reportJson } from '#core/agreement/report-json.ts';
import { reportMarkdown } from '#core/agreement/report-markdown.ts';
import { type ReportNames } from '#core/agreement/report-names.ts';
import { type AgreementReport } from '#core/agreement/report.ts';
import { type Annotator } from '#core/project/project.ts';

/** The files that a report can be saved as. */
export const REPORT_FILES = ['html', 'markdown', 'json', 'figures', 'articles'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

/** A report as a file: the end of its name, its media type and what is in it. */
export function fileOf(
  file: ReportFile,
  report: AgreementReport,
  annotators: readonly Annotator[],
  names: ReportNames,
): { readonly ending: string; readonly type: string; readonly content: string } {
  switch (file) {
    case 'html':
      return { ending: 'agreement.html', type: 'text/html', content: reportHtml(report, names) };
    case 'markdown':
      return { ending: 'agreement.md', type: 'text/markdown', content: reportMarkdown(report, names) };
    case 'json':
      return { ending: 'agreement.json', type: 'application/json', content: reportJson(report, annotators) };
    case 'figures':
      return { ending: 'agreement-figures.csv', type: 'text/csv', content: figuresCsv(report, names) };
    case 'articles':
      return { ending: 'agreement-articles.csv', type: 'text/csv', content: articlesCsv(report, names) };
  }
}
