import { type LabelSet } from '#core/labels/label-set.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article, type ArticleId, type Layer } from '#core/project/project.ts';
import { projectLosses, reviewLosses, wholesaleLosses } from './carries.ts';
import { type CreateWriter, type DatasetAbout, type FilePart, type WriteOptions } from './dataset.ts';
import { type Format } from './format.ts';
import { type LossLog } from './losses.ts';
import { prepareDataset, type PrepareOptions } from './prepare-dataset.ts';
import { NO_RENAMES } from './rename-labels.ts';
import { createTally, type TallyRow } from './tally.ts';

/** What is written and how. */
export interface WriteRequest {
  readonly prepare: PrepareOptions;
  readonly options: WriteOptions;
}

/** Everything as it is. */
export const AS_IT_IS: PrepareOptions = {
  annotatorIds: 'all',
  renames: NO_RENAMES,
  isAnonymous: false,
  split: undefined,
};

/** Writes a dataset piece by piece: the parts of its files, in order. `start` comes first, `end` last. */
export interface DatasetRun {
  readonly start: () => Iterable<FilePart>;
  readonly article: (article: Article, layers: readonly Layer[]) => Iterable<FilePart>;
  readonly end: () => Iterable<FilePart>;
  /** The label set with the names that the file has. */
  readonly labelSet: LabelSet;
  /** How much was written so far. */
  readonly tally: () => readonly TallyRow[];
}

/** A run, or why the options do not fit the project. */
export type OpenedRun =
  | { readonly ok: true; readonly run: DatasetRun }
  | { readonly ok: false; readonly problem: string };

/**
 * Gets ready to write these articles. Whatever the file will not hold as the project does goes to `losses`, each thing once,
 * by the time the last part was taken.
 */
export function openDataset(
  format: Pick<Format, 'carries'>,
  createWriter: CreateWriter,
  about: DatasetAbout,
  articleIds: Iterable<ArticleId>,
  { prepare, options }: WriteRequest,
  losses: LossLog,
): OpenedRun {
  const prepared = prepareDataset(about, articleIds, prepare);
  if (!prepared.ok) return prepared;
  const writer = createWriter(prepared.about, options, losses);
  const tally = createTally();
  return {
    ok: true,
    run: {
      *start() {
        for (const loss of prepared.losses) losses.add(loss);
        projectLosses(prepared.about, format.carries, losses);
        yield* writer.begin();
      },
      *article(article, layers) {
        const annotated = prepared.article(article, layers);
        wholesaleLosses(annotated, format.carries, losses);
        tally.add(annotated);
        yield* writer.article(annotated);
      },
      end: () => writer.end(),
      labelSet: prepared.about.project.labelSet,
      tally: tally.rows,
    },
  };
}

/**
 * The parts of a whole bundle's files in a format, made while they are taken. Rejects for a format that is only read, and with
 * the reason where the options do not fit the project.
 */
export async function bundleParts(
  format: Format,
  bundle: Bundle,
  request: WriteRequest,
  losses: LossLog,
): Promise<Iterable<FilePart>> {
  if (!format.write) throw new Error(`The format ${format.name} can only be read.`);
  return partsBy(format, await format.write(), bundle, request, losses);
}

/** The parts as bundleParts gives them, by a writer that is loaded; throws where the options do not fit the project. */
export function partsBy(
  format: Pick<Format, 'carries'>,
  createWriter: CreateWriter,
  { project, annotators, articles, layers, decisions, threads }: Bundle,
  request: WriteRequest,
  losses: LossLog,
): Iterable<FilePart> {
  const ids = articles.map(({ id }) => id);
  const opened = openDataset(format, createWriter, { project, annotators }, ids, request, losses);
  if (!opened.ok) throw new Error(opened.problem);
  reviewLosses({ decisions, threads }, format.carries, losses);
  return partsOf(opened.run, articles, layers);
}

function* partsOf(run: DatasetRun, articles: readonly Article[], layers: readonly Layer[]): Iterable<FilePart> {
  const byArticle = new Map<ArticleId, Layer[]>();
  for (const layer of layers) {
    const known = byArticle.get(layer.articleId);
    if (known) known.push(layer);
    else byArticle.set(layer.articleId, [layer]);
  }
  yield* run.start();
  for (const article of articles) yield* run.article(article, byArticle.get(article.id) ?? []);
  yield* run.end();
}
