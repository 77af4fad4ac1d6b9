import { CARRIES_ALL } from '#formats/exchange/carries.ts';
import { type Format } from '#formats/exchange/format.ts';

/** Tables for spreadsheets, pandas and databases, with the texts beside them. */
export const CSV: Format = {
  id: 'csv',
  name: 'CSV tables',
  description:
    'For spreadsheets, pandas and databases: spans.csv and links.csv with one row each, and the texts as files.',
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
      : /\.(?:csv|tsv|tab)$/i.test(path) && /(?:label|type|tag|start|from_id|source)/i.test(firstLine(start)),
};

function firstLine(start: string): string {
  return start.split(/[\r\n]/, 1)[0]!;
}
