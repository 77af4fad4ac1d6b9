import { fitsAttribute, isRange } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type AnnotatorId, type Article, type Layer } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type Span, type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { annotatorNames } from '#formats/exchange/annotator-names.ts';
import { type AnnotatedArticle, type CreateWriter, createLayerPaths } from '#formats/exchange/dataset.ts';
import { type Loss, type LossLog } from '#formats/exchange/losses.ts';
import { cdata, writeAttributes } from '#formats/xml/escape-xml.ts';
import { createXmlKeeper } from '#formats/xml/keep-for-xml.ts';
import {
  attributeName,
  CHANGED,
  CREATED,
  escapeWords,
  ID,
  idPrefixes,
  labelTag,
  linkTag,
  NOTE,
  ROOT,
  SEVERAL,
  SPANS_OF,
  tagsOf,
  valueName,
} from './names.ts';
import { reportRenamed, writeSchema } from './schema.ts';

/** An XML file for each layer, and for each article without one, and the schema. Offsets are in UTF-16 code units. */
export const createMedTatorWriter: CreateWriter = (about, _options, losses) => {
  const { labelSet } = about.project;
  const writing: Writing = {
    labelSet,
    losses,
    nameOf: annotatorNames(about),
    keep: createXmlKeeper(losses),
    prefixes: idPrefixes(tagsOf(labelSet)),
  };
  const pathOf = createLayerPaths(about, '.xml');
  let index = 0;
  return {
    begin: () => {
      reportRenamed(labelSet, losses);
      return [{ path: 'schema.dtd', content: writeSchema(labelSet) }];
    },
    *article(annotated) {
      const { article, layers } = annotated;
      for (const layer of layers.length > 0 ? layers : [undefined]) {
        yield { path: pathOf(index, article, layer?.annotatorId), content: fileOf(writing, annotated, layer) };
      }
      index += 1;
    },
    end: () => [],
  };
};

interface Writing {
  readonly labelSet: LabelSet;
  readonly losses: LossLog;
  readonly nameOf: (id: AnnotatorId) => string;
  readonly keep: (text: string, at: LossPlace | undefined) => string;
  /** In front of the numbers that are ids, by tag. */
  readonly prefixes: ReadonlyMap<string, string>;
}

type LossPlace = Omit<Loss, 'reason' | 'detail'>;
type Attributes = readonly (readonly [name: string, value: string])[];

function fileOf(writing: Writing, { article, layers }: AnnotatedArticle, layer: Layer | undefined): string {
  const { id: articleId, title, author, source, date, language, text } = article;
  // What is lost from the article itself is told once, not for each of its layers.
  const keepOnce = (words: string): string =>
    writing.keep(words, layer && layer !== layers[0] ? undefined : { articleId });
  const meta: Attributes = [
    ['article', articleId],
    ['title', keepOnce(title)],
    ...(author === '' ? [] : [['author', keepOnce(author)] as const]),
    ['source', keepOnce(source)],
    ['date', keepOnce(date)],
    ['language', keepOnce(language)],
  ];
  const own: Attributes = layer
    ? [
        ['annotator', writing.keep(layer.annotatorId, { articleId, annotatorId: layer.annotatorId })],
        ['annotatorName', keptName(writing, layer)],
        ['status', layer.status],
      ]
    : [];
  return [
    '<?xml version="1.0" encoding="UTF-8" ?>',
    `<${ROOT}>`,
    `<TEXT>${cdata(keepOnce(text))}</TEXT>`,
    '<TAGS>',
    ...(layer ? tagLines(writing, article, layer) : []),
    '</TAGS>',
    `<META${writeAttributes([...meta, ...own])}/>`,
    `</${ROOT}>`,
    '',
  ].join('\n');
}

/** Where the id stands in for a name, what is changed in it is told for the id. */
function keptName({ keep, nameOf }: Writing, { articleId, annotatorId }: Layer): string {
  const name = nameOf(annotatorId);
  return keep(name, name === annotatorId ? undefined : { articleId, annotatorId });
}

function tagLines(writing: Writing, { text }: Article, layer: Layer): readonly string[] {
  const { articleId, annotatorId, spans, links } = layer;
  const counts = new Map<string, number>();
  const nextId = (tag: string): string => {
    const number = counts.get(tag) ?? 0;
    counts.set(tag, number + 1);
    return `${writing.prefixes.get(tag) ?? tag}${number}`;
  };
  const written = new Map<SpanId, { readonly tagId: string; readonly words: string }>();
  const lines: string[] = [];
  for (const span of spans) {
    const tag = labelTag(span.label);
    const tagId = nextId(tag);
    // What is changed in the words is told for the text.
    const words = writing.keep(span.ranges.map(({ from, to }) => text.slice(from, to)).join('...'), undefined);
    written.set(span.id, { tagId, words });
    const spansField = span.ranges.map(({ from, to }) => `${from}~${to}`).join(',');
    const attributes = [
      ['id', tagId],
      ['spans', spansField],
      ['text', words],
    ] as const;
    lines.push(`<${tag}${writeAttributes([...attributes, ...spanAttributes(writing, text, layer, span)])}/>`);
  }
  for (const { id, type, from, to } of links) {
    const tag = linkTag(writing.labelSet, type);
    const [start, end] = [written.get(from)!, written.get(to)!];
    const attributes: Attributes = [
      ['id', nextId(tag)],
      ['fromID', start.tagId],
      ['fromText', start.words],
      ['toID', end.tagId],
      ['toText', end.words],
      [ID, writing.keep(id, { articleId, annotatorId, linkId: id })],
    ];
    lines.push(`<${tag}${writeAttributes(attributes)}/>`);
  }
  return lines;
}

function spanAttributes(writing: Writing, text: string, { articleId, annotatorId }: Layer, span: Span): Attributes {
  const { id, note, createdAt, changedAt, attributes } = span;
  const at = { articleId, annotatorId, spanId: id };
  const label = findLabel(writing.labelSet, span.label);
  const held = attributes.filter(({ id: attributeId, value }) => {
    const attribute = findAttribute(label, attributeId);
    // MedTator writes an empty value where there is none.
    if (attribute && value !== '' && fitsAttribute(attribute, value)) return true;
    writing.losses.add({ reason: 'attribute-dropped', ...at, attribute: attributeId, detail: quoteOf(text, span) });
    return false;
  });
  const several = held.filter(({ value }) => Array.isArray(value)).map((each) => attributeName(each.id));
  const values = held.flatMap((each): Attributes => {
    const isChoice = findAttribute(label, each.id)?.kind === 'choice';
    return valueAttributes(writing, text, each, isChoice, { ...at, attribute: each.id });
  });
  return [
    ...values,
    ...(note === '' ? [] : [[NOTE, escapeWords(writing.keep(note, at))] as const]),
    ...(several.length === 0 ? [] : [[SEVERAL, several.join(' ')] as const]),
    [ID, writing.keep(id, at)],
    [CREATED, createdAt],
    [CHANGED, changedAt],
    ['_annotator', writing.keep(annotatorId, undefined)],
  ];
}

function valueAttributes(
  { keep }: Writing,
  text: string,
  { id, value }: SpanAttribute,
  isChoice: boolean,
  at: LossPlace,
): Attributes {
  const name = attributeName(id);
  if (typeof value === 'boolean') return [[name, value ? 'yes' : 'no']];
  if (typeof value === 'number') return [[name, String(value)]];
  if (typeof value === 'string') return [[name, isChoice ? valueName(value) : escapeWords(keep(value, at))]];
  if (!isRange(value)) return [[name, value.map(valueName).join(' ')]];
  const { from, to } = value;
  return [
    [name, escapeWords(keep(text.slice(from, to), undefined))],
    [SPANS_OF + name, `${from}~${to}`],
  ];
}
