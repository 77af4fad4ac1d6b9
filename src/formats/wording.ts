import { t } from '#language/t.ts';

/** The text with each lone surrogate replaced by U+FFFD; a frozen text comes back as it is. */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** The words on one line, with one space wherever white space was between them. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The text in typographic quotation marks for a message: line ends shown as ↵, other control characters as �, cut after
 * `limit` code points. "a\nb" -> “a↵b”
 */
export function quoted(text: string, limit = 40): string {
  // Two code units for each code point, and one more to see that something follows.
  const characters = Array.from(wellFormed(text.slice(0, 2 * limit + 1)));
  const shown = characters.length > limit ? `${characters.slice(0, limit).join('')}…` : characters.join('');
  return t`“${shown.replace(/\n/g, '↵').replace(/\p{Control}/gu, '\uFFFD')}”`;
}

/** A JSON value for a message, without looking into lists and objects, which may be nested deeply. */
export function valueInWords(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return t`a list`;
  return typeof value === 'object' && value !== null ? t`an object` : String(value);
}

/** Where a UTF-16 offset lies in a text, counted from 1: "line 12, column 8". Lines end with LF. */
export function lineAndColumn(text: string, offset: number): string {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1;
    lineStart = end + 1;
  }
  return t`line ${line}, column ${offset - lineStart + 1}`;
}

/** A line of a file as a place: “a.tsv line 12”. The path comes first in every language, for files are known by it. */
export function placeOfLine(path: string, line: number): string {
  return `${path} ${t`line ${line}`}`;
}

/** A row of a table as a place: “spans.csv row 12”. */
export function placeOfRow(path: string, row: number): string {
  return `${path} ${t`row ${row}`}`;
}

/** Why an article has no date though its file names one. */
export const DATE_IS_NONE = t`the date is not like 2024-06-17, 2024-06 or 2024: the article has none`;

/** A number of bytes or characters in mebi-units, for messages: 70254592 -> "67.0". */
export function inMebi(count: number): string {
  return (count / 1024 / 1024).toFixed(1);
}
