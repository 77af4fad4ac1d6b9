import { t } from '#language/t.ts';
import { methodsParagraph } from './report-methods.ts';
import { type ReportNames } from './report-names.ts';
import { type ReportSection } from './report-section.ts';
import { reportSections, reportTitle } from './report-sections.ts';
import { type AgreementReport } from './report.ts';

/** The report as Markdown with tables. Names and titles from outside stay plain words. */
export function reportMarkdown(report: AgreementReport, names: ReportNames): string {
  const sections = reportSections(report, names, Number.POSITIVE_INFINITY);
  const methods = `## ${plain(t`For the methods section`)}\n\n${plain(methodsParagraph(report))}`;
  return `${[`# ${plain(reportTitle(report))}`, ...sections.map(sectionMarkdown), methods].join('\n\n')}\n`;
}

function sectionMarkdown({ title, columns, rows, lines }: ReportSection): string {
  return [
    `## ${plain(title)}`,
    ...(rows.length > 0 ? [table(columns, rows)] : []),
    ...(lines.length > 0 ? [lines.map((line) => `- ${plain(line)}`).join('\n')] : []),
  ].join('\n\n');
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = columns.map((_, index) => (index === 0 ? '---' : '--:'));
  return [tableRow(columns.map(plain)), tableRow(rule), ...rows.map((row) => tableRow(row.map(plain)))].join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The words with what Markdown would read as marks made plain, on one line. */
function plain(words: string): string {
  return words.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~&]/g, String.raw`\$&`);
}
