import { type AttributeId, type AttributeValue } from '#core/labels/attribute.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type GuidelineVersion } from '#core/project/guidelines.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type AnnotatorId, type Article, type Layer, type ProjectId } from '#core/project/project.ts';
import {
  type BatchId,
  type CoveredSpan,
  type DecidedLink,
  type DecidedSpan,
  type Decision,
  type DecisionId,
} from '#core/review/decision.ts';
import { type MessageId, type Thread, type ThreadId } from '#core/review/thread.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { type Span, type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
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

/**
 * A small bundle with an emoji, an interrupted quote and two annotators, one of whom marked nothing, reviewed what the other
 * did and asked a question. For tests only.
 */
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
    decisions: sampleDecisions(layer, bo.id),
    threads: [sampleThread(article, bo.id)],
  };
}

/** What Bo decided about what Ada marked: the quote as it is, its speaker under another extent, and that withdrawn. */
function sampleDecisions({ articleId, annotatorId, spans }: Layer, by: AnnotatorId): readonly Decision[] {
  const [quote, person] = spans as readonly [Span, Span];
  const decision: Decision = {
    articleId,
    id: 'd1' as DecisionId,
    at: '2024-06-18T08:00:00.000Z',
    by,
    verdict: 'accept',
    covers: [covered(quote, annotatorId)],
    inputs: [
      { annotatorId, digest: '0123456789abcdef' },
      { annotatorId: by, digest: 'fedcba9876543210' },
    ],
    spans: [
      decided('d1-1', quote, annotatorId, [{ type: 'speaker' as LinkTypeId, to: { annotatorId, spanId: person.id } }]),
    ],
    reasons: [],
    comment: '',
    isBlind: true,
    policy: { policy: 'trusted', settings: 'What Ada marked.' },
    batch: 'b1' as BatchId,
    supersedes: [],
  };
  const [range] = person.ranges as readonly [TextRange];
  const longer = { ...person, ranges: [{ from: range.from, to: range.to + ' of Rome'.length }] };
  return [
    decision,
    {
      ...decision,
      id: 'd2' as DecisionId,
      verdict: 'adjust',
      covers: [covered(person, annotatorId)],
      spans: [decided('d2-1', longer, annotatorId, [])],
      reasons: ['boundary-convention'],
      comment: 'The place belongs to the name.',
      isBlind: false,
      policy: undefined,
      batch: '',
    },
    {
      ...decision,
      id: 'd3' as DecisionId,
      verdict: 'withdraw',
      covers: [],
      spans: [],
      policy: undefined,
      batch: '',
      supersedes: ['d2' as DecisionId],
    },
  ];
}

function covered({ id: spanId, label, ranges, attributes }: Span, annotatorId: AnnotatorId): CoveredSpan {
  return { annotatorId, spanId, label, ranges, attributes };
}

function decided(id: string, from: Span, annotatorId: AnnotatorId, links: readonly DecidedLink[]): DecidedSpan {
  const { label, ranges, attributes, note } = from;
  return { id: id as SpanId, label, ranges, attributes, note, from: [{ annotatorId, spanId: from.id }], links };
}

function sampleThread({ id: articleId }: Article, by: AnnotatorId): Thread {
  const range = { from: TEXT.indexOf('Ann Lee'), to: TEXT.indexOf(':') };
  const at = '2024-06-18T08:10:00.000Z';
  return {
    articleId,
    id: 't1' as ThreadId,
    spans: [{ annotatorId: 'ada' as AnnotatorId, spanId: 's2' as SpanId }],
    range,
    quote: TEXT.slice(range.from, range.to),
    isGuidelineQuestion: true,
    isResolved: false,
    changedAt: at,
    messages: [{ id: 'm1' as MessageId, by, at, body: 'Does the *place* belong to the name?' }],
  };
}

function attribute(id: string, value: AttributeValue): SpanAttribute {
  return { id: id as AttributeId, value };
}

function sampleArticle(): Article {
  return {
    id: articleIdOf(TEXT),
    title: 'Taxes rose',
    author: 'Cy Dee',
    source: 'made for this test',
    date: '2024-06-17',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    pages: [
      { from: 0, page: 'iv' },
      { from: TEXT.indexOf('Ann Lee'), page: '5' },
    ],
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
