import { createHash } from 'node:crypto';
import { type Bundle } from '../src/core/bundle/bundle.ts';
import { DEFAULT_LABEL_SET } from '../src/core/labels/default-label-set.ts';
import { type LabelId } from '../src/core/labels/label-id.ts';
import {
  type AnnotatorId,
  type Article,
  type ArticleId,
  type Layer,
  type ProjectId,
} from '../src/core/project/project.ts';
import { type Decision, type DecisionId } from '../src/core/review/decision.ts';
import { type MessageId, type ThreadId } from '../src/core/review/thread.ts';
import { compareSpans, type Span, spanByHand, type SpanId } from '../src/core/spans/span.ts';
import { writeBundle } from '../src/formats/native/write.ts';

const AT = '2024-06-17T09:30:00.000Z';

const HARBOUR =
  '“We will open the harbour in May,” said Mayor Ann Lee. Lee promised two hundred jobs.\n“It costs too much,” said Bo Marsh of the Café Union.\n';
const FERRY = 'Ann Lee met the Café Union. The ferry sails again.\n';

function article(title: string, text: string): Article {
  return {
    id: createHash('sha256').update(text).digest('hex') as ArticleId,
    title,
    source: 'made for this test',
    date: '2024-06-17',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    author: '',
    pages: [],
    text,
  };
}

const ARTICLES = { harbour: article('Harbour vote', HARBOUR), ferry: article('Ferry talks', FERRY) };

function span(text: string, id: string, label: string, words: string): Span {
  const from = text.indexOf(words);
  return spanByHand(id as SpanId, label as LabelId, [{ from, to: from + words.length }], AT);
}

function layer(of: Article, annotator: string, spans: readonly Span[]): Layer {
  const about = { articleId: of.id, annotatorId: annotator as AnnotatorId, status: 'done' } as const;
  return { ...about, spans: spans.toSorted(compareSpans), links: [], changedAt: AT };
}

const OURS = {
  ada: [
    span(HARBOUR, 'q1', 'quote', '“We will open the harbour in May,”'),
    span(HARBOUR, 'e1', 'entity', 'Ann Lee'),
    span(HARBOUR, 'c1', 'claim', 'It costs too much'),
    span(HARBOUR, 'e2', 'entity', 'May'),
  ],
  bo: [
    span(HARBOUR, 'q1', 'quote', '“We will open the harbour in May,”'),
    span(HARBOUR, 'e1', 'entity', 'Mayor Ann Lee'),
    span(HARBOUR, 'q2', 'quote', 'It costs too much'),
    span(HARBOUR, 'e3', 'entity', 'Café Union'),
  ],
};

interface Settled {
  readonly ada?: Span;
  readonly bo?: Span;
  /** Whose span gold gets; nobody's where it is left out. */
  readonly takes?: 'ada' | 'bo';
  readonly why?: Partial<Pick<Decision, 'reasons' | 'comment'>>;
}

/** A decision about one span of each, as the reviewer Rhea makes it. */
function decision(id: string, { ada, bo, takes, why }: Settled): Decision {
  const both = [ada && { annotator: 'ada', span: ada }, bo && { annotator: 'bo', span: bo }].filter(
    (each) => each !== undefined,
  );
  const covers = both.map(({ annotator, span: { id: spanId, label, ranges, attributes } }) => {
    return { annotatorId: annotator as AnnotatorId, spanId, label, ranges, attributes };
  });
  const gold = takes === 'ada' ? ada : takes === 'bo' ? bo : undefined;
  return {
    id: id as DecisionId,
    articleId: ARTICLES.harbour.id,
    at: AT,
    by: 'rhea' as AnnotatorId,
    verdict: gold ? 'accept' : 'reject',
    covers,
    inputs: ['ada', 'bo'].map((annotator) => ({ annotatorId: annotator as AnnotatorId, digest: '0' })),
    spans: gold
      ? [
          {
            id: `gold ${id}` as SpanId,
            label: gold.label,
            ranges: gold.ranges,
            attributes: gold.attributes,
            note: '',
            from: covers.filter(({ annotatorId }) => annotatorId === takes),
            links: [],
          },
        ].map(({ from, ...rest }) => ({
          ...rest,
          from: from.map(({ annotatorId, spanId }) => ({ annotatorId, spanId })),
        }))
      : [],
    reasons: why?.reasons ?? [],
    comment: why?.comment ?? '',
    isBlind: true,
    policy: undefined,
    batch: '',
    supersedes: [],
  };
}

/**
 * A project that Rhea has reviewed, of two articles done by Ada and one of them by Bo Li. Gold keeps Ada's quote, has Bo's
 * boundary of the mayor, Bo's label of what it costs and Bo's union, which Ada missed, and leaves out Ada's May.
 */
export function reviewedProject(): string {
  const [quote, mayor, cost, may] = OURS.ada as [Span, Span, Span, Span];
  const [quoteToo, mayorToo, costToo, union] = OURS.bo as [Span, Span, Span, Span];
  const title = { reasons: ['boundary-convention'], comment: 'Titles belong to names, as Bo Li has it.' } as const;
  const bundle: Bundle = {
    project: { id: 'first-project' as ProjectId, name: 'Small', labelSet: DEFAULT_LABEL_SET, guidelines: [] },
    annotators: ['Ada', 'Bo Li', 'Rhea'].map((name) => {
      return { id: name.toLowerCase().split(' ')[0] as AnnotatorId, name };
    }),
    articles: Object.values(ARTICLES),
    layers: [
      layer(ARTICLES.harbour, 'ada', OURS.ada),
      layer(ARTICLES.harbour, 'bo', OURS.bo),
      layer(ARTICLES.ferry, 'ada', [span(FERRY, 'f1', 'entity', 'Ann Lee')]),
    ],
    decisions: [
      decision('d1', { ada: quote, bo: quoteToo, takes: 'ada' }),
      decision('d2', { ada: mayor, bo: mayorToo, takes: 'bo', why: title }),
      decision('d3', { ada: cost, bo: costToo, takes: 'bo', why: { reasons: ['label-confusion'] } }),
      decision('d4', { bo: union, takes: 'bo', why: { reasons: ['missed'] } }),
      decision('d5', { ada: may, why: { reasons: ['spurious'], comment: 'A month is **no** entity.' } }),
    ],
    threads: [
      {
        id: 't1' as ThreadId,
        articleId: ARTICLES.harbour.id,
        spans: [
          { annotatorId: 'ada' as AnnotatorId, spanId: mayor.id },
          { annotatorId: 'bo' as AnnotatorId, spanId: mayorToo.id },
        ],
        range: mayorToo.ranges[0]!,
        quote: 'Mayor Ann Lee',
        isGuidelineQuestion: true,
        isResolved: false,
        changedAt: AT,
        messages: [
          { id: 'm1' as MessageId, by: 'bo' as AnnotatorId, at: AT, body: 'I, Bo Li, took the title along.' },
          { id: 'm2' as MessageId, by: 'rhea' as AnnotatorId, at: AT, body: 'We take *titles* along from now on.' },
        ],
      },
    ],
  };
  return writeBundle(bundle);
}
