import { type AttributeId } from '#core/labels/attribute.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
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
import { projectLosses, wholesaleLosses } from './carries.ts';
import { type AnnotatedArticle, type FilePart, type WriteOptions } from './dataset.ts';
import { type Format } from './format.ts';
import { defaultOptions } from './default-options.ts';
import { createLossList, type Loss } from './losses.ts';
import { type SourceFile } from './loose.ts';

/** The text of which FORMATS gives the offsets in every unit: 43 code points, 44 UTF-16 code units, 50 bytes. */
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

const EXAMPLE_ANNOTATORS: readonly Annotator[] = [
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

const OPTIONS = defaultOptions({ unit: 'code-point', variants: [] });

/** The files that the format writes for these articles, as text by path, and every loss. */
export async function writeArticles(
  format: Format,
  articles: readonly AnnotatedArticle[],
  given: Partial<WriteOptions> = {},
  project = EXAMPLE_PROJECT,
  annotators = EXAMPLE_ANNOTATORS,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly losses: readonly Loss[] }> {
  const losses = createLossList();
  const about = { project, annotators };
  const createWriter = await format.write!();
  const writer = createWriter(about, { ...OPTIONS, ...given }, losses);
  projectLosses(about, format.carries, losses);
  const parts: FilePart[] = [...writer.begin()];
  for (const article of articles) {
    wholesaleLosses(article, format.carries, losses);
    parts.push(...writer.article(article));
  }
  const files = new Map<string, string>();
  for (const { path, content } of [...parts, ...writer.end()]) {
    files.set(path, `${files.get(path) ?? ''}${String(content)}`);
  }
  return { files, losses: losses.all };
}

/** Files as a reader takes them. */
export function sourceFiles(files: Iterable<readonly [string, string]>): readonly SourceFile[] {
  const encoder = new TextEncoder();
  return [...files].map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
}
