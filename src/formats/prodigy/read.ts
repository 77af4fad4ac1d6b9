import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { objectsField, textField, wholeNumber } from '#formats/exchange/fields.ts';
import { type JsonLine, jsonLinesIn } from '#formats/exchange/json-lines.ts';
import { type LooseDocument, type LooseLayer, type LooseSpan, type ReadDataset } from '#formats/exchange/loose.ts';
import { isObject } from '#formats/is-object.ts';
import { type Problem, ProblemList } from '#formats/problem.ts';
import { createLayerMerger, type LayerMerger } from './merge-layers.ts';
import { linksOf } from './read-relations.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads tasks as Prodigy gives them out. Lines with one text are one document, whose layers are told apart by
 * `_annotator_id` or `_session_id`. Answers `reject` and `ignore` say nothing about what is right, so their spans are left out.
 */
export const readProdigy: ReadDataset = (files) => {
  const documents: LooseDocument[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    if (!/\.jsonl?$/i.test(file.path)) continue;
    const lines = jsonLinesIn(file, problems);
    const found = new ProblemList(1000);
    documents.push(...documentsOf(file.path, lines, found));
    problems.push(...found.all);
  }
  return { documents, problems, units: ['code-point', 'utf-16'] };
};

/** A document while its lines are read. */
interface Draft {
  readonly line: number;
  readonly row: Row;
  readonly text: string;
  readonly layers: LayerMerger;
}

function documentsOf(path: string, lines: readonly JsonLine[], problems: ProblemList): readonly LooseDocument[] {
  const drafts = new Map<string, Draft>();
  for (const { line, value } of lines) {
    const place = placeOfLine(path, line);
    if (!isObject(value) || typeof value['text'] !== 'string') {
      problems.add(place, t`the task has no “text”`);
      continue;
    }
    const text = value['text'];
    const key = JSON.stringify([textField(value['meta'], 'doc_id'), text]);
    const draft = drafts.get(key) ?? { line, row: value, text, layers: createLayerMerger() };
    drafts.set(key, draft);
    const layer = layerOf(place, value, problems);
    if (layer) draft.layers.add(layer, line);
  }
  return [...drafts.values()].map(({ line, row, text, layers }) => ({
    place: placeOfLine(path, line),
    name: textField(row['meta'], 'doc_id'),
    text,
    title: textField(row['meta'], 'title'),
    author: textField(row['meta'], 'author'),
    source: textField(row['meta'], 'source') || textField(row['meta'], 'url'),
    date: textField(row['meta'], 'date'),
    language: textField(row['meta'], 'language'),
    layers: layers.layers(),
  }));
}

function layerOf(place: string, row: Row, problems: ProblemList): LooseLayer | undefined {
  const answer = textField(row, 'answer');
  if (answer === 'reject' || answer === 'ignore') {
    problems.add(place, t`the answer is “${answer}”: its spans are left out`);
    return undefined;
  }
  const annotator = textField(row, '_annotator_id') || textField(row, '_session_id');
  const told = textField(row['meta'], 'status');
  const rows = objectsField(row, 'spans');
  const spans = rows.flatMap((span, index) => spanOf(span, index) ?? []);
  if (spans.length < rows.length) problems.add(place, t`spans without a label are left out`);
  const links = linksOf(place, row, spans, problems);
  // Without an answer nobody has looked at it yet.
  const isPrediction = answer === '' && annotator === '';
  if (isPrediction && spans.length === 0) return undefined;
  const annotatorName = textField(row, '_annotator_name');
  return { annotator, annotatorName, isPrediction, status: statusOf(told), spans, links };
}

function statusOf(told: string): LayerStatus {
  return told === 'not-started' || told === 'in-progress' ? told : 'done';
}

function spanOf(row: Row, index: number): LooseSpan | undefined {
  const label = textField(row, 'label');
  if (label === '') return undefined;
  const quote = textField(row, 'text');
  return {
    id: textField(row, 'id') || `span ${index + 1}`,
    label,
    ranges: [{ from: wholeNumber(row, 'start'), to: wholeNumber(row, 'end') }],
    ...(quote === '' ? {} : { quotes: [quote] }),
    attributes: [],
    note: '',
    createdAt: '',
    changedAt: '',
  };
}
