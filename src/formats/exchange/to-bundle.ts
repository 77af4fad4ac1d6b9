import { t } from '#language/t.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Annotator, type AnnotatorId, type Article, type Project } from '#core/project/project.ts';
import { carryBetween } from '#core/text/carry-range.ts';
import { compareText } from '#core/text/compare-text.ts';
import { freezeText } from '#core/text/freeze.ts';
import { type OffsetUnit, unitOffsets } from '#core/text/offset-units.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';
import { ProblemList, type Problem } from '#formats/problem.ts';
import { createLayerBuilder, type LayerBuilder, type LeftOut } from './build-layer.ts';
import { type ChosenPlace, type DatasetChoices } from './dataset-choices.ts';
import { type LooseDataset, type LooseDocument, type LooseLayer, type LooseRange, type LooseSpan } from './loose.ts';
import { findReading, GRADES, type Grade, type PlacedSpan, placeSpans, toTextRange } from './place-spans.ts';
import { type LabelResolver, resolveLabels } from './resolve-labels.ts';

/** What a dataset is read into. */
export interface ImportContext extends DatasetChoices {
  readonly project: Project;
  /** The article of a document; undefined where there is none. Its text may be the document's but for white space. */
  readonly articleOf: (document: LooseDocument) => Article | undefined;
  /** Who a name in the file is; `told` is what the file calls them besides the id. See nameAnnotators. */
  readonly annotatorOf: (name: string, isPrediction: boolean, told?: string) => Annotator;
  /** ISO time that stands in for missing ones. */
  readonly at: string;
  /** Hears how many documents are done. */
  readonly report?: (done: number, total: number) => void;
}

/** A span that has no place by itself. */
export interface OrphanSpan {
  /** Stays the same as long as the file is read as the same format. */
  readonly key: string;
  readonly span: LooseSpan;
  /** As the file calls them. */
  readonly annotator: string;
  /** Where the file says that it is, if there is such a place. */
  readonly expected: readonly TextRange[] | undefined;
  /** Where the user put it. */
  readonly chosen: ChosenPlace | undefined;
}

/** How a document came in. */
export interface ImportedDocument {
  readonly document: LooseDocument;
  /** Undefined where no article was found for it: nothing of it came in. */
  readonly article: Article | undefined;
  /** True where the file's text differs from the article's in white space, and spans were carried over. */
  readonly isCarried: boolean;
  readonly unit: OffsetUnit;
  readonly grades: Readonly<Record<Grade, number>>;
  /** Spans that were not simply found with their words where the file has them. */
  readonly noteworthy: readonly GradedSpan[];
  /** Spans without a place of their own in the text; only those for which one was chosen are in the bundle. */
  readonly orphans: readonly OrphanSpan[];
}

/** A span with how sure its place is, and the words that stand there. */
export interface GradedSpan extends PlacedSpan {
  readonly words: string;
}

export interface ImportedDataset {
  readonly bundle: Bundle;
  readonly documents: readonly ImportedDocument[];
  readonly problems: readonly Problem[];
  /** What is left out because the user chose so. */
  readonly leftOut: Readonly<LeftOut>;
}

/** So many spans of each grade are kept of a document to be shown. */
const EXAMPLES = 5;

/** After so many problems more of them help nobody. */
const MOST_PROBLEMS = 1000;

const NO_TEXT = t`the text of this document is neither in the file nor in the library: left out`;
const EMPTY_TEXT = t`the text of this document is empty, white space alone, or longer than an article may be: left out`;

/** Turns what a reader gave into a bundle of the project, with every span in its place or told of as an orphan. */
export function toBundle(dataset: LooseDataset, context: ImportContext): ImportedDataset {
  const labels = resolveLabels(context.project.labelSet, context.fates);
  const problems = new ProblemList(MOST_PROBLEMS);
  for (const { place, message } of dataset.problems) problems.add(place, message);
  const leftOut: LeftOut = { spans: 0, links: 0, values: 0 };
  const articles = new Map<string, Article>();
  const annotators = new Map<AnnotatorId, Annotator>();
  const layers = new Map<string, LayerBuilder>();
  /** One annotator has one layer on an article, however many the file has. */
  const builderFor = (article: Article, { annotator: name, annotatorName, isPrediction }: LooseLayer): LayerBuilder => {
    const annotator = context.annotatorOf(name, isPrediction, annotatorName);
    annotators.set(annotator.id, annotator);
    // An article's id has a fixed length, so no two pairs give the same text.
    const key = article.id + annotator.id;
    const builder =
      layers.get(key) ??
      createLayerBuilder({
        articleId: article.id,
        annotatorId: annotator.id,
        labels,
        problems,
        leftOut,
        at: context.at,
        isFinished: context.isFinished,
      });
    layers.set(key, builder);
    return builder;
  };
  const documents = dataset.documents.map((document, index): ImportedDocument => {
    context.report?.(index, dataset.documents.length);
    const article = context.articleOf(document);
    if (!article) {
      problems.add(document.place, document.text === undefined ? NO_TEXT : EMPTY_TEXT);
      return missing(document, index, context.unit ?? dataset.units[0] ?? 'code-point');
    }
    articles.set(article.id, article);
    const units = context.unit ? [context.unit] : dataset.units;
    return placeDocument({ document, index, article, units, places: context.places, labels, builderFor });
  });
  context.report?.(documents.length, documents.length);
  return {
    bundle: {
      // After the layers, which add to the label set.
      layers: [...layers.values()]
        .map((builder) => builder.build())
        .toSorted((a, b) => compareText(a.articleId, b.articleId) || compareText(a.annotatorId, b.annotatorId)),
      project: { ...context.project, labelSet: labels.labelSet() },
      annotators: [...annotators.values()],
      articles: [...articles.values()],
      decisions: [],
      threads: [],
    },
    documents,
    problems: problems.all,
    leftOut,
  };
}

interface Placing extends Pick<ImportContext, 'places'> {
  readonly document: LooseDocument;
  /** Its number in the dataset. */
  readonly index: number;
  readonly article: Article;
  readonly units: readonly OffsetUnit[];
  readonly labels: LabelResolver;
  readonly builderFor: (article: Article, loose: LooseLayer) => LayerBuilder;
}

function placeDocument({ document, index, article, units, places, labels, builderFor }: Placing): ImportedDocument {
  const texts = textsOf(document, article);
  const { text, unit } = findReading(texts, document.layers, units.length > 0 ? units : ['code-point']);
  const carry = carryBetween(text, article.text) ?? ((range) => range);
  const offsets = unitOffsets(text, unit);
  const toRange = (range: LooseRange): TextRange | undefined => {
    const there = toTextRange(range, offsets);
    return there && carry(there);
  };
  const all: PlacedSpan[] = [];
  const orphans: OrphanSpan[] = [];
  for (const [layer, loose] of document.layers.entries()) {
    const placed = placeSpans(text, loose.spans, unit).map((each, number): PlacedSpan => {
      const { span } = each;
      const ranges = each.ranges.flatMap((range) => carry(range) ?? []);
      // A range that was white space alone has no place; one of several would change what the span says.
      if (each.grade !== 'orphan' && ranges.length === each.ranges.length) return { ...each, ranges };
      const orphan = orphanOf(span, loose, orphanKey(index, layer, number), article, { places, toRange });
      if (!labels.leavesOut(span.label)) orphans.push(orphan);
      return { span, ranges: orphan.chosen?.ranges ?? [], grade: orphan.chosen ? 'chosen' : 'orphan' };
    });
    // One by one: a file may have more spans than a call may have arguments.
    for (const each of placed) if (!labels.leavesOut(each.span.label)) all.push(each);
    builderFor(article, loose).add(document.place, loose, placed, toRange);
  }
  return {
    document,
    article,
    isCarried: document.text !== undefined && freezeText(document.text).text !== article.text,
    unit,
    grades: countGrades(all),
    noteworthy: GRADES.slice(1, -1).flatMap((grade) => {
      const some = all.filter((each) => each.grade === grade).slice(0, EXAMPLES);
      return some.map((each) => ({ ...each, words: wordsAt(article.text, each.ranges) }));
    }),
    orphans,
  };
}

function orphanKey(document: number, layer: number, span: number): string {
  return `${document} ${layer} ${span}`;
}

function orphanOf(
  span: LooseSpan,
  { annotator }: LooseLayer,
  key: string,
  { text }: Article,
  { places, toRange }: Pick<ImportContext, 'places'> & { readonly toRange: ToRange },
): OrphanSpan {
  const there = span.ranges.flatMap((range) => toRange(range) ?? []);
  const expected = there.length === span.ranges.length && there.length > 0 ? joinRanges(there) : undefined;
  const place = places.get(key);
  const isThere = place !== undefined && place.ranges.length > 0 && wordsAt(text, place.ranges) === place.words;
  const chosen = isThere ? place : undefined;
  return { key, span, annotator, expected, chosen };
}

type ToRange = (range: LooseRange) => TextRange | undefined;

/**
 * The texts that the offsets may count in: the file's as it is, without its byte order mark, with every line end as one, for
 * tools differ in when they take these away. Only such as ranges can be carried from.
 */
function textsOf({ text }: LooseDocument, article: Article): readonly string[] {
  if (text === undefined) return [article.text];
  const candidates = [text, text.replace(/^\uFEFF+/, ''), freezeText(text).text];
  const usable = [...new Set(candidates)].filter((candidate) => carryBetween(candidate, article.text));
  return usable.length > 0 ? usable : [article.text];
}

function missing(document: LooseDocument, index: number, unit: OffsetUnit): ImportedDocument {
  const orphans = document.layers.flatMap(({ annotator, spans }, layer) =>
    spans.map((span, number): OrphanSpan => {
      return { key: orphanKey(index, layer, number), span, annotator, expected: undefined, chosen: undefined };
    }),
  );
  const grades = countGrades(orphans.map(({ span }) => ({ span, ranges: [], grade: 'orphan' })));
  return { document, article: undefined, isCarried: false, unit, grades, noteworthy: [], orphans };
}

/** The words of ranges, as they are shown. */
function wordsAt(text: string, ranges: readonly TextRange[]): string {
  return ranges.map(({ from, to }) => text.slice(from, to)).join(' … ');
}

function countGrades(placed: readonly PlacedSpan[]): Readonly<Record<Grade, number>> {
  const count = (grade: Grade): number => placed.filter((each) => each.grade === grade).length;
  return Object.fromEntries(GRADES.map((grade) => [grade, count(grade)])) as Record<Grade, number>;
}
