import { t } from '#language/t.ts';
import { type Annotator } from '#core/project/project.ts';
import { cutBehind } from '#core/text/cut-behind.ts';
import { OFFSET_UNITS, type OffsetUnit } from '#core/text/offset-units.ts';
import { type Problem } from '#formats/problem.ts';
import { type ChosenPlace } from './dataset-choices.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import { type LooseDataset, type LooseSpan } from './loose.ts';
import {
  type AttributeUse,
  attributeUses,
  type LabelUse,
  labelUses,
  type LinkTypeUse,
  linkTypeUses,
} from './name-uses.ts';
import { ORPHAN_WORDS } from './orphan-words.ts';
import { GRADES, type Grade, type PlacedSpan, type WhyOrphan, whyOrphan } from './place-spans.ts';
import { type ImportContext, type ImportedDataset, type ImportedDocument } from './to-bundle.ts';

/** A span that was not simply found where the file has it. */
export interface GradeExample {
  readonly grade: Grade;
  readonly place: string;
  readonly label: string;
  /** As the file has them; empty where it tells none. */
  readonly wordsInFile: string;
  readonly words: string;
}

/** A span without a place of its own in a text. */
export interface Orphan {
  /** Names it to toBundle. */
  readonly key: string;
  readonly document: string;
  readonly place: string;
  readonly annotator: string;
  readonly span: string;
  readonly label: string;
  readonly ranges: LooseSpan['ranges'];
  readonly words: string;
  readonly because: WhyOrphan;
  /** The same in words, as the end of a sentence that starts with the span. */
  readonly why: string;
  /** That of the text, by its tag; empty where it is nowhere. */
  readonly language: string;
  /** Places that may be meant, for the first orphans of a dataset. */
  readonly candidates: readonly Candidate[];
  /** Where the user put it. */
  readonly chosen: ChosenPlace | undefined;
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
  readonly attributes: readonly AttributeUse[];
  readonly linkTypes: readonly LinkTypeUse[];
  readonly leftOut: ImportedDataset['leftOut'];
  /** Spans that are left out, since they have no place. */
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
    attributes: attributeUses(dataset, context),
    linkTypes: linkTypeUses(dataset, context),
    leftOut: imported.leftOut,
    orphans: documents.reduce((sum, { grades }) => sum + grades.orphan, 0),
    problems,
  };
}

/** Every span that has no place of its own, so that none vanishes silently; the first `most` with places that may be meant. */
export function orphansOf({ documents }: Pick<ImportedDataset, 'documents'>, most = 0): readonly Orphan[] {
  let count = 0;
  return documents.flatMap(({ document, article, orphans }) =>
    orphans.map(({ key, span, annotator, expected, chosen }): Orphan => {
      count += 1;
      const because = article ? whyOrphan(span) : 'no-text';
      return {
        key,
        document: article?.title ?? (document.title || document.name),
        place: document.place,
        annotator,
        span: span.id,
        label: span.label,
        ranges: span.ranges,
        words: wordsInFile(span),
        because,
        why: ORPHAN_WORDS[because](t),
        language: article?.language ?? '',
        candidates: article && count <= most ? findCandidates(article.text, span, expected) : [],
        chosen,
      };
    }),
  );
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
  return {
    grade,
    place,
    label: span.label,
    wordsInFile: cutBehind(wordsInFile(span), SHOWN),
    words: cutBehind(words, SHOWN),
  };
}

/** So much of the words is shown, in UTF-16 code units. */
const SHOWN = 200;

function wordsInFile({ quotes = [] }: LooseSpan): string {
  return quotes.join(' … ');
}
