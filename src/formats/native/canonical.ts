import { type LabelSet } from '#core/labels/label-set.ts';
import { type Annotator, type Article, type Bundle, type Layer } from '#core/project/project.ts';
import { type Span, compareSpans } from '#core/spans/span.ts';
import { wellFormed } from '#formats/wording.ts';

/**
 * The bundle in the one order that files have: annotators and articles by id, layers by article then annotator, spans in
 * reading order, labels as they are. Lone surrogates in names, titles, sources, descriptions and notes become U+FFFD, since
 * no UTF-8 file can hold them. Reading a written bundle gives exactly this.
 */
export function canonicalBundle(bundle: Bundle): Bundle {
  const { project } = bundle;
  return {
    project: { id: project.id, name: wellFormed(project.name), labelSet: canonicalLabelSet(project.labelSet) },
    annotators: bundle.annotators.map(canonicalAnnotator).toSorted((a, b) => compareText(a.id, b.id)),
    articles: bundle.articles.map(canonicalArticle).toSorted((a, b) => compareText(a.id, b.id)),
    layers: bundle.layers.map(canonicalLayer).toSorted(compareLayers),
  };
}

function canonicalLabelSet(labelSet: LabelSet): LabelSet {
  return {
    labels: labelSet.labels.map(({ id, name, description, key, tone, channel, smartExtent }) => {
      return { id, name: wellFormed(name), description: wellFormed(description), key, tone, channel, smartExtent };
    }),
  };
}

function canonicalAnnotator({ id, name }: Annotator): Annotator {
  return { id, name: wellFormed(name) };
}

function canonicalArticle({ id, title, source, date, language, original, text }: Article): Article {
  const { newline, byteOrderMark, replaced } = original;
  return {
    id,
    title: wellFormed(title),
    source: wellFormed(source),
    date,
    language,
    original: { newline, byteOrderMark, replaced },
    text,
  };
}

function canonicalLayer({ articleId, annotatorId, status, changedAt, spans }: Layer): Layer {
  return { articleId, annotatorId, status, changedAt, spans: spans.map(canonicalSpan).toSorted(compareSpans) };
}

function canonicalSpan({ id, label, ranges, note, origin, createdAt, changedAt }: Span): Span {
  const plainRanges = ranges.map(({ from, to }) => ({ from, to }));
  return { id, label, ranges: plainRanges, note: wellFormed(note), origin, createdAt, changedAt };
}

function compareLayers(a: Layer, b: Layer): number {
  return compareText(a.articleId, b.articleId) || compareText(a.annotatorId, b.annotatorId);
}

/** By code units: the same on every machine, which a locale's order is not. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
