import { type AttributeId, type AttributeValue } from '#core/labels/attribute.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import {
  type AnnotatorId,
  type ArticleId,
  type Layer,
  type LayerStatus,
  type ProjectId,
} from '#core/project/project.ts';
import { compareLinks, type LinkId } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanId } from '#core/spans/span.ts';

/** An article with layers, in a notation for tests: its title is its id. */
export interface WrittenArticle {
  readonly title: string;
  readonly text: string;
  readonly layers?: readonly WrittenLayer[];
}

export interface WrittenLayer {
  readonly by: string;
  readonly status?: LayerStatus;
  readonly spans?: readonly WrittenSpan[];
  /** `type: from > to`, the ends being ids of spans. */
  readonly links?: readonly string[];
}

/** The label, the words that are marked (several for an interrupted span), and the id, which is the words unless given. */
export interface WrittenSpan {
  readonly label: string;
  readonly words: string | readonly string[];
  readonly id?: string;
  /** From which words on the span's own are looked for. */
  readonly after?: string;
  readonly values?: Readonly<Record<string, AttributeValue>>;
  readonly note?: string;
}

/** A bundle of these articles, with an annotator for each name that layers are by. */
export function bundleOf(articles: readonly WrittenArticle[], labelSet: LabelSet = DEFAULT_LABEL_SET): Bundle {
  const people = new Set(articles.flatMap(({ layers = [] }) => layers.map(({ by }) => by)));
  return {
    project: { id: 'p' as ProjectId, name: 'Project', labelSet, guidelines: [] },
    annotators: [...people].map((name) => ({ id: name as AnnotatorId, name })),
    articles: articles.map(({ title, text }) => ({
      id: title as ArticleId,
      title,
      source: '',
      date: '',
      language: 'en',
      original: { newline: 'lf', byteOrderMark: false, replaced: 0 },
      correctionOf: '',
      author: '',
      pages: [],
      text,
    })),
    layers: articles.flatMap((article) => (article.layers ?? []).map((layer) => layerOf(article, layer))),
    decisions: [],
    threads: [],
  };
}

function layerOf(
  { title, text }: WrittenArticle,
  { by, status = 'in-progress', spans = [], links = [] }: WrittenLayer,
): Layer {
  return {
    articleId: title as ArticleId,
    annotatorId: by as AnnotatorId,
    status,
    spans: spans.map((span) => spanOf(text, span)).toSorted(compareSpans),
    links: links
      .map((written, index) => {
        const [type = '', ends = ''] = written.split(': ');
        const [from, to] = ends.split(' > ');
        return {
          id: `l${index}` as LinkId,
          type: type as LinkTypeId,
          from: from as SpanId,
          to: to as SpanId,
          origin: 'hand' as const,
          createdAt: '',
        };
      })
      .toSorted(compareLinks),
    changedAt: '',
  };
}

function spanOf(text: string, { label, words, id, after = '', values = {}, note = '' }: WrittenSpan): Span {
  let at = text.indexOf(after);
  const ranges = [words].flat().map((part) => {
    const from = text.indexOf(part, at);
    if (from < 0) throw new RangeError(`“${part}” is not in the text`);
    at = from + part.length;
    return { from, to: at };
  });
  return {
    id: (id ?? [words].flat().join(' ')) as SpanId,
    label: label as LabelId,
    ranges,
    attributes: Object.entries(values)
      .map(([attribute, value]) => ({ id: attribute as AttributeId, value }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    note,
    origin: 'hand',
    createdAt: '',
    changedAt: '',
  };
}
