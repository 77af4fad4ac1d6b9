import { type AnnotatorId, type Layer } from '#core/project/project.ts';
import { type Span } from '#core/spans/span.ts';
import { type CodePointOffsets, codePointOffsets } from '#core/text/offsets.ts';
import { valueTexts } from '#formats/exchange/attribute-text.ts';
import { type AnnotatedArticle } from '#formats/exchange/dataset.ts';
import { listOf, text as textColumn, whole, type Column } from './columns.ts';

/**
 * An article as a row: the same keys in every row and never null, since the library takes the types from the first ones.
 * `nameOf` gives an annotator's name. Offsets are in code points, as Python counts. An interrupted span has a row for each of its parts, with one id.
 */
export function rowOf({ article, layers }: AnnotatedArticle, nameOf: (id: AnnotatorId) => string) {
  const offsets = codePointOffsets(article.text);
  const { id, text, title, author, source, date, language } = article;
  return {
    id,
    text,
    title,
    author,
    source,
    date,
    language,
    spans: layers.flatMap((layer) => layer.spans.flatMap((span) => spanRows(article.text, offsets, layer, span))),
    links: layers.flatMap(({ annotatorId, links }) =>
      links.map((link) => ({ id: link.id, from: link.from, to: link.to, label: link.type, annotator: annotatorId })),
    ),
    layers: layers.map(({ annotatorId, status, changedAt }) => ({
      annotator: annotatorId,
      annotator_name: nameOf(annotatorId),
      status,
      changed_at: changedAt,
    })),
  };
}

/** The columns of rowOf, in its order. */
export const COLUMNS: readonly Column[] = [
  ...['id', 'text', 'title', 'author', 'source', 'date', 'language'].map(textColumn),
  listOf('spans', [
    textColumn('id'),
    whole('part'),
    whole('start'),
    whole('end'),
    ...['label', 'text', 'annotator'].map(textColumn),
    listOf('attributes', [textColumn('name'), textColumn('value'), whole('start'), whole('end')]),
    ...['note', 'created_at', 'changed_at'].map(textColumn),
  ]),
  listOf('links', ['id', 'from', 'to', 'label', 'annotator'].map(textColumn)),
  listOf('layers', ['annotator', 'annotator_name', 'status', 'changed_at'].map(textColumn)),
];

function spanRows(text: string, offsets: CodePointOffsets, { annotatorId }: Layer, span: Span) {
  return span.ranges.map(({ from, to }, part) => ({
    id: span.id,
    part,
    start: offsets.toCodePoint(from),
    end: offsets.toCodePoint(to),
    label: span.label,
    text: text.slice(from, to),
    annotator: annotatorId,
    attributes: part === 0 ? attributeRows(text, offsets, span) : [],
    note: part === 0 ? span.note : '',
    created_at: span.createdAt,
    changed_at: span.changedAt,
  }));
}

function attributeRows(text: string, offsets: CodePointOffsets, { attributes }: Span): readonly object[] {
  return attributes.flatMap(({ id, value }) => {
    const { texts, range } = valueTexts(value, ({ from, to }) => text.slice(from, to));
    const [start, end] = range ? [offsets.toCodePoint(range.from), offsets.toCodePoint(range.to)] : [-1, -1];
    return texts.map((each) => ({ name: id, value: each, start, end }));
  });
}
