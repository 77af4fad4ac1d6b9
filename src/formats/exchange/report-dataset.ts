import { type LabelId } from '#core/labels/label-id.ts';
import { type Annotator } from '#core/project/project.ts';
import { OFFSET_UNITS, type OffsetUnit } from '#core/text/offset-units.ts';
import { type Problem } from '#formats/problem.ts';
import { type LooseDataset, type LooseSpan } from './loose.ts';
import { GRADES, type Grade, type PlacedSpan, whyOrphan } from './place-spans.ts';
import { type LabelFate, resolveLabels } from './resolve-labels.ts';
import { type ImportContext, type ImportedDataset, type ImportedDocument } from './to-bundle.ts';

/** A label that a file names, how many spans have it, and what becomes of them. */
export interface LabelUse {
  readonly name: string;
  readonly spans: number;
  /** The project's label of this id or name; undefined where it has none. */
  readonly known: LabelId | undefined;
  readonly fate: LabelFate;
}

/** A span that was not simply found where the file has it. */
export interface GradeExample {
  readonly grade: Grade;
  readonly place: string;
  readonly label: string;
  /** As the file has them; empty where it tells none. */
  readonly wordsInFile: string;
  readonly words: string;
}

/** A span without a place in a text. */
export interface Orphan {
  readonly document: string;
  readonly place: string;
  readonly annotator: string;
  readonly span: string;
  readonly label: string;
  readonly ranges: LooseSpan['ranges'];
  readonly words: string;
  readonly why: string;
}

/** What a dataset turned out to be, in numbers and examples. */
export interface DatasetReport {
  readonly documents: number;
  /** Documents whose text is nowhere. */
  readonly missing: number;
  /** Documents whose text differs from the article's in white space. */
  readonly carried: number;
  readonly spans: number;
  readonly links: number;
  readonly grades: Readonly<Record<Grade, number>>;
  readonly examples: readonly GradeExample[];
  /** Units that were found, with the number of documents with spans. */
  readonly units: readonly { readonly unit: OffsetUnit; readonly documents: number }[];
  readonly annotators: readonly Annotator[];
  readonly labels: readonly LabelUse[];
  readonly orphans: number;
  readonly problems: readonly Problem[];
}

/** So many examples of a grade are shown. */
const EXAMPLES = 5;

/** Sums up what toBundle made of a dataset. */
export function reportDataset(dataset: LooseDataset, imported: ImportedDataset, context: ImportContext): DatasetReport {
  const { documents, bundle, problems } = imported;
  const withSpans = documents.filter(({ document }) => document.layers.some(({ spans }) => spans.length > 0));
  return {
    documents: documents.length,
    missing: documents.filter(({ article }) => !article).length,
    carried: documents.filter(({ isCarried }) => isCarried).length,
    spans: bundle.layers.reduce((sum, { spans }) => sum + spans.length, 0),
    links: bundle.layers.reduce((sum, { links }) => sum + links.length, 0),
    grades: Object.fromEntries(
      GRADES.map((grade) => [grade, documents.reduce((sum, { grades }) => sum + grades[grade], 0)]),
    ) as Record<Grade, number>,
    examples: examplesOf(documents),
    units: OFFSET_UNITS.flatMap((unit) => {
      const count = withSpans.filter((each) => each.unit === unit && each.article).length;
      return count > 0 ? [{ unit, documents: count }] : [];
    }),
    annotators: bundle.annotators,
    labels: labelUses(dataset, context),
    orphans: documents.reduce((sum, each) => sum + each.orphans.length, 0),
    problems,
  };
}

/** Every span that has no place, so that none vanishes silently. */
export function orphansOf({ documents }: Pick<ImportedDataset, 'documents'>): readonly Orphan[] {
  return documents.flatMap(({ document, article, orphans }) => {
    const annotatorOf = new Map(
      document.layers.flatMap(({ annotator, spans }) => spans.map((span) => [span, annotator] as const)),
    );
    return orphans.map(({ span }): Orphan => ({
      document: article?.title ?? (document.title || document.name),
      place: document.place,
      annotator: annotatorOf.get(span) ?? '',
      span: span.id,
      label: span.label,
      ranges: span.ranges,
      words: wordsInFile(span),
      why: article ? whyOrphan(span) : 'belongs to a document whose text is nowhere',
    }));
  });
}

function examplesOf(documents: readonly ImportedDocument[]): readonly GradeExample[] {
  return GRADES.flatMap((grade) => {
    const some: GradeExample[] = [];
    for (const { document, noteworthy } of documents) {
      if (some.length >= EXAMPLES) break;
      for (const each of noteworthy) {
        if (each.grade === grade && some.length < EXAMPLES) some.push(exampleOf(document.place, each));
      }
    }
    return some;
  });
}

function exampleOf(place: string, { span, grade, words }: PlacedSpan & { readonly words: string }): GradeExample {
  return { grade, place, label: span.label, wordsInFile: shown(wordsInFile(span)), words: shown(words) };
}

/** So much of the words is shown, in UTF-16 code units. */
const SHOWN = 200;

function shown(words: string): string {
  return words.length <= SHOWN ? words : `${words.slice(0, SHOWN).toWellFormed()}…`;
}

function wordsInFile({ quotes = [] }: LooseSpan): string {
  return quotes.join(' … ');
}

function labelUses({ documents }: LooseDataset, { project, fates }: ImportContext): readonly LabelUse[] {
  const counts = new Map<string, number>();
  for (const { layers } of documents) {
    for (const { spans } of layers) for (const { label } of spans) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const own = new Set<string>(project.labelSet.labels.map(({ id }) => id));
  const byName = resolveLabels(project.labelSet, new Map());
  return [...counts].map(([name, spans]) => {
    const id = byName.label(name)?.id;
    const known = id !== undefined && own.has(id) ? id : undefined;
    const fate = fates.get(name) ?? (known === undefined ? { kind: 'new' } : { kind: 'label', id: known });
    return { name, spans, known, fate };
  });
}
