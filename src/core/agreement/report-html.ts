import { spoken } from '#language/spoken.ts';
import { t } from '#language/t.ts';
import { escapeMarkup } from './escape-markup.ts';
import { FIGURE_WORDS } from './figure-words.ts';
import { curvePicture } from './curve-picture.ts';
import { confusionPicture, offsetsPicture, pairsPicture } from './pictures.ts';
import { methodsParagraph } from './report-methods.ts';
import { type ReportNames } from './report-names.ts';
import { type ReportSection } from './report-section.ts';
import { reportSections, reportTitle } from './report-sections.ts';
import { type AgreementReport } from './report.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b1a; --mute: #5f5b55; --line: #e6e2dc; --page: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #eae7e1; --mute: #b3ada3; --line: #45413b; --page: #1b1a18; } }
body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { margin-top: 2.2rem; font-size: 1.15rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; overflow-wrap: normal; }
th, td { padding: 0.3rem 0.7rem; border-bottom: 1px solid var(--line); text-align: end; vertical-align: baseline; font-variant-numeric: tabular-nums; }
th:first-child { min-width: 9rem; max-width: 24rem; text-align: start; font-weight: normal; overflow-wrap: anywhere; } thead th { color: var(--mute); font-weight: 600; }
svg { max-width: 100%; height: auto; border-radius: 6px; } dt { font-weight: 600; margin-top: 0.8rem; } dd { margin: 0; }
@media print {
:root { --ink: #000000; --mute: #444444; --line: #bbbbbb; --page: #ffffff; }
body { margin: 0; max-width: none; padding: 0; font-size: 10pt; }
h2 { break-after: avoid; } tr, svg, dt + dd { break-inside: avoid; } dt { break-after: avoid; }
.wide { overflow: visible; } th, td { padding: 0.15rem 0.4rem; } th:first-child { min-width: 6rem; }
}
`;

/** The report as a page of its own that needs nothing from outside. Names and titles are escaped; nothing in it runs. */
export function reportHtml(report: AgreementReport, names: ReportNames): string {
  const title = escapeMarkup(reportTitle(report));
  const hasPairs = report.pairs.length > 0;
  return `${[
    '<!doctype html>',
    htmlTag(),
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    heading(t`For the methods section`),
    `<p>${escapeMarkup(methodsParagraph(report))}</p>`,
    ...(hasPairs
      ? [
          heading(t`Pictures`),
          `<p>${pairsPicture(report, 'strict', names).svg}</p>`,
          `<p>${confusionPicture(report, undefined, names).svg}</p>`,
          `<p>${offsetsPicture(report, undefined, names).svg}</p>`,
          ...(report.curve.length > 0 ? [`<p>${curvePicture(report).svg}</p>`] : []),
        ]
      : []),
    ...reportSections(report, names, Number.POSITIVE_INFINITY).flatMap(sectionHtml),
    heading(t`What the figures mean`),
    '<dl>',
    ...Object.values(FIGURE_WORDS).flatMap(({ name, measures, reading, caution }) => [
      `<dt>${escapeMarkup(name)}</dt>`,
      `<dd>${escapeMarkup(`${measures} ${reading} ${caution}`)}</dd>`,
    ]),
    '</dl>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function htmlTag(): string {
  const { id, direction } = spoken().language;
  return direction === 'rtl' ? `<html lang="${id}" dir="rtl">` : `<html lang="${id}">`;
}

function heading(title: string): string {
  return `<h2>${escapeMarkup(title)}</h2>`;
}

function sectionHtml({ title, columns, rows, lines }: ReportSection): readonly string[] {
  return [
    heading(title),
    ...(rows.length > 0
      ? [
          '<div class="wide"><table>',
          `<thead><tr>${columns.map((column) => `<th scope="col">${escapeMarkup(column)}</th>`).join('')}</tr></thead>`,
          '<tbody>',
          ...rows.map(([name, ...cells]) => {
            const rest = cells.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('');
            return `<tr><th scope="row" dir="auto">${escapeMarkup(name!)}</th>${rest}</tr>`;
          }),
          '</tbody></table></div>',
        ]
      : []),
    ...(lines.length > 0 ? [`<ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join('')}</ul>`] : []),
  ];
}
