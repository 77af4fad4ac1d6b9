import { t } from '#language/t.ts';
import { type Annotator, type AnnotatorId, type Article, type ArticleId, type Layer } from '#core/project/project.ts';
import { splitBySeed } from '#core/split/split-by-seed.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type AnnotatedArticle, type DatasetAbout, type Split, SPLITS } from './dataset.ts';
import { type Loss } from './losses.ts';
import { type Renames, renaming } from './rename-labels.ts';

/** How articles are divided: the share of each part, which need not add up to 100, and what decides who goes where. */
export interface SplitChoice {
  readonly shares: Readonly<Record<Split, number>>;
  readonly seed: string;
}

/** What is done to articles and layers before a format sees them. */
export interface PrepareOptions {
  /** Whose layers are written. */
  readonly annotatorIds: ReadonlySet<AnnotatorId> | 'all';
  readonly renames: Renames;
  /** Annotators are called `annotator-1`, `annotator-2` by the order of their ids, and their names are left out. */
  readonly isAnonymous: boolean;
  /** Undefined where the dataset stays whole. */
  readonly split: SplitChoice | undefined;
}

/** A dataset as the options want it, or why it cannot be had. */
export type Prepared =
  | {
      readonly ok: true;
      readonly about: DatasetAbout;
      readonly article: (article: Article, layers: readonly Layer[]) => AnnotatedArticle;
      /** One for each label and link type that has another name now. */
      readonly losses: readonly Loss[];
    }
  | { readonly ok: false; readonly problem: string };

/**
 * Applies the options to a dataset of these articles, which may come in any order. Layers keep the order of their annotators'
 * ids. Nothing is lost but what the options leave out.
 */
export function prepareDataset(
  about: DatasetAbout,
  articleIds: Iterable<ArticleId>,
  options: PrepareOptions,
): Prepared {
  const renamed = renaming(about.project, options.renames);
  if (!renamed.ok) return renamed;
  const splits = splitOf(articleIds, options.split);
  if (splits === undefined) return { ok: false, problem: t`Give at least one part of the split a share above zero.` };
  const isWritten = (id: AnnotatorId): boolean => options.annotatorIds === 'all' || options.annotatorIds.has(id);
  const annotators = about.annotators.filter(({ id }) => isWritten(id)).toSorted((a, b) => compareText(a.id, b.id));
  const names = options.isAnonymous ? anonymousNames(annotators) : undefined;
  const nameOf = (id: AnnotatorId): AnnotatorId => {
    // Somebody whom the project does not list must not go out under their own id either.
    if (names && !names.has(id)) names.set(id, anonymousName(names.size));
    return names?.get(id) ?? id;
  };
  const { project } = renamed;
  return {
    ok: true,
    about: {
      // Who wrote the guidelines is a name as well.
      project: names
        ? { ...project, guidelines: project.guidelines.map((version) => ({ ...version, by: '' })) }
        : project,
      annotators: names ? annotators.map(({ id }): Annotator => ({ id: nameOf(id), name: nameOf(id) })) : annotators,
    },
    article: (article, layers) => ({
      article,
      layers: layers
        .filter(({ annotatorId }) => isWritten(annotatorId))
        .toSorted((a, b) => compareText(a.annotatorId, b.annotatorId))
        .map((layer) => {
          const { annotatorId } = layer;
          return { ...renamed.layer(layer), annotatorId: nameOf(annotatorId) };
        }),
      split: splits.get(article.id),
    }),
    losses: renamed.renamed.map(({ from, to }) => ({ reason: 'label-renamed', detail: `${from} → ${to}` })),
  };
}

/** Undefined where nothing can be split by the shares. */
function splitOf(
  articleIds: Iterable<ArticleId>,
  choice: SplitChoice | undefined,
): ReadonlyMap<ArticleId, Split> | undefined {
  if (!choice) return new Map();
  const shares = SPLITS.map((split) => choice.shares[split]);
  if (shares.some((share) => !(share >= 0)) || !shares.some((share) => share > 0)) return undefined;
  return new Map([...splitBySeed(articleIds, shares, choice.seed)].map(([id, part]) => [id, SPLITS[part]!]));
}

function anonymousNames(annotators: readonly Annotator[]): Map<AnnotatorId, AnnotatorId> {
  return new Map(annotators.map(({ id }, index) => [id, anonymousName(index)]));
}

function anonymousName(index: number): AnnotatorId {
  return `annotator-${index + 1}` as AnnotatorId;
}
