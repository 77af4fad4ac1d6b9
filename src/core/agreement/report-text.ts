import { type ReportNames } from './report-names.ts';
import { type ReportSection } from './report-section.ts';
import { reportSections, reportTitle } from './report-sections.ts';
import { type AgreementReport } from './report.ts';

const MOST_ARTICLES = 10;

/** The report as plain text in lines, for the command line, which speaks English: tables first, then what was left out and how everything was computed. */
export function reportText(report: AgreementReport, names: ReportNames): string {
  const [first, ...rest] = reportSections(report, names, MOST_ARTICLES);
  const sections = [reportTitle(report), table([first!.columns, ...first!.rows]), ...rest.map(sectionText)];
  return `${sections.join('\n\n')}\n`;
}

function sectionText({ title, columns, rows, lines, isOfNotes }: ReportSection): string {
  if (isOfNotes) return lines.map((line) => `Note: ${line}`).join('\n');
  const indented = rows.map(([name, ...cells]) => [`  ${name}`, ...cells]);
  return [title, ...(rows.length > 0 ? [table([columns, ...indented])] : []), ...lines.map((line) => `  ${line}`)].join(
    '\n',
  );
}

/** Columns as wide as what is in them: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
