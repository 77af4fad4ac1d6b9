import { english } from '#language/t.ts';
import { csvOf } from '#core/text/csv.ts';
import { ORPHAN_WORDS } from './orphan-words.ts';
import { type Orphan } from './report-dataset.ts';

/** Orphans as indented JSON, with everything that the file says of them. */
export function orphansAsJson(orphans: readonly Orphan[]): string {
  return `${JSON.stringify({ leftOut: orphans.map(orphanInFile) }, null, 2)}\n`;
}

/** An orphan as far as the file that it comes from tells of it; files say in English why, whatever the language in use. */
export function orphanInFile({ document, place, annotator, span, label, ranges, words, because }: Orphan) {
  return { document, place, annotator, span, label, ranges, words, why: ORPHAN_WORDS[because](english) };
}

/**
 * Orphans as a table by RFC 4180, one line each; offsets as `from-to`, several divided by spaces. What a spreadsheet would run
 * as a formula begins with an apostrophe.
 */
export function orphansAsCsv(orphans: readonly Orphan[]): string {
  const head = ['document', 'place', 'annotator', 'span', 'label', 'offsets', 'words', 'why'];
  const rows = orphans.map(({ document, place, annotator, span, label, ranges, words, because }) => {
    const offsets = ranges.map(({ from, to }) => `${from}-${to}`).join(' ');
    return [document, place, annotator, span, label, offsets, words, `the span ${ORPHAN_WORDS[because](english)}`];
  });
  return csvOf([head, ...rows]);
}
