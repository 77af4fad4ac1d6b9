import { type OffsetUnit } from '#core/text/offset-units.ts';
import { lostInWords } from './carries-words.ts';
import { type Format } from './format.ts';

/** Between these comments of the README stands the table. */
export const TABLE_START = '<!-- formats: made by `npm run formats` -->';
export const TABLE_END = '<!-- end of formats -->';

const UNITS: Readonly<Record<OffsetUnit | 'tokens', string>> = {
  'utf-16': 'UTF-16 code units',
  'code-point': 'code points',
  'utf-8': 'UTF-8 bytes',
  grapheme: 'grapheme clusters',
  tokens: 'none: tokens',
};

/** The document with the table of the formats between its two comments; throws where they are missing. */
export function withFormatsTable(document: string, formats: readonly Format[]): string {
  const start = document.indexOf(TABLE_START);
  const end = document.indexOf(TABLE_END);
  if (start < 0 || end < start) throw new Error(`the document has no ${TABLE_START} with ${TABLE_END} after it`);
  return `${document.slice(0, start)}${TABLE_START}\n\n${formatsTable(formats)}\n\n${document.slice(end)}`;
}

function formatsTable(formats: readonly Format[]): string {
  const rows = formats.map(({ id, name, unit, carries, read, write }) => {
    const { never, partly } = lostInWords(carries);
    const lost = [
      ...(never.length > 0 ? [never.join(', ')] : []),
      ...(partly.length > 0 ? [`in part ${partly.join(', ')}`] : []),
    ];
    const cells = [
      cell(name),
      `\`${id}\``,
      write ? 'yes' : '–',
      read ? 'yes' : '–',
      UNITS[unit],
      lost.join('; ') || 'nothing',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| format | in the command line | write | read | offsets | what is lost |',
    '| --- | --- | --- | --- | --- | --- |',
    '| Spanmark bundle | `native` | yes | yes | UTF-16 code units and code points | nothing |',
    ...rows,
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
