import { type Bundle } from '#core/bundle/bundle.ts';
import { type AttributeId } from '#core/labels/attribute.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import {
  type Annotator,
  type AnnotatorId,
  type Article,
  type Layer,
  type Project,
  type ProjectId,
} from '#core/project/project.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { type AnnotatedArticle } from './dataset.ts';

/** In which every unit of offsets gives other numbers: 43 code points, 44 UTF-16 code units, 50 bytes; two sentences. For tests only. */
export const EXAMPLE_TEXT = '“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.';

/** A span at these UTF-16 offsets. */
export function exampleSpan(
  id: string,
  label: string,
  ranges: readonly (readonly [number, number])[],
  given: Partial<Span> = {},
): Span {
  return {
    id: id as SpanId,
    label: label as LabelId,
    ranges: ranges.map(([from, to]) => ({ from, to })),
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: '2025-01-02T03:04:05.000Z',
    changedAt: '2025-01-02T03:04:06.000Z',
    ...given,
  };
}

/** Attributes in the short form [id, value], sorted by id as spans want them. */
export function exampleAttributes(
  ...pairs: readonly (readonly [string, SpanAttribute['value']])[]
): readonly SpanAttribute[] {
  return pairs.map(([id, value]) => ({ id: id as AttributeId, value }));
}

/** A link between spans of these ids. */
export function exampleLink(id: string, type: string, from: string, to: string): Link {
  return {
    id: id as LinkId,
    type: type as LinkTypeId,
    from: from as SpanId,
    to: to as SpanId,
    origin: 'hand',
    createdAt: '2025-01-02T03:04:07.000Z',
  };
}

export const EXAMPLE_ANNOTATORS: readonly Annotator[] = [
  { id: 'ann1' as AnnotatorId, name: 'Ada One' },
  { id: 'ann2' as AnnotatorId, name: '' },
];

export const EXAMPLE_PROJECT: Project = {
  id: 'p1' as ProjectId,
  name: 'News of spring',
  labelSet: DEFAULT_LABEL_SET,
  guidelines: [],
};

/** An article with this text. */
export function exampleArticle(text: string, given: Partial<Article> = {}): Article {
  return {
    id: articleIdOf(text),
    title: 'Taxes & parties',
    source: 'https://news.example/taxes',
    date: '2025-01-01',
    language: 'en',
    original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
    correctionOf: '',
    author: '',
    pages: [],
    text,
    ...given,
  };
}

/** A layer of a first or second annotator, its spans in order. */
export function exampleLayer(
  article: Article,
  spans: readonly Span[],
  links: readonly Link[] = [],
  annotator = 0,
): Layer {
  return {
    articleId: article.id,
    annotatorId: EXAMPLE_ANNOTATORS[annotator]!.id,
    status: 'in-progress',
    spans: spans.toSorted(compareSpans),
    links,
    changedAt: '2025-01-02T03:04:08.000Z',
  };
}

/** The worked example: nested and interrupted spans, attributes of several kinds, links, an emoji, two annotators. */
export function workedExample(): AnnotatedArticle {
  const article = exampleArticle(EXAMPLE_TEXT);
  const mine = exampleLayer(
    article,
    [
      exampleSpan('s1', 'quote', [[0, 7]], {
        attributes: exampleAttributes(['cue', { from: 8, to: 12 }], ['form', 'direct']),
        note: 'a = b?',
      }),
      exampleSpan('s2', 'entity', [[13, 20]], {
        attributes: exampleAttributes(['type', 'person'], ['wikidata', 'Q42']),
      }),
      exampleSpan('s3', 'entity', [[17, 20]]),
      exampleSpan('s4', 'claim', [[30, 43]], { attributes: exampleAttributes(['check-worthy', 'yes']) }),
      exampleSpan('s5', 'claim', [
        [24, 28],
        [30, 35],
      ]),
    ],
    [exampleLink('l2', 'claimant', 's4', 's2'), exampleLink('l1', 'speaker', 's1', 's2')],
  );
  const others = exampleLayer(article, [exampleSpan('s1', 'entity', [[24, 28]])], [], 1);
  return { article, layers: [mine, others], split: undefined };
}

/** The worked example as a bundle. */
export function workedBundle(): Bundle {
  const { article, layers } = workedExample();
  return {
    project: EXAMPLE_PROJECT,
    annotators: EXAMPLE_ANNOTATORS,
    articles: [article],
    layers,
    decisions: [],
    threads: [],
  };
}

/** One layer with labels that no project has; its first span has an attribute of each sort, a note and a link. */
export function oneLayerExample(): AnnotatedArticle {
  const time = '2024-06-17T09:30:00.000Z';
  const times = { createdAt: time, changedAt: time };
  const given = { id: 'article-1' as Article['id'], title: 'Ann Lee', source: '', date: '2024-06-17' };
  const article = exampleArticle(EXAMPLE_TEXT, given);
  const first = {
    ...times,
    attributes: exampleAttributes(['cue', { from: 8, to: 12 }], ['direct', true], ['stance', 'pro']),
    note: 'a note\non two lines',
  };
  const parts = [
    [30, 35],
    [41, 43],
  ] as const;
  const spans = [
    exampleSpan('s1', 'QUOTE', [[0, 7]], first),
    exampleSpan('s2', 'ENTITY', [[13, 20]], times),
    exampleSpan('s3', 'ENTITY', [[17, 20]], times),
    exampleSpan('s4', 'CLAIM', [[24, 35]], times),
    exampleSpan('s5', 'CLAIM', parts, times),
  ];
  const layer = exampleLayer(article, spans, [{ ...exampleLink('l1', 'speaker', 's1', 's2'), createdAt: time }]);
  return { article, layers: [{ ...layer, status: 'done', changedAt: time }], split: undefined };
}

/** A span of exampleBundle: its id, label and the words of each of its parts. */
export type ExampleSpan = readonly [id: string, label: string, ...parts: string[]];

const SPANS: readonly ExampleSpan[] = [
  ['s1', 'QUOTE', '“Hi 🎉”'],
  ['s2', 'ENTITY', 'Ann Lee'],
  ['s3', 'ENTITY', 'Rome'],
  ['s4', 'CLAIM', 'Taxes rose 4%'],
];

/** One article with a layer by ann1 with spans on these words; a link joins the first two. */
export function exampleBundle(spans: readonly ExampleSpan[] = SPANS, text: string = EXAMPLE_TEXT): Bundle {
  const time = '2025-01-02T03:04:05.000Z';
  const article = exampleArticle(text, { title: 'Taxes', source: 'https://news.example/1', date: '2025-01-02' });
  const [from, to] = spans;
  const links = from && to ? [{ ...exampleLink('l1', 'speaker', from[0], to[0]), createdAt: time }] : [];
  const made = spans.map(([id, label, ...parts]) => {
    return exampleSpan(id, label, rangesOf(text, parts), { createdAt: time, changedAt: time });
  });
  const layer: Layer = { ...exampleLayer(article, made, links), status: 'done', changedAt: time };
  return {
    project: { id: 'p' as ProjectId, name: 'News', guidelines: [], labelSet: labelSetOf() },
    annotators: [{ id: 'ann1' as AnnotatorId, name: 'Ann One' }],
    articles: [article],
    layers: [layer],
    decisions: [],
    threads: [],
  };
}

function rangesOf(text: string, parts: readonly string[]): readonly (readonly [number, number])[] {
  let at = 0;
  return parts.map((part) => {
    const from = text.indexOf(part, at);
    if (from < 0) throw new Error(`“${part}” is not in the text`);
    at = from + part.length;
    return [from, at] as const;
  });
}

function labelSetOf(): LabelSet {
  return {
    labels: ['ENTITY', 'CLAIM', 'QUOTE'].map(labelOf),
    linkTypes: [
      { id: 'speaker' as LinkTypeId, name: '', description: '', from: [], to: [], isSingle: false, isRequired: false },
    ],
  };
}

function labelOf(id: string): Label {
  return {
    id: id as LabelId,
    name: id.toLowerCase(),
    description: '',
    key: '',
    tone: 'blue',
    channel: 'fill',
    smartExtent: 'word',
    overlapsItself: true,
    attributes: [],
  };
}
