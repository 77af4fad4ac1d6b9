import { type CopyMerge } from '#core/merge/merge-copies.ts';
import { sameContent } from '#core/merge/same-content.ts';
import { mergeLabelSets } from '#core/labels/merge-label-sets.ts';
import { type Decision, type DecisionId } from '#core/review/decision.ts';
import { mergeThreads } from '#core/review/merge-threads.ts';
import { type Thread } from '#core/review/thread.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { mergeGuidelines } from '#core/project/merge-guidelines.ts';
import { type Bundle, type BundledLayer } from './bundle.ts';
import { type Annotator, type Article, type ArticleId, type Layer, type Project } from '#core/project/project.ts';

/** A layer that is here already, and whether it was ever edited in this browser. */
export interface LayerHere {
  readonly layer: Layer;
  readonly editedHere: boolean;
  /** There, and true, for a layer in the trash. */
  readonly isAway?: boolean;
  /** What bringing in the bundle's copy comes to, where it brings its log. */
  readonly merge?: CopyMerge | undefined;
}

/** What is here before an import, as far as the bundle touches it. */
export interface Here {
  readonly project: Project;
  readonly annotators: readonly Annotator[];
  /** Those taken out of the library included. */
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly takenOut: ReadonlySet<ArticleId>;
  /** Articles in the library on which nobody annotated in this browser: a corrected text may take their place. */
  readonly untouched: ReadonlySet<ArticleId>;
  readonly layers: readonly LayerHere[];
  /** Those on the bundle's articles, of all logs. */
  readonly decisionIds: ReadonlySet<DecisionId>;
  /** Those that the bundle has too. */
  readonly threads: readonly Thread[];
}

/** What becomes of one layer of a bundle. */
export type LayerFate =
  /** Not here yet: comes in. */
  | 'added'
  /** Here as it came from an earlier file, and the bundle's is newer: takes the bundle's state. */
  | 'updated'
  /** Here with the same content. */
  | 'unchanged'
  /** Here and newer than the bundle's: stays. */
  | 'older'
  /** Here in the trash: comes back as it is here. */
  | 'back'
  /** Edited in this browser and elsewhere since both were the same: gets what was done elsewhere. */
  | 'merged'
  /** Edited in this browser and different: stays, since only its annotator writes it. */
  | 'kept';

export interface PlannedLayer {
  readonly fate: LayerFate;
  readonly layer: BundledLayer;
  readonly merge?: CopyMerge | undefined;
}

/** All that an import will do; doing it is one transaction. */
export interface ImportPlan {
  readonly project: Project;
  /** Labels that the bundle adds; new attributes, values and link types are not counted. */
  readonly labelsAdded: number;
  readonly linkTypesAdded: number;
  readonly guidelinesAdded: number;
  readonly changesProject: boolean;
  readonly annotators: readonly Annotator[];
  readonly articles: readonly Article[];
  readonly articlesHere: number;
  /** Those of the articles here that were taken out of the library and come back. */
  readonly articlesBack: readonly ArticleId[];
  /** Earlier texts of articles that come in, which are taken out of the library with their layers. */
  readonly articlesReplaced: readonly ArticleId[];
  readonly layers: readonly PlannedLayer[];
  /** Decisions that are not here yet, to be appended to the logs of their articles in this order. */
  readonly decisions: readonly Decision[];
  /** Threads as they will be, of those that are not here yet or get something new. */
  readonly threads: readonly Thread[];
  /** Those of them that are not here yet. */
  readonly threadsAdded: number;
}

/**
 * Decides what importing a checked bundle changes. Articles and annotators that are here keep what they are called here,
 * and an article that was taken out of the library comes back;
 * layers edited here are never replaced, and get what was done elsewhere only where both logs are known; decisions that are not here are appended and threads united; importing the same bundle again plans no change.
 */
export function planImport(here: Here, bundle: Bundle): ImportPlan {
  const labelSet = mergeLabelSets(here.project.labelSet, bundle.project.labelSet);
  const guidelines = mergeGuidelines(here.project.guidelines, bundle.project.guidelines);
  const changesProject = labelSet !== here.project.labelSet || guidelines !== here.project.guidelines;
  const known = new Set(here.annotators.map(({ id }) => id));
  const layersHere = new Map(here.layers.map((held) => [keyOfLayer(held.layer), held]));
  const threads = plannedThreads(here.threads, bundle.threads);
  const articles = bundle.articles.filter(({ id }) => !here.articleIds.has(id));
  return {
    project: changesProject ? { ...here.project, labelSet, guidelines } : here.project,
    changesProject,
    linkTypesAdded: labelSet.linkTypes.length - here.project.labelSet.linkTypes.length,
    guidelinesAdded: guidelines.length - here.project.guidelines.length,
    labelsAdded: labelSet.labels.length - here.project.labelSet.labels.length,
    annotators: bundle.annotators.filter(({ id }) => !known.has(id)),
    articles,
    articlesHere: bundle.articles.length - articles.length,
    articlesReplaced: replacedBy(articles, here, bundle),
    articlesBack: bundle.articles.flatMap(({ id }) => (here.takenOut.has(id) ? [id] : [])),
    layers: bundle.layers.map((layer) => {
      const held = layersHere.get(keyOfLayer(layer));
      return { layer, fate: fateOf(layer, held), merge: held?.merge };
    }),
    decisions: bundle.decisions.filter(({ id }) => !here.decisionIds.has(id)),
    ...threads,
  };
}

function plannedThreads(
  here: readonly Thread[],
  theirs: readonly Thread[],
): Pick<ImportPlan, 'threads' | 'threadsAdded'> {
  const known = new Map(here.map((thread) => [keyOfThread(thread), thread]));
  let threadsAdded = 0;
  const threads = theirs.flatMap((thread): readonly Thread[] => {
    const ours = known.get(keyOfThread(thread));
    if (!ours) threadsAdded += 1;
    const merged = ours ? mergeThreads(ours, thread) : thread;
    return merged === ours ? [] : [merged];
  });
  return { threads, threadsAdded };
}

/** A bundle that brings the earlier text as well wants both. */
function replacedBy(articles: readonly Article[], here: Here, bundle: Bundle): readonly ArticleId[] {
  const brought = new Set(bundle.articles.map(({ id }) => id));
  return articles.flatMap(({ correctionOf }) => {
    if (correctionOf === '' || brought.has(correctionOf)) return [];
    return here.untouched.has(correctionOf) ? [correctionOf] : [];
  });
}

/** True where doing the plan would leave everything as it is. */
export function changesNothing(plan: ImportPlan): boolean {
  return (
    !plan.changesProject &&
    plan.annotators.length === 0 &&
    plan.articles.length === 0 &&
    plan.articlesBack.length === 0 &&
    plan.decisions.length === 0 &&
    plan.threads.length === 0 &&
    plan.layers.every(({ fate }) => !CHANGING.has(fate))
  );
}

const CHANGING: ReadonlySet<LayerFate> = new Set(['added', 'updated', 'back', 'merged']);

function fateOf(layer: Layer, held: LayerHere | undefined): LayerFate {
  if (!held) return 'added';
  if (held.isAway) return 'back';
  if (sameContent(held.layer, layer)) return 'unchanged';
  switch (held.merge?.kind) {
    case 'behind':
      return 'older';
    case 'same':
      return 'unchanged';
    case 'ahead':
      return 'updated';
    case 'merged':
      if (held.editedHere) return 'merged';
      break;
    case 'strangers':
    case undefined:
  }
  if (held.editedHere) return 'kept';
  return compareTimes(layer.changedAt, held.layer.changedAt) > 0 ? 'updated' : 'older';
}

function keyOfLayer({ articleId, annotatorId }: Layer): string {
  return JSON.stringify([articleId, annotatorId]);
}

function keyOfThread({ articleId, id }: Thread): string {
  return JSON.stringify([articleId, id]);
}
