import { type SpanRef } from '#core/alignment/group.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type Thread } from '#core/review/thread.ts';
import { extentOf, type Span } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';

/** What a thread is about: some of an article's text and the spans there, or the article as a whole. */
export type ThreadPlace = Pick<Thread, 'articleId' | 'spans' | 'range' | 'quote'>;

/** Of a longer quote this much is kept, which is enough to say what a thread is about. In UTF-16 code units. */
const QUOTE_LENGTH = 400;

/** The article as a whole. */
export function articlePlace(articleId: ArticleId): ThreadPlace {
  return { articleId, spans: [], range: undefined, quote: '' };
}

/** A span of somebody's layer. */
export function spanPlace(articleId: ArticleId, annotatorId: AnnotatorId, span: Span, text: string): ThreadPlace {
  return { ...rangePlace(articleId, extentOf(span), text), spans: [{ annotatorId, spanId: span.id }] };
}

/** Competing spans of several layers, from the first start to the last end. */
export function groupPlace(
  articleId: ArticleId,
  members: readonly { readonly annotatorId: AnnotatorId; readonly span: Span | undefined }[],
  text: string,
): ThreadPlace {
  const there = members.flatMap(({ annotatorId, span }) => (span ? [{ annotatorId, span }] : []));
  const extents = there.map(({ span }) => extentOf(span));
  const range = { from: Math.min(...extents.map(({ from }) => from)), to: Math.max(...extents.map(({ to }) => to)) };
  const spans = there.map(({ annotatorId, span }) => ({ annotatorId, spanId: span.id }));
  return { ...rangePlace(articleId, range, text), spans };
}

/** Words of the text, whoever has marked them or not. */
export function rangePlace(articleId: ArticleId, range: TextRange, text: string): ThreadPlace {
  return {
    articleId,
    spans: [],
    range,
    quote: text.slice(range.from, Math.min(range.to, range.from + QUOTE_LENGTH)).toWellFormed(),
  };
}

/** The same text for the same place, under which what is typed there is kept. */
export function placeKey({ articleId, spans, range }: ThreadPlace): string {
  return JSON.stringify([articleId, spans.map(refKey).toSorted(), range ? [range.from, range.to] : []]);
}

/** One text for each span of each layer. */
export function refKey({ annotatorId, spanId }: SpanRef): string {
  return JSON.stringify([annotatorId, spanId]);
}
