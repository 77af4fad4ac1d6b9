import { type BundledLayer, type Bundle } from '#core/bundle/bundle.ts';
import { type Annotator, type Article, type Project } from '#core/project/project.ts';
import { compareLinks, type Link } from '#core/spans/link.ts';
import { type Span, compareSpans } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { wellFormed } from '#formats/wording.ts';
import { canonicalGuidelines, canonicalLabelSet } from './canonical-label-set.ts';
import { canonicalAttributes, canonicalRanges } from './canonical-marking.ts';
import { canonicalDecision, canonicalThread, compareDecisions, compareThreads } from './canonical-review.ts';

/**
 * The bundle in the one order that files have: annotators and articles by id, layers by article then annotator, spans in
 * reading order, decisions by article and as its log has them, threads by article then id, labels as they are. Lone surrogates in names, titles, sources, descriptions, notes and messages become U+FFFD, since
 * no UTF-8 file can hold them. Reading a written bundle gives exactly this.
 */
export function canonicalBundle(bundle: Bundle): Bundle {
  return {
    ...canonicalHead(bundle.project, bundle.annotators),
    articles: bundle.articles.map(canonicalArticle).toSorted(compareArticles),
    layers: bundle.layers.map(canonicalLayer).toSorted(compareLayers),
    decisions: bundle.decisions.map(canonicalDecision).toSorted(compareDecisions),
    threads: bundle.threads.map(canonicalThread).toSorted(compareThreads),
  };
}

/** What a file holds before its articles, in its one order. */
export function canonicalHead(
  { id, name, labelSet, guidelines }: Project,
  annotators: readonly Annotator[],
): Pick<Bundle, 'project' | 'annotators'> {
  return {
    project: {
      id,
      name: wellFormed(name),
      labelSet: canonicalLabelSet(labelSet),
      guidelines: guidelines.map(canonicalGuidelines),
    },
    annotators: annotators.map(canonicalAnnotator).toSorted((a, b) => compareText(a.id, b.id)),
  };
}

function canonicalAnnotator({ id, name }: Annotator): Annotator {
  return { id, name: wellFormed(name) };
}

/** An article with its fields in the order that files have. */
export function canonicalArticle({
  id,
  title,
  author,
  source,
  date,
  language,
  original,
  correctionOf,
  pages,
  text,
}: Article): Article {
  const { newline, byteOrderMark, replaced } = original;
  return {
    id,
    title: wellFormed(title),
    author: wellFormed(author),
    source: wellFormed(source),
    date,
    language,
    original: { newline, byteOrderMark, replaced },
    correctionOf,
    pages: pages.map(({ from, page }) => ({ from, page: wellFormed(page) })),
    text,
  };
}

/** A layer with its spans and links in the one order that files have; its log is as it is. */
export function canonicalLayer({
  articleId,
  annotatorId,
  status,
  changedAt,
  spans,
  links,
  log,
}: BundledLayer): BundledLayer {
  const layer = {
    articleId,
    annotatorId,
    status,
    changedAt,
    spans: spans.map(canonicalSpan).toSorted(compareSpans),
    links: links.map(canonicalLink).toSorted(compareLinks),
  };
  return log ? { ...layer, log } : layer;
}

function canonicalLink({ id, type, from, to, origin, createdAt }: Link): Link {
  return { id, type, from, to, origin, createdAt };
}

function canonicalSpan({ id, label, ranges, attributes, note, origin, createdAt, changedAt }: Span): Span {
  return {
    id,
    label,
    ranges: canonicalRanges(ranges),
    attributes: canonicalAttributes(attributes),
    note: wellFormed(note),
    origin,
    createdAt,
    changedAt,
  };
}

/** The order of articles in a file. */
export function compareArticles(a: Article, b: Article): number {
  return compareText(a.id, b.id);
}

/** The order of layers in a file. */
export function compareLayers(a: BundledLayer, b: BundledLayer): number {
  return compareText(a.articleId, b.articleId) || compareText(a.annotatorId, b.annotatorId);
}
