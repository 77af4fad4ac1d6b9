import { type ImportPlan, type LayerFate } from '#core/bundle/plan-import.ts';
import { type Annotator, type AnnotatorId, type ArticleAbout, type Project } from '#core/project/project.ts';
import { type DatasetChoices } from '#formats/exchange/dataset-choices.ts';
import { type FormatId, type FormatName } from '#formats/exchange/detect-format.ts';
import { type DatasetReport, type Orphan } from '#formats/exchange/report-dataset.ts';
import { type Problem } from '#formats/problem.ts';
import { type ShownTable } from './read-table.ts';

import { type MergeShown } from './merge-shown.ts';
import { type LayersTwice } from './layers-twice.ts';

/** What importing a bundle would change, in numbers. */
export interface PlanInNumbers extends Pick<
  ImportPlan,
  'labelsAdded' | 'linkTypesAdded' | 'guidelinesAdded' | 'changesProject' | 'articlesHere'
> {
  /** Articles that come in. */
  readonly articles: number;
  readonly articlesBack: number;
  readonly articlesReplaced: number;
  /** Decisions of reviewers that are appended to the logs of their articles. */
  readonly decisions: number;
  readonly threadsAdded: number;
  /** Threads here that get messages or another state. */
  readonly threadsUpdated: number;
  /** Names of the annotators who are not known here yet. */
  readonly annotatorsAdded: readonly string[];
  /** How many layers have each fate. */
  readonly layers: ReadonlyMap<LayerFate, number>;
}

/** Somebody whom no file names. */
export interface UnnamedAnnotator {
  /** As the files of the drop tell, which is what `called` of the choices knows them by. */
  readonly found: string;
  /** As the user calls them, else as was found. */
  readonly name: string;
  /** True where they are called like a file, since several files have annotations on one text. */
  readonly isByFile: boolean;
}

/** What a file that was read turned out to hold, as far as it is shown: the rest stays with whoever read it. */
export type ReadFile =
  | {
      readonly kind: 'bundle';
      readonly fileName: string;
      readonly project: Project;
      readonly annotators: readonly Annotator[];
      /** Whom the file was made for, to begin with; see annotatorToBe. */
      readonly madeFor: Annotator | undefined;
      /** Those with a layer in it. */
      readonly layersOf: readonly AnnotatorId[];
      readonly plan: PlanInNumbers;
      /** Layers here that go on with what was done elsewhere. */
      readonly merges: readonly MergeShown[];
      /** How many layers here have nothing in common with the log that the file has of them. */
      readonly strangers: number;
    }
  | {
      readonly kind: 'article';
      readonly fileName: string;
      readonly article: ArticleAbout;
      /** The first words of the text, and its length in UTF-16 code units. */
      readonly start: string;
      readonly length: number;
      /** What its bytes were taken for, where they do not say so themselves. */
      readonly encoding: string | undefined;
    }
  | {
      readonly kind: 'dataset';
      readonly fileName: string;
      readonly report: DatasetReport;
      /** The first spans without a place. */
      readonly orphans: readonly Orphan[];
      readonly plan: PlanInNumbers;
      readonly choices: DatasetChoices;
      /** How many layers the file itself says are in progress. */
      readonly unfinished: number;
      /** Who made what it has by nobody. */
      readonly unnamed: readonly UnnamedAnnotator[];
      /** Whom these would be taken for, had they no other annotations on the same article. */
      readonly others: readonly string[];
    }
  | {
      readonly kind: 'table';
      readonly fileName: string;
      readonly shown: ShownTable;
      readonly plan: PlanInNumbers;
      /** The first rows that give no article, and why. */
      readonly problems: readonly Problem[];
      /** How many such rows there are in all. */
      readonly problemCount: number;
    }
  | { readonly kind: 'problems'; readonly fileName: string; readonly problems: readonly Problem[] };

/** A file, or several that are one dataset, that was read, and what importing it would do. */
export interface PreparedFile {
  /** Names what was read to whoever read it. */
  readonly handle: number;
  readonly reading: ReadFile;
  /** What it was read as, and what it can be read as: nothing where it could not even be opened. */
  readonly format: FormatId;
  readonly formats: readonly FormatName[];
  /** What else is in the archive or folder that it comes from and cannot be read, where that is not among those of `reading`. */
  readonly problems: readonly Problem[];
  /** What reading an article left out or could not tell. */
  readonly notes: readonly Problem[];
  /** True where everything in the file is here already. */
  readonly isHere: boolean;
  /** True for an article that was taken out of the library and that importing puts back. */
  readonly comesBack: boolean;
  /** The book that an article is a part of, or is. */
  readonly book: Book | undefined;
  /** Layers that other files that were read with it have, too. */
  readonly twice: readonly LayersTwice[];
}

/** A book that was read, an article for each part or as one. */
export interface Book {
  readonly id: number;
  readonly parts: number;
  readonly isWhole: boolean;
}

/** An article that has most of its words in common with one that was read. */
export interface NearArticle {
  readonly handle: number;
  readonly title: string;
  /** It is in the library; else it was read along. */
  readonly isHere: boolean;
  /** How many of the words, from 0 to 1. */
  readonly share: number;
}

/** The plan as far as it is shown. */
export function inNumbers(plan: ImportPlan): PlanInNumbers {
  const { labelsAdded, linkTypesAdded, guidelinesAdded, changesProject, articlesHere } = plan;
  const layers = new Map<LayerFate, number>();
  for (const { fate } of plan.layers) layers.set(fate, (layers.get(fate) ?? 0) + 1);
  return {
    labelsAdded,
    linkTypesAdded,
    guidelinesAdded,
    changesProject,
    articlesHere,
    articles: plan.articles.length,
    articlesBack: plan.articlesBack.length,
    articlesReplaced: plan.articlesReplaced.length,
    decisions: plan.decisions.length,
    threadsAdded: plan.threadsAdded,
    threadsUpdated: plan.threads.length - plan.threadsAdded,
    annotatorsAdded: plan.annotators.map(({ name }) => name),
    layers,
  };
}
