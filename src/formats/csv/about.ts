import { t } from '#language/t.ts';
import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';
import { DELIMITERS, headOfLine } from './columns.ts';

/** Tables for spreadsheets, pandas and databases, with the texts beside them. */
export const CSV: Format = {
  id: 'csv',
  name: t`CSV tables`,
  nameInFiles: 'CSV tables',
  description: t`For spreadsheets, pandas and databases: spans.csv and links.csv with one row each, and the texts as files.`,
  extension: '.zip',
  unit: 'code-point',
  carries: {
    ...CARRIES_ALL,
    origin: 'no',
    guidelines: 'no',
    'label-set': 'no',
  },
  options: ['byteOrderMark', 'escapesFormulas'],
  variants: [],
  write: async () => (await import('./write.ts')).createCsvWriter,
  read: async () => (await import('./read.ts')).readCsv,
  recognises: ({ path, start, isArchive }) =>
    isArchive
      ? /^(?:.*\/)?spans\.[ct]sv$/im.test(start)
      : /\.(?:csv|tsv|tab)$/i.test(path) && hasAnnotations(path, firstLine(start)),
};

/** A table of spans, links or layers; one of documents only under its own name, since others are articles and no more. */
function hasAnnotations(path: string, header: string): boolean {
  return DELIMITERS.some((delimiter) => {
    const kind = headOfLine(header, delimiter)?.kind;
    return kind !== undefined && (kind !== 'documents' || /(?:^|[-_. /])documents\.[ct]sv$/i.test(path));
  });
}

function firstLine(start: string): string {
  return start.split(/[\r\n]/, 1)[0]!;
}
