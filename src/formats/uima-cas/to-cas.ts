import { fitsAttribute, isRange } from '#core/labels/attribute.ts';
import { findAttribute, findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type AnnotatorId, type Layer } from '#core/project/project.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { extentOf, type Span } from '#core/spans/span.ts';
import { type AnnotatedArticle } from '#formats/exchange/dataset.ts';
import { type Loss, type LossLog } from '#formats/exchange/losses.ts';
import { safeName } from '#formats/xml/safe-names.ts';
import { type Cas, type CasStructure, type CasType, type CasValue, DOCUMENT_ANNOTATION, FIRST_VIEW } from './cas.ts';
import {
  ARTICLE_TYPE,
  BEGIN_OF,
  CONTINUATION_TYPE,
  END_OF,
  featureName,
  FROM,
  LABEL_TYPE,
  LINK_TYPE,
  TO,
} from './own-types.ts';

/** What is the same for all articles of a dataset. */
export interface CasOptions {
  readonly labelSet: LabelSet;
  readonly types: ReadonlyMap<string, CasType>;
  readonly losses: LossLog;
  readonly nameOf: (id: AnnotatorId) => string;
  /** The text as the file can hold it. What it changes is reported as a loss at the place, where one is given. */
  readonly keep: (text: string, at: LossPlace | undefined) => string;
}

export type LossPlace = Omit<Loss, 'reason' | 'detail'>;

const SOFA = 1;

/** One layer of an article, or the article alone, as a CAS. Offsets are in UTF-16 code units, as Java counts. */
export function toCas(options: CasOptions, annotated: AnnotatedArticle, layer: Layer | undefined): Cas {
  const { article, layers } = annotated;
  const { keep, types } = options;
  const structures = new Map<number, CasStructure>();
  const add: AddStructure = (type, range, values) => {
    const id = SOFA + 1 + structures.size;
    const [begin, end] = [range?.from, range?.to];
    structures.set(id, { id, type, sofa: SOFA, begin, end, values: new Map(values) });
    return id;
  };
  const { id: articleId, title, author, source, date, language } = article;
  const whole = { from: 0, to: article.text.length };
  // What is lost from the article itself is told once, not for each of its layers.
  const keepOnce = (text: string): string => keep(text, layer && layer !== layers[0] ? undefined : { articleId });
  add(DOCUMENT_ANNOTATION, whole, [['language', keepOnce(language)]]);
  add(ARTICLE_TYPE, undefined, [
    ['article', articleId],
    ['title', keepOnce(title)],
    ...(author === '' ? [] : [['author', keepOnce(author)] as const]),
    ['source', keepOnce(source)],
    ['date', keepOnce(date)],
    ['language', keepOnce(language)],
    ...(layer ? layerValues(options, layer) : []),
  ]);
  if (layer) addLayer(options, article.text, layer, add);
  const view = { name: FIRST_VIEW, sofa: SOFA, text: keepOnce(article.text), members: new Set(structures.keys()) };
  return { types, views: [view], structures };
}

type Values = readonly (readonly [name: string, value: CasValue])[];
type AddStructure = (type: string, range: { from: number; to: number } | undefined, values: Values) => number;

function layerValues({ keep, nameOf }: CasOptions, { articleId, annotatorId, status }: Layer): Values {
  const at = { articleId, annotatorId };
  const name = nameOf(annotatorId);
  return [
    ['annotator', keep(annotatorId, at)],
    ['annotatorName', keep(name, name === annotatorId ? undefined : at)],
    ['status', status],
  ];
}

function addLayer(options: CasOptions, text: string, layer: Layer, add: AddStructure): void {
  const { articleId, annotatorId, spans, links } = layer;
  const heads = new Map(
    spans.map((span) => [span.id, { structure: addSpan(options, text, layer, span, add), extent: extentOf(span) }]),
  );
  for (const { id, type, from, to } of links) {
    const [start, end] = [heads.get(from)!, heads.get(to)!];
    // Where INCEpTION has a relation: at its dependent.
    add(LINK_TYPE + safeName(type), end.extent, [
      [FROM, { ids: [start.structure] }],
      [TO, { ids: [end.structure] }],
      ['id', options.keep(id, { articleId, annotatorId, linkId: id })],
    ]);
  }
}

/** A structure for each part, each part leading to the next; gives the id of the first, which holds all else. */
function addSpan(options: CasOptions, text: string, layer: Layer, span: Span, add: AddStructure): number {
  const { id, label, ranges, note, createdAt, changedAt } = span;
  const at = { articleId: layer.articleId, annotatorId: layer.annotatorId, spanId: id };
  const type = LABEL_TYPE + safeName(label);
  const head = add(type, ranges[0], [
    ['id', options.keep(id, at)],
    ...(note === '' ? [] : [['note', options.keep(note, at)] as const]),
    ['createdAt', createdAt],
    ['changedAt', changedAt],
    ...attributeValues(options, text, span, at),
  ]);
  let last = head;
  for (const range of ranges.slice(1)) {
    const next = add(type, range, []);
    add(CONTINUATION_TYPE, range, [
      [FROM, { ids: [last] }],
      [TO, { ids: [next] }],
    ]);
    last = next;
  }
  return head;
}

function attributeValues({ labelSet, losses, keep }: CasOptions, text: string, span: Span, at: LossPlace): Values {
  const label = findLabel(labelSet, span.label);
  return span.attributes.flatMap(({ id, value }): Values => {
    const attribute = findAttribute(label, id);
    if (!attribute || !fitsAttribute(attribute, value)) {
      losses.add({ reason: 'attribute-dropped', ...at, attribute: id, detail: quoteOf(text, span) });
      return [];
    }
    const name = featureName(id);
    const kept = (words: string): string => keep(words, { ...at, attribute: id });
    if (typeof value === 'boolean' || typeof value === 'number') return [[name, value]];
    if (typeof value === 'string') return [[name, kept(value)]];
    if (!isRange(value)) return [[name, value.map(kept)]];
    // The words are in the text as well, where what is changed in them is told.
    return [
      [name, keep(text.slice(value.from, value.to), undefined)],
      [BEGIN_OF + name, value.from],
      [END_OF + name, value.to],
    ];
  });
}
