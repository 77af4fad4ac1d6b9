import * as fc from 'fast-check';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { compareLinks, type Link, type LinkId } from '#core/spans/link.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { layerArbitrary } from '#core/edits/edit.arbitrary.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { compareSpans, type Span } from '#core/spans/span.ts';

/** A layer that is done, for a test; spans and links are put in order. */
export function layerOf(annotator: string, spans: readonly Span[], links: readonly Link[] = []): Layer {
  return {
    articleId: 'article' as ArticleId,
    annotatorId: annotator as AnnotatorId,
    status: 'done',
    spans: spans.toSorted(compareSpans),
    links: links.toSorted(compareLinks),
    changedAt: '2024-06-17T09:30:00.000Z',
  };
}

/** A layer of spans written like `claim 0-20` or, where interrupted, `quote 0-4 9-20`; their ids are the same texts. */
export function layerFrom(annotator: string, ...spans: readonly string[]): Layer {
  return layerOf(annotator, spans.map(spanFrom));
}

/** The span that is written like `claim 0-20`; text after a colon only makes its id another one. */
export function spanFrom(written: string): Span {
  const [label, ...ranges] = written.split(':')[0]!.split(' ');
  return span(
    written,
    ranges.map((range) => range.split('-').map(Number) as [number, number]),
    { label: label as LabelId },
  );
}

/** A link for a test, between the spans with these ids. */
export function linkFrom(id: string, from: string, to: string, type = 'source'): Link {
  return {
    id: id as LinkId,
    type: type as LinkTypeId,
    from: from as Span['id'],
    to: to as Span['id'],
    origin: 'hand',
    createdAt: '2024-06-17T09:30:00.000Z',
  };
}

/** The news text of 153 code units that `newsLayers` are on. */
export const NEWS_TEXT =
  'Mayor Ada Lind said on Monday that the bridge will reopen in May. “We are weeks ahead of schedule,” she told the Harbor Times. Critics dispute the claim.';

/** What three people marked in `NEWS_TEXT`. */
export function newsLayers(): readonly [Layer, Layer, Layer] {
  return [
    layerFrom('A', 'entity 0-14', 'entity 113-125', 'quote 66-99', 'claim 35-64', 'claim 67-97'),
    layerFrom('B', 'entity 6-14', 'entity 109-125', 'entity 127-134', 'quote 66-99', 'claim 35-64'),
    layerFrom('C', 'entity 6-14', 'entity 113-125', 'quote 67-98', 'claim 30-64', 'claim 67-97'),
  ];
}

/** Layers of up to four annotators on a short text, crowded enough for every kind of group, their spans linked in a row. */
export const comparedArbitrary: fc.Arbitrary<readonly Layer[]> = fc
  .array(layerArbitrary(), { maxLength: 4 })
  .map((layers) => layers.map((layer, index) => ({ ...layer, annotatorId: `annotator ${index}` as AnnotatorId })));
