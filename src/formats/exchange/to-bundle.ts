import { type LabelSet } from '#core/labels/label-set.ts';
import {
  type Annotator,
  type AnnotatorId,
  type Article,
  type Bundle,
  type Layer,
  type Project,
} from '#core/project/project.ts';
import { compareLinks, type Link, type LinkId } from '#core/spans/link.ts';
import { compareSpans, type Span, type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type OffsetUnit, type UnitOffsets, unitOffsets } from '#core/text/offset-units.ts';
import { type Problem } from '#formats/problem.ts';
import { readValue } from './attribute-text.ts';
import { type LooseDataset, type LooseDocument, type LooseLayer, type LooseSpan } from './loose.ts';
import { findUnit, GRADES, type Grade, type PlacedSpan, placeSpans, toTextRange } from './place-spans.ts';
import { type LabelFate, type LabelResolver, resolveLabels } from './resolve-labels.ts';

/** What a dataset is read into. */
export interface ImportContext {
  readonly project: Project;
  /** The article of a document, with the text that its spans are placed in; undefined where there is none. */
  readonly articleOf: (document: LooseDocument) => Article | undefined;
  /** Who a name in the file is. */
  readonly annotatorOf: (name: string) => Annotator;
  /** What becomes of labels, for those that are not simply looked up by name. */
  readonly fates: ReadonlyMap<string, LabelFate>;
  /** The unit that the user chose; otherwise it is found out for each document. */
  readonly unit: OffsetUnit | undefined;
  /** ISO time that stands in for missing ones. */
  readonly at: string;
}

/** How a document came in. */
export interface ImportedDocument {
  readonly document: LooseDocument;
  /** Undefined where no article was found for it: nothing of it came in. */
  readonly article: Article | undefined;
  readonly unit: OffsetUnit;
  readonly grades: Readonly<Record<Grade, number>>;
  /** Spans whose words are nowhere in the text. They are not in the bundle. */
  readonly orphans: readonly PlacedSpan[];
}

export interface ImportedDataset {
  readonly bundle: Bundle;
  readonly documents: readonly ImportedDocument[];
  readonly problems: readonly Problem[];
}

/** Turns what a reader gave into a bundle of the project, with every span in its place or told of as an orphan. */
export function toBundle(dataset: LooseDataset, context: ImportContext): ImportedDataset {
  const labels = resolveLabels(context.project.labelSet, context.fates);
  const problems = [...dataset.problems];
  const articles = new Map<string, Article>();
  const annotators = new Map<AnnotatorId, Annotator>();
  const layers: Layer[] = [];
  const documents = dataset.documents.map((document): ImportedDocument => {
    const article = context.articleOf(document);
    const unit = context.unit ?? findUnit(article?.text ?? '', document.layers, dataset.units);
    if (!article) {
      problems.push({
        place: document.place,
        message: 'the text of this document is neither in the file nor in the library',
      });
      return { document, article, unit, grades: countGrades([]), orphans: [] };
    }
    articles.set(article.id, article);
    const all: PlacedSpan[] = [];
    for (const loose of document.layers) {
      const annotator = context.annotatorOf(loose.annotator);
      annotators.set(annotator.id, annotator);
      const placed = placeSpans(article.text, loose.spans, unit);
      all.push(...placed);
      const offsets = unitOffsets(article.text, unit);
      const builder: LayerBuilder = { context, labels, problems, offsets, place: document.place };
      layers.push(layerOf(builder, article, annotator, loose, placed));
    }
    return {
      document,
      article,
      unit,
      grades: countGrades(all),
      orphans: all.filter(({ grade }) => grade === 'orphan'),
    };
  });
  const labelSet: LabelSet = labels.labelSet();
  return {
    bundle: {
      project: { ...context.project, labelSet },
      annotators: [...annotators.values()],
      articles: [...articles.values()],
      layers: layers.toSorted(
        (a, b) => compareText(a.articleId, b.articleId) || compareText(a.annotatorId, b.annotatorId),
      ),
    },
    documents,
    problems,
  };
}

interface LayerBuilder {
  readonly context: ImportContext;
  readonly labels: LabelResolver;
  readonly problems: Problem[];
  readonly offsets: UnitOffsets;
  readonly place: string;
}

function layerOf(
  builder: LayerBuilder,
  article: Article,
  annotator: Annotator,
  loose: LooseLayer,
  placed: readonly PlacedSpan[],
): Layer {
  const spans = placed.flatMap((each) => spanOf(builder, each) ?? []).toSorted(compareSpans);
  const known = new Set<string>(spans.map(({ id }) => id));
  const links = loose.links.flatMap(({ id, type, from, to }): Link[] => {
    if (known.has(from) && known.has(to) && from !== to) {
      const linkType = builder.labels.linkType(type);
      return [
        {
          id: id as LinkId,
          type: linkType.id,
          from: from as SpanId,
          to: to as SpanId,
          origin: 'import',
          createdAt: builder.context.at,
        },
      ];
    }
    builder.problems.push({
      place: builder.place,
      message: `a link of the type “${type}” does not join two spans of the file`,
    });
    return [];
  });
  return {
    articleId: article.id,
    annotatorId: annotator.id,
    status: loose.status,
    spans,
    links: links.toSorted(compareLinks),
    changedAt: builder.context.at,
  };
}

function spanOf(builder: LayerBuilder, { span, ranges, grade }: PlacedSpan): Span | undefined {
  if (grade === 'orphan') return undefined;
  const label = builder.labels.label(span.label);
  if (!label) return undefined;
  const { at } = builder.context;
  return {
    id: span.id as SpanId,
    label: label.id,
    ranges,
    attributes: attributesOf(builder, label, span),
    note: span.note,
    origin: 'import',
    createdAt: span.createdAt || at,
    changedAt: span.changedAt || span.createdAt || at,
  };
}

function attributesOf(
  builder: LayerBuilder,
  label: NonNullable<ReturnType<LabelResolver['label']>>,
  span: LooseSpan,
): readonly SpanAttribute[] {
  const byName = new Map<string, LooseSpan['attributes'][number][]>();
  for (const each of span.attributes) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
  const found = [...byName].flatMap(([name, values]): SpanAttribute[] => {
    const attribute = builder.labels.attribute(label, name);
    const { range } = values[0]!;
    const value = readValue(
      attribute,
      values.map((each) => each.value),
      range && toTextRange(range, builder.offsets),
    );
    if (value !== undefined) return [{ id: attribute.id, value }];
    const message = `“${values.map((each) => each.value).join(', ')}” is no value of “${attribute.name}”: left out`;
    builder.problems.push({ place: builder.place, message });
    return [];
  });
  return found.toSorted((a, b) => compareText(a.id, b.id));
}

function countGrades(placed: readonly PlacedSpan[]): Readonly<Record<Grade, number>> {
  const count = (grade: Grade): number => placed.filter((each) => each.grade === grade).length;
  return Object.fromEntries(GRADES.map((grade) => [grade, count(grade)])) as Record<Grade, number>;
}
