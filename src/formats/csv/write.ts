import Papa from 'papaparse';
import { type Layer } from '#core/project/project.ts';
import { isRange, type AttributeValue } from '#core/labels/attribute.ts';
import { type Span } from '#core/spans/span.ts';
import { type CodePointOffsets, codePointOffsets } from '#core/text/offsets.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type AnnotatedArticle, type CreateWriter, type FilePart, fileStem } from '#formats/exchange/dataset.ts';
import { ESCAPED, escapeFormula } from './formulas.ts';

type Cell = string | number;

const TABLES = {
  'spans.csv': [
    'doc_id',
    'span_id',
    'part',
    'label',
    'start',
    'end',
    'text',
    'annotator',
    'attributes',
    'note',
    'created_at',
    'changed_at',
    'offset_unit',
  ],
  'links.csv': ['doc_id', 'link_id', 'type', 'from_id', 'to_id', 'annotator'],
  'documents.csv': ['doc_id', 'file', 'article_id', 'title', 'author', 'source', 'date', 'language', 'split'],
  'layers.csv': ['doc_id', 'annotator', 'annotator_name', 'status', 'changed_at'],
} as const;
type Table = keyof typeof TABLES;

/**
 * One row for each part of a span and for each link (RFC 4180, rows end with CRLF), and the texts as they are under
 * documents/. Offsets count code points. Where formulas are escaped, a last column says so, for the reader to undo it.
 */
export const createCsvWriter: CreateWriter = (about, { byteOrderMark, escapesFormulas }) => {
  const nameOf = annotatorNames(about);
  let count = 0;
  const part = (path: Table, rows: readonly (readonly Cell[])[]): readonly FilePart[] => {
    if (rows.length === 0) return [];
    const written = escapesFormulas
      ? rows.map((row) => [...row.map(escapeFormula), ESCAPED])
      : rows.map((row) => [...row]);
    return [{ path, content: tableText(written) }];
  };
  return {
    *begin() {
      for (const [path, columns] of Object.entries(TABLES)) {
        const header = escapesFormulas ? [...columns, 'escape'] : [...columns];
        yield { path, content: `${byteOrderMark ? '\uFEFF' : ''}${tableText([header])}` };
      }
    },
    *article({ article, layers, split }: AnnotatedArticle) {
      const docId = fileStem(count, article);
      count += 1;
      const { id, text, title, author, source, date, language } = article;
      const file = `documents/${docId}.txt`;
      const offsets = codePointOffsets(text);
      yield { path: file, content: text };
      yield* part('documents.csv', [[docId, file, id, title, author, source, date, language, split ?? '']]);
      for (const layer of layers) {
        const { annotatorId, status, changedAt } = layer;
        yield* part('layers.csv', [[docId, annotatorId, nameOf(annotatorId), status, changedAt]]);
        yield* part(
          'spans.csv',
          layer.spans.flatMap((span) => spanRows(docId, text, offsets, layer, span)),
        );
        yield* part(
          'links.csv',
          layer.links.map((link) => [docId, link.id, link.type, link.from, link.to, annotatorId]),
        );
      }
    },
    end: () => [],
  };
};

function tableText(rows: Cell[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}

function spanRows(
  docId: string,
  text: string,
  offsets: CodePointOffsets,
  { annotatorId }: Layer,
  span: Span,
): readonly (readonly Cell[])[] {
  return span.ranges.map(({ from, to }, part) => [
    docId,
    span.id,
    part,
    span.label,
    offsets.toCodePoint(from),
    offsets.toCodePoint(to),
    text.slice(from, to),
    annotatorId,
    part === 0 ? attributesText(text, offsets, span) : '',
    part === 0 ? span.note : '',
    span.createdAt,
    span.changedAt,
    'code-point',
  ]);
}

/** A JSON object, put together by hand since names from outside are no keys of objects here; empty without attributes. */
function attributesText(text: string, offsets: CodePointOffsets, { attributes }: Span): string {
  if (attributes.length === 0) return '';
  const members = attributes.map(({ id, value }) => {
    return `${JSON.stringify(id)}:${JSON.stringify(plainValue(text, offsets, value))}`;
  });
  return `{${members.join(',')}}`;
}

function plainValue(text: string, offsets: CodePointOffsets, value: AttributeValue): unknown {
  if (!isRange(value)) return value;
  const [start, end] = [offsets.toCodePoint(value.from), offsets.toCodePoint(value.to)];
  return { start, end, text: text.slice(value.from, value.to) };
}
