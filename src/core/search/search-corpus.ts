import { type AttributeId, attributeInWords } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findAttribute, findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { type AnnotatorId, type ArticleId, emptyLayer, type Layer } from '#core/project/project.ts';
import { extentOf, type Span, type SpanId } from '#core/spans/span.ts';
import { paragraphAt } from '#core/text/paragraphs.ts';
import { type TextRange } from '#core/text/range.ts';
import { type Corpus, type CorpusArticle } from './corpus.ts';
import { findInText } from './find-in-text.ts';
import { type FoldedText, foldText } from './fold-text.ts';
import { planSearch, type SearchPlan } from './search-plan.ts';
import { type SnippetPart, snippetOf } from './snippet.ts';
import { foldedWords } from './span-test.ts';

/** What is asked: a query as it was typed, by whom, and how many hits can be shown. */
export interface SearchQuestion {
  readonly query: string;
  readonly annotatorId: AnnotatorId;
  readonly most: number;
}

/** A span that was found, and whose it is. */
export interface HitSpan {
  readonly id: SpanId;
  readonly label: LabelId;
  readonly annotatorId: AnnotatorId;
}

/** A note or an attribute value of a hit; `attribute` is undefined for the note. */
export interface HitDetail {
  readonly attribute: AttributeId | undefined;
  readonly parts: readonly SnippetPart[];
}

/** One place that was found, in UTF-16 code units of its article: words of the text or, where `span` is there, a span. */
export interface Hit {
  readonly range: TextRange;
  readonly span: HitSpan | undefined;
  readonly parts: readonly SnippetPart[];
  readonly details: readonly HitDetail[];
}

/** The hits of one article in reading order; `count` may be more than are shown. */
export interface ArticleHits {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly language: string;
  readonly count: number;
  readonly hits: readonly Hit[];
}

/** What was found: all that is counted, and the first hits up to the number that was asked for. */
export interface SearchAnswer {
  readonly count: number;
  readonly articleCount: number;
  readonly shown: number;
  readonly articles: readonly ArticleHits[];
  readonly problems: readonly string[];
}

interface Found {
  readonly range: TextRange;
  readonly show: () => Hit;
}

/** Searches everything for what the query asks; articles are in the order of the corpus. */
export function searchCorpus(corpus: Corpus, { query, annotatorId, most }: SearchQuestion): SearchAnswer {
  const plan = planSearch(query, corpus.labelSet, { annotators: corpus.annotators, annotatorId });
  const articles: ArticleHits[] = [];
  let count = 0;
  let articleCount = 0;
  let shown = 0;
  for (const one of plan.problems.length > 0 ? [] : corpus.articles) {
    const layers = layersOf(one, plan, annotatorId);
    if (layers.length === 0) continue;
    const spans = layers.flatMap((layer) => findSpans(corpus.labelSet, one, layer, plan));
    const words = findWords(one, plan);
    // Words alone are in order already, and there may be very many.
    const found = spans.length === 0 ? words : inOrder([...spans, ...words]);
    if (found.length === 0) continue;
    count += found.length;
    articleCount += 1;
    const first = found.slice(0, most - shown);
    shown += first.length;
    const { id: articleId, title, language } = one.article;
    if (first.length > 0) {
      articles.push({ articleId, title, language, count: found.length, hits: first.map(({ show }) => show()) });
    }
  }
  return { count, articleCount, shown, articles, problems: plan.problems };
}

/** The layers that are meant and have the status; one that nobody began is empty. */
function layersOf({ article, layers }: CorpusArticle, plan: SearchPlan, annotatorId: AnnotatorId): readonly Layer[] {
  const wanted = plan.annotators === 'all' ? new Set([annotatorId, ...layers.keys()]) : plan.annotators;
  return [...wanted]
    .map((id) => layers.get(id) ?? emptyLayer(article.id, id))
    .filter(({ status }) => plan.statuses === 'any' || plan.statuses.has(status));
}

function findWords({ article, folded, paragraphs }: CorpusArticle, plan: SearchPlan): readonly Found[] {
  if (plan.isAboutSpans || !plan.places.has('text')) return [];
  return findInText(folded, paragraphs, plan.terms).map(({ range, hits }) => ({
    range,
    show: () => {
      const paragraph = paragraphs[paragraphAt(paragraphs, range.from)]!;
      return { range, span: undefined, parts: snippetOf(article.text, range, hits, paragraph), details: [] };
    },
  }));
}

function findSpans(labelSet: LabelSet, { article }: CorpusArticle, layer: Layer, plan: SearchPlan): readonly Found[] {
  if (!plan.places.has('spans') && !plan.places.has('notes')) return [];
  const groups = plan.spanTests.map((group) => group.map((test) => test(layer, article)));
  return layer.spans
    .filter((span) => groups.every((group) => group.some((passes) => passes(span))))
    .filter((span) => hasTerms(labelSet, article.text, span, plan))
    .map((span) => ({
      range: extentOf(span),
      show: () => showSpan(labelSet, article.text, layer.annotatorId, span, plan),
    }));
}

function hasTerms(labelSet: LabelSet, text: string, span: Span, { terms, places }: SearchPlan): boolean {
  if (terms.length === 0) return true;
  const fields: string[] = [];
  if (places.has('spans')) fields.push(foldedWords(text, span));
  if (places.has('spans')) fields.push(...valuesInWords(labelSet, text, span).map(([, words]) => foldText(words).text));
  if (places.has('notes')) fields.push(foldText(span.note).text);
  return terms.every((term) => fields.some((field) => field.includes(term)));
}

function valuesInWords(labelSet: LabelSet, text: string, span: Span): readonly (readonly [AttributeId, string])[] {
  const label = findLabel(labelSet, span.label);
  return span.attributes.map(({ id, value }) => [id, attributeInWords(findAttribute(label, id), value, text)]);
}

function showSpan(labelSet: LabelSet, text: string, annotatorId: AnnotatorId, span: Span, plan: SearchPlan): Hit {
  const range = extentOf(span);
  const details: HitDetail[] = [];
  for (const [attribute, words] of valuesInWords(labelSet, text, span)) {
    const hits = plan.places.has('spans') ? hitsIn(foldText(words), plan.terms) : [];
    if (hits.length > 0) details.push({ attribute, parts: partsAround(words, hits) });
  }
  const noteHits = plan.places.has('notes') ? hitsIn(foldText(span.note), plan.terms) : [];
  if (span.note !== '') details.push({ attribute: undefined, parts: partsAround(span.note, noteHits) });
  return {
    range,
    span: { id: span.id, label: span.label, annotatorId },
    parts: snippetOf(text, range, span.ranges),
    details,
  };
}

function hitsIn(folded: FoldedText, terms: readonly string[]): readonly TextRange[] {
  return terms.flatMap((term) => folded.find(term).map((range) => folded.toOriginal(range)));
}

function partsAround(words: string, hits: readonly TextRange[]): readonly SnippetPart[] {
  const from = Math.min(...hits.map((hit) => hit.from), words.length);
  const to = Math.max(...hits.map((hit) => hit.to), 0);
  return hits.length === 0 ? snippetOf(words, { from: 0, to: words.length }, []) : snippetOf(words, { from, to }, hits);
}

function inOrder(found: readonly Found[]): readonly Found[] {
  return found.toSorted((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
}
