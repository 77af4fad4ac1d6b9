import { withCommas } from '#language/lists.ts';
import { t } from '#language/t.ts';
import { placeOfRow } from '#formats/wording.ts';
import Papa from 'papaparse';
import { type Problem } from '#formats/problem.ts';
import { type Column, DELIMITERS, headOfLine, tableHead, type TableKind } from './columns.ts';
import { unescapeFormula } from './formulas.ts';

/** A row of a table; what it lacks is an empty text. */
export interface Row {
  readonly place: string;
  readonly cell: (column: Column) => string;
}

export interface ParsedTable {
  readonly kind: TableKind;
  readonly has: (column: Column) => boolean;
  readonly rows: readonly Row[];
}

/**
 * The rows of a CSV or TSV text by the meaning of their columns; undefined, with a problem, where its header has no columns
 * that are known. In a TSV without quotes \t, \n, \r and \\ stand for what they are elsewhere.
 */
export function parseTable(path: string, text: string, problems: Problem[]): ParsedTable | undefined {
  const delimiter = delimiterOf(text);
  const rows = rowsOf(text, delimiter);
  const [header = []] = rows;
  const head = tableHead(header);
  if (!head) {
    const message = t`the first row names no columns of a span (label, start, end), link (type, from, to) or document`;
    problems.push({ place: placeOfRow(path, 1), message });
    return undefined;
  }
  const unknown = header.filter((name, index) => name.trim() !== '' && head.columns[index] === undefined);
  if (unknown.length > 0) {
    const names = unknown.slice(0, 10).map((name) => t`“${name.slice(0, 40)}”`);
    problems.push({ place: placeOfRow(path, 1), message: t`columns that are not read: ${withCommas(names)}` });
  }
  const places = new Map(head.columns.flatMap((column, index) => (column ? [[column, index] as const] : [])));
  const escaped = places.get('escape');
  return {
    kind: head.kind,
    has: (column) => places.has(column),
    rows: rows.slice(1).flatMap((cells, index): Row[] => {
      if (cells.every((cell) => cell === '')) return [];
      const isEscaped = escaped !== undefined && cells[escaped] !== '';
      return [{ place: placeOfRow(path, index + 2), cell: cellReader(cells, places, isEscaped) }];
    }),
  };
}

function cellReader(cells: readonly string[], places: ReadonlyMap<Column, number>, isEscaped: boolean): Row['cell'] {
  return (column) => {
    const place = places.get(column);
    const cell = (place === undefined ? undefined : cells[place])?.toWellFormed() ?? '';
    return isEscaped ? unescapeFormula(cell) : cell;
  };
}

/** The delimiter that gives the header the most columns that are known. */
function delimiterOf(text: string): string {
  const firstLine = text.slice(0, 10_000).split(/[\r\n]/, 1)[0]!;
  let best: string = DELIMITERS[0];
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const known = headOfLine(firstLine, delimiter)?.columns.filter((column) => column !== undefined).length ?? 0;
    if (known > most) [best, most] = [delimiter, known];
  }
  return best;
}

function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const newline = newlineOf(text);
  const isPlain = delimiter === '\t' && !/(?:^|[\t\r\n])"/.test(text);
  if (!isPlain) {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
    // A TSV may have single quotation marks that quote nothing.
    if (delimiter !== '\t' || !errors.some(({ type }) => type === 'Quotes')) return data;
  }
  return text.split(newline).map((line) => line.split(delimiter).map(unescapeTsv));
}

/** How the first row ends, since later ones may have other line ends inside quotes. */
function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === '\n') return '\n';
    else if (!isQuoted && character === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r';
  }
  return '\n';
}

function unescapeTsv(cell: string): string {
  return cell.replaceAll(/\\([tnr\\])/g, (_, letter: string) => {
    return letter === 't' ? '\t' : letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\';
  });
}
