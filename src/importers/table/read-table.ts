import { t } from '#language/t.ts';
import Papa from 'papaparse';
import { jsonLines } from '#formats/exchange/json-lines.ts';
import { isObject } from '#formats/is-object.ts';
import { parseJson } from '#formats/native/parse-json.ts';
import { type Problem, ProblemList } from '#formats/problem.ts';
import { isUsualName } from './guess-mapping.ts';
import { type Table, type TableRow } from './table.ts';

const MOST_PROBLEMS = 100;

/**
 * The table in a decoded text: JSON Lines, a JSON list of objects (or an object that holds one), else values separated by
 * commas, semicolons, tabs or bars. `hasHeader` is found out from the first row where it is not given.
 */
export function readTable(text: string, hasHeader?: boolean): Table {
  const plain = text.replace(/^\uFEFF/, '');
  return /^\s*[[{]/.test(plain) ? tableOfJson(plain) : separatedTable(plain, hasHeader);
}

/** Rows are counted as a spreadsheet does, with the header as the first. */
function separatedTable(text: string, given: boolean | undefined): Table {
  const problems = new ProblemList(MOST_PROBLEMS);
  // What Excel writes to say which separator follows.
  const [told, separator] = /^sep=([,;\t|])\r?\n/i.exec(text) ?? ['', ''];
  const body = text.slice(told.length);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator || separatorOf(body) });
  for (const { row, type } of errors) {
    if (type === 'Quotes')
      problems.add(t`row ${(row ?? 0) + 1}`, t`a quotation mark is not closed, or text follows one`);
  }
  const rows = data.map((cells, index) => ({
    place: t`row ${index + 1}`,
    cells: cells.map((cell) => cell.toWellFormed()),
  }));
  const [first] = rows;
  const isNamed = first !== undefined && (given ?? looksLikeHeader(first.cells, rows[1]?.cells));
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const names = isNamed ? first.cells : [];
  return {
    columns: Array.from({ length: width }, (_, index) => names[index]?.trim() || t`Column ${index + 1}`),
    rows: (isNamed ? rows.slice(1) : rows).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    hasHeader: isNamed,
    mayHaveHeader: true,
    problems: problems.all,
    problemCount: problems.count,
  };
}

const SEPARATORS = [',', '\t', ';', '|'] as const;

/** So many rows tell the separator, and so many characters hold them in any sensible table. */
const PREVIEW = { rows: 20, characters: 1_000_000 };

/** The separator that the first row has, and with which most rows after it have as many cells. */
function separatorOf(text: string): string {
  let best = { separator: SEPARATORS[0] as string, share: -1, width: 1 };
  for (const separator of SEPARATORS) {
    const { data } = Papa.parse<string[]>(text.slice(0, PREVIEW.characters), {
      delimiter: separator,
      preview: PREVIEW.rows,
    });
    const width = data[0]?.length ?? 0;
    const share = data.filter(({ length }) => length === width).length / data.length;
    if (width > 1 && (share > best.share || (share === best.share && width > best.width)))
      best = { separator, share, width };
  }
  return best.separator;
}

/** Names of columns are short, no two are the same, and none is a number, a date or an address. */
function looksLikeHeader(cells: readonly string[], next: readonly string[] | undefined): boolean {
  const names = cells.map((cell) => cell.trim());
  const said = names.filter((name) => name !== '');
  if (said.length === 0 || new Set(said).size < said.length) return false;
  // Questions of a survey are long names; beside two usual ones they are no article.
  if (!said.every(isName) && said.filter(isUsualName).length < 2) return false;
  // One column of short lines may be a list of sentences.
  return (
    names.length > 1 || /^[\p{Letter}_ -]{1,30}$/u.test(names[0]!) || (next?.[0]?.length ?? 0) > 5 * names[0]!.length
  );
}

function tableOfJson(text: string): Table {
  const problems = new ProblemList(MOST_PROBLEMS);
  const columns = new Map<string, number>();
  const rows: TableRow[] = [];
  for (const { place, value } of jsonRows(text, problems)) {
    if (!isObject(value)) {
      problems.add(place, t`this is no object with named values`);
      continue;
    }
    const cells: string[] = [];
    for (const [name, cell] of cellsOf(value, '', 0)) {
      const known = columns.get(name) ?? columns.size;
      if (known >= MOST_COLUMNS) continue;
      columns.set(name, known);
      cells[known] = cell;
    }
    rows.push({ place, cells: Array.from(cells, (cell) => cell ?? '') });
  }
  return {
    columns: [...columns.keys()],
    rows,
    hasHeader: true,
    mayHaveHeader: false,
    problems: problems.all,
    problemCount: problems.count,
  };
}

const MOST_COLUMNS = 500;
const MOST_DEPTH = 4;

/** Every value with its name; one inside another has the names of both with a dot between. */
function* cellsOf(value: object, before: string, depth: number): Generator<readonly [string, string]> {
  for (const [key, each] of Object.entries(value) as readonly [string, unknown][]) {
    const name = before + key;
    if (Array.isArray(each)) {
      // Paragraphs of a text, or names of authors.
      if (each.every((part) => typeof part === 'string')) yield [name, each.join('\n').toWellFormed()];
    } else if (isObject(each)) {
      if (depth < MOST_DEPTH) yield* cellsOf(each, `${name}.`, depth + 1);
    } else if (typeof each === 'string') yield [name, each.toWellFormed()];
    else if (typeof each === 'number' || typeof each === 'boolean') yield [name, String(each)];
  }
}

interface PlacedValue {
  readonly place: string;
  readonly value: unknown;
}

function jsonRows(text: string, problems: ProblemList): readonly PlacedValue[] {
  const whole = parseJson(text);
  if (whole.ok) {
    const list = listIn(whole.value);
    return list.map((value, index) => ({ place: t`entry ${index + 1}`, value }));
  }
  const { lines, problems: bad } = jsonLines('', text);
  const faults: readonly Problem[] = lines.length === 0 ? whole.problems : bad;
  for (const { place, message } of faults) problems.add(place.trim(), message);
  return lines.map(({ line, value }) => ({ place: t`line ${line}`, value }));
}

/** A list, the first list of objects that an object holds, or the object itself. */
function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const inside: readonly unknown[] = isObject(value) ? Object.values(value) : [];
  const list = inside.find((each) => Array.isArray(each) && each.length > 0 && each.every(isObject));
  return Array.isArray(list) ? list : [value];
}

function isName(name: string): boolean {
  return name.length <= 60 && !/^[\d\s.,:/-]*$|https?:|[.!?]\s/.test(name);
}
