import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { objectsField, textField, wholeNumber } from '#formats/exchange/fields.ts';
import { jsonLinesIn } from '#formats/exchange/json-lines.ts';
import { type LooseDocument, type LooseLayer, type LooseSpan, type ReadDataset } from '#formats/exchange/loose.ts';
import { isObject } from '#formats/is-object.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { type Problem } from '#formats/problem.ts';

type Row = Readonly<Record<string, unknown>>;

/** Reads what createHuggingFaceWriter writes, and rows like it: `text` and `spans` with `start`, `end` and `label` are enough. */
export const readHuggingFace: ReadDataset = (files) => {
  const documents: LooseDocument[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    if (!/\.jsonl?$/i.test(file.path)) continue;
    for (const { line, value } of jsonLinesIn(file, problems)) {
      const place = placeOfLine(file.path, line);
      const document = documentOf(place, value);
      if (document) documents.push(document);
      else problems.push({ place, message: t`the row has no “text”` });
    }
  }
  return { documents, problems, units: ['code-point', 'utf-16'] };
};

function documentOf(place: string, value: unknown): LooseDocument | undefined {
  const text = isObject(value) ? value['text'] : undefined;
  if (typeof text !== 'string') return undefined;
  const spans = byField(objectsField(value, 'spans'), 'annotator');
  const links = byField(objectsField(value, 'links'), 'annotator');
  const told = byField(objectsField(value, 'layers'), 'annotator');
  const names = new Set([...told.keys(), ...spans.keys(), ...links.keys()]);
  return {
    place,
    name: textField(value, 'id'),
    text,
    title: textField(value, 'title'),
    author: textField(value, 'author'),
    source: textField(value, 'source'),
    date: textField(value, 'date'),
    language: textField(value, 'language'),
    layers: [...names].map((annotator): LooseLayer => {
      return {
        annotator,
        annotatorName: textField(told.get(annotator)?.[0], 'annotator_name'),
        isPrediction: false,
        status: statusOf(textField(told.get(annotator)?.[0], 'status')),
        spans: joinParts(spans.get(annotator) ?? []),
        links: (links.get(annotator) ?? []).map((row, index) => ({
          id: textField(row, 'id') || `link ${index + 1}`,
          type: textField(row, 'label'),
          from: textField(row, 'from'),
          to: textField(row, 'to'),
        })),
      };
    }),
  };
}

function statusOf(written: string): LayerStatus {
  return written === 'not-started' || written === 'in-progress' ? written : 'done';
}

/** The rows by what they have in the field; those that have nothing by their number, where `numbered` says so. */
function byField(rows: readonly Row[], name: string, numbered = ''): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const [index, row] of rows.entries()) {
    const key = textField(row, name) || (numbered === '' ? '' : `${numbered} ${index + 1}`);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Rows with one id are the parts of one span; a row without an id is a span of its own. */
function joinParts(rows: readonly Row[]): readonly LooseSpan[] {
  return [...byField(rows, 'id', 'span')].map(([id, parts]): LooseSpan => {
    const [first] = parts;
    const quotes = parts.map((part) => textField(part, 'text'));
    return {
      id,
      label: textField(first, 'label'),
      ranges: parts.map((part) => ({ from: wholeNumber(part, 'start'), to: wholeNumber(part, 'end') })),
      ...(quotes.every((quote) => quote !== '') ? { quotes } : {}),
      attributes: objectsField(first, 'attributes').map((row) => {
        const [from, to] = [wholeNumber(row, 'start'), wholeNumber(row, 'end')];
        const named = { name: textField(row, 'name'), value: textField(row, 'value') };
        return from >= 0 && to > from ? { ...named, range: { from, to } } : named;
      }),
      note: textField(first, 'note'),
      createdAt: textField(first, 'created_at'),
      changedAt: textField(first, 'changed_at'),
    };
  });
}
