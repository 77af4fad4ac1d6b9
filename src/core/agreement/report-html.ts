import { escapeMarkup } from './escape-markup.ts';
import { FIGURE_WORDS } from './figure-words.ts';
import { confusionPicture, offsetsPicture, pairsPicture } from './pictures.ts';
import { methodsParagraph } from './report-methods.ts';
import { type ReportNames } from './report-names.ts';
import { type ReportSection, reportSections, reportTitle } from './report-sections.ts';
import { type AgreementReport } from './report.ts';

const STYLE = `
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: #1c1b1a; background: #ffffff; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.2rem; font-size: 1.15rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; }
th, td { padding: 0.3rem 0.7rem; border-bottom: 1px solid #e6e2dc; text-align: end; font-variant-numeric: tabular-nums; }
th:first-child { text-align: start; font-weight: normal; } thead th { color: #5f5b55; font-weight: 600; }
svg { max-width: 100%; height: auto; } dt { font-weight: 600; margin-top: 0.8rem; } dd { margin: 0; }
`;

/** The report as a page of its own that needs nothing from outside. Names and titles are escaped; nothing in it runs. */
export function reportHtml(report: AgreementReport, names: ReportNames): string {
  const title = escapeMarkup(reportTitle(report));
  const hasPairs = report.pairs.length > 0;
  return `${[
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    '<h2>For the methods section</h2>',
    `<p>${escapeMarkup(methodsParagraph(report))}</p>`,
    ...(hasPairs
      ? [
          '<h2>Pictures</h2>',
          `<p>${pairsPicture(report, 'strict', names).svg}</p>`,
          `<p>${confusionPicture(report, undefined, names).svg}</p>`,
          `<p>${offsetsPicture(report, undefined, names).svg}</p>`,
        ]
      : []),
    ...reportSections(report, names, Number.POSITIVE_INFINITY).flatMap(sectionHtml),
    '<h2>What the figures mean</h2>',
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

function sectionHtml({ title, columns, rows, lines }: ReportSection): readonly string[] {
  return [
    `<h2>${escapeMarkup(title)}</h2>`,
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
