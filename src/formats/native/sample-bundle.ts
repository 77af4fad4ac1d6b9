import { type AttributeId, type AttributeValue } from '#core/labels/attribute.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type GuidelineVersion } from '#core/project/guidelines.ts';
import { type AnnotatorId, type Article, type Bundle, type Layer, type ProjectId } from '#core/project/project.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { type Span, type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { articleIdOf } from '#formats/article-id.ts';

const TEXT = '“We 🎉 will go,” she said, “on Monday.”\nAnn Lee of Rome: taxes rose 4%.\u2028';

const GUIDELINES: GuidelineVersion = {
  number: 1,
  at: '2024-06-16T08:00:00.000Z',
  by: 'Ada',
  text: 'Tag *everything*.',
  labels: [
    {
      label: 'entity' as LabelId,
      text: 'Names only.',
      examples: [
        { before: 'said ', quote: 'she', after: ', “on', source: 'Taxes rose', isGood: false, comment: 'A pronoun.' },
      ],
    },
  ],
};

/** A small bundle with an emoji, an interrupted quote and two annotators, one of whom marked nothing. For tests only. */
export function sampleBundle(): Bundle {
  const article = sampleArticle();
  const [ada, bo] = [
    { id: 'ada' as AnnotatorId, name: 'Ada' },
    { id: 'bo' as AnnotatorId, name: 'Bo' },
  ];
  const cue = { from: TEXT.indexOf('said'), to: TEXT.indexOf('said') + 4 };
  const spans = [
    { ...span('s1', 'quote', '“We 🎉 will go,”', '“on Monday.”'), attributes: [attribute('cue', cue)] },
    {
      ...span('s2', 'entity', 'Ann Lee'),
      attributes: [attribute('type', 'person'), attribute('wikidata', 'Q42')],
    },
  ];
  const links: readonly Link[] = [
    {
      id: 'l1' as LinkId,
      type: 'speaker' as LinkTypeId,
      from: 's1' as SpanId,
      to: 's2' as SpanId,
      origin: 'hand',
      createdAt: '2024-06-17T09:30:30.000Z',
    },
  ];
  const layer: Layer = {
    articleId: article.id,
    annotatorId: ada.id,
    status: 'in-progress',
    spans,
    links,
    changedAt: '2024-06-17T09:31:00.000Z',
  };
  return {
    project: { id: 'p1' as ProjectId, name: 'Taxes', labelSet: DEFAULT_LABEL_SET, guidelines: [GUIDELINES] },
    annotators: [ada, bo],
    articles: [article],
    layers: [layer, { ...layer, annotatorId: bo.id, status: 'done', spans: [], links: [] }],
  };
}

function attribute(id: string, value: AttributeValue): SpanAttribute {
  return { id: id as AttributeId, value };
}

function sampleArticle(): Article {
  return {
    id: articleIdOf(TEXT),
    title: 'Taxes rose',
    source: 'made for this test',
    date: '2024-06-17',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    text: TEXT,
  };
}

function span(id: string, label: string, ...quotes: readonly string[]): Span {
  const ranges = quotes.map((quote) => ({ from: TEXT.indexOf(quote), to: TEXT.indexOf(quote) + quote.length }));
  const time = '2024-06-17T09:30:00.000Z';
  return {
    id: id as SpanId,
    label: label as LabelId,
    ranges,
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: time,
    changedAt: time,
  };
}
