import { type Orphan } from './report-dataset.ts';

/** Orphans as indented JSON, with everything that the file says of them. */
export function orphansAsJson(orphans: readonly Orphan[]): string {
  return `${JSON.stringify({ leftOut: orphans.map(orphanInFile) }, null, 2)}\n`;
}

/** An orphan as far as the file that it comes from tells of it. */
export function orphanInFile({ document, place, annotator, span, label, ranges, words, why }: Orphan) {
  return { document, place, annotator, span, label, ranges, words, why };
}

/**
 * Orphans as a table by RFC 4180, one line each; offsets as `from-to`, several divided by spaces. What a spreadsheet would run
 * as a formula begins with an apostrophe.
 */
export function orphansAsCsv(orphans: readonly Orphan[]): string {
  const head = ['document', 'place', 'annotator', 'span', 'label', 'offsets', 'words', 'why'];
  const rows = orphans.map(({ document, place, annotator, span, label, ranges, words, why }) => {
    const offsets = ranges.map(({ from, to }) => `${from}-${to}`).join(' ');
    return [document, place, annotator, span, label, offsets, words, `the span ${why}`];
  });
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
