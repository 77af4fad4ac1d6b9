import { t } from '#language/t.ts';
import { type LooseAttribute, type LooseSpan } from '#formats/exchange/loose.ts';
import { wholeNumber } from '#formats/exchange/fields.ts';
import { isObject } from '#formats/is-object.ts';
import { type Problem } from '#formats/problem.ts';
import { type Row } from './parse-table.ts';

/** The spans of one annotator's rows on one document: rows with one id are the parts of one span. */
export function spansOfRows(rows: readonly Row[], problems: Problem[]): readonly LooseSpan[] {
  const byId = new Map<string, Row[]>();
  for (const [index, row] of rows.entries()) {
    if (Number.isNaN(offset(row, 'start')) || Number.isNaN(offset(row, 'end'))) {
      problems.push({ place: row.place, message: t`start and end are not whole numbers: this span is left out` });
      continue;
    }
    const id = row.cell('id') || `span ${index + 1}`;
    const known = byId.get(id);
    if (known) known.push(row);
    else byId.set(id, [row]);
  }
  return [...byId].map(([id, parts]): LooseSpan => {
    const first = parts[0]!;
    const quotes = parts.map((part) => part.cell('text'));
    return {
      id,
      label: first.cell('label'),
      ranges: parts.map((part) => ({ from: offset(part, 'start'), to: offset(part, 'end') })),
      ...(quotes.every((quote) => quote !== '') ? { quotes } : {}),
      attributes: attributesOf(first, problems),
      note: first.cell('note'),
      createdAt: first.cell('created'),
      changedAt: first.cell('changed'),
    };
  });
}

/** Tables that went through pandas may have whole numbers with a fraction of zero. */
function offset(row: Row, column: 'start' | 'end'): number {
  const written = /^\s*(\d{1,15})(?:\.0+)?\s*$/.exec(row.cell(column));
  return written ? Number(written[1]) : Number.NaN;
}

/** From a JSON object of values by name, a JSON list of { name, value }, or `name=value; name=value`. */
function attributesOf(row: Row, problems: Problem[]): readonly LooseAttribute[] {
  const written = row.cell('attributes').trim();
  if (written === '') return [];
  const parsed = parsedJson(written);
  if (isObject(parsed)) return Object.entries(parsed).flatMap(([name, value]) => valuesOf(name, value));
  if (Array.isArray(parsed)) {
    return parsed
      .filter(isObject)
      .flatMap(({ name, value }) => (typeof name === 'string' ? valuesOf(name, value) : []));
  }
  const pairs = written.split(';').map((pair) => ({ pair, at: pair.indexOf('=') }));
  if (pairs.every(({ at }) => at > 0)) {
    return pairs.map(({ pair, at }) => ({ name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() }));
  }
  problems.push({ place: row.place, message: t`the attributes are neither a JSON object nor “name=value”: left out` });
  return [];
}

function valuesOf(name: string, value: unknown): readonly LooseAttribute[] {
  if (Array.isArray(value)) return value.flatMap((each) => plainValues(name, each));
  if (!isObject(value)) return plainValues(name, value);
  const [from, to] = [wholeNumber(value, 'start'), wholeNumber(value, 'end')];
  const words = typeof value['text'] === 'string' ? value['text'] : '';
  return to > from ? [{ name, value: words, range: { from, to } }] : [];
}

function plainValues(name: string, value: unknown): readonly LooseAttribute[] {
  if (typeof value === 'string') return [{ name, value: value.toWellFormed() }];
  return typeof value === 'number' || typeof value === 'boolean' ? [{ name, value: String(value) }] : [];
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
