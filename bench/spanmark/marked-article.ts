import { type LabelId } from '../../src/core/labels/label-id.ts';
import { type Bundle } from '../../src/core/bundle/bundle.ts';
import { type AnnotatorId, type Article, type Layer } from '../../src/core/project/project.ts';
import { compareSpans, type Span, spanByHand, type SpanId } from '../../src/core/spans/span.ts';
import { articleIdOf } from '../../src/formats/article-id.ts';
import { type SessionState } from '../../src/state/session-store.ts';

/** An annotation as the bench gives it to every component; offsets in UTF-16 code units. */
export interface Annotation {
  readonly id: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

const MADE_AT = '2026-01-01T00:00:00.000Z';

/** An article of Spanmark with this text. */
export function articleOf(title: string, text: string): Article {
  const about = { title, source: 'bench', date: '2026-01-01', language: 'en' } as const;
  const original = { newline: 'lf', byteOrderMark: false, replaced: 0 } as const;
  return { id: articleIdOf(text), ...about, original, author: '', correctionOf: '', pages: [], text };
}

export function spanOf({ id, label, start, end }: Annotation): Span {
  return spanByHand(id as SpanId, label as LabelId, [{ from: start, to: end }], MADE_AT);
}

/** A layer of Spanmark with these annotations. */
export function layerOf(article: Article, annotatorId: AnnotatorId, annotations: readonly Annotation[]): Layer {
  const spans = annotations.map(spanOf).toSorted(compareSpans);
  return { articleId: article.id, annotatorId, status: 'in-progress', spans, links: [], changedAt: MADE_AT };
}

/** Articles with layers of the one who annotates in this browser. */
export function bundleOf(
  { project, annotators, annotatorId }: SessionState,
  articles: readonly Article[],
  layers: readonly Layer[],
): Bundle {
  const own = annotators.filter(({ id }) => id === annotatorId);
  return { project, annotators: own, articles, layers, decisions: [], threads: [] };
}
