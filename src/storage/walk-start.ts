import { type Annotator, type AnnotatorId, type ArticleId, type Layer, type Project } from '#core/project/project.ts';
import { relabelThrough, type RuledChange } from '#core/relabel/relabel-layer.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type Database } from './database.ts';
import { readTables, standingChanges } from './label-changes.ts';
import { entriesAfter, loadHeads, replayed } from './layers.ts';
import { toProject } from './projects.ts';
import { keyOf, type LayerRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/** Which part of a project is read. */
export interface BundleChoice {
  /** Stands in for a project that was never written. */
  readonly project: Project;
  readonly articleIds: ReadonlySet<ArticleId>;
  /** Whose layers are read. */
  readonly annotatorId: AnnotatorId | 'all';
}

/** What is known before anything large is read. */
export interface WalkStart {
  readonly project: Project;
  /** Those who have a layer in it. */
  readonly annotators: readonly Annotator[];
  /** By id. */
  readonly articleIds: readonly ArticleId[];
  /** The chosen layers that somebody has begun, by article and annotator. */
  readonly heads: readonly LayerRow[];
  /** The changes of the label set that layers are read through. */
  readonly standing: readonly RuledChange[];
}

/** Runs a job in one transaction over everything that a walk reads, so that all of it is from one moment. */
export async function inWalk(database: Database, job: () => Promise<void>): Promise<void> {
  const { projects, annotators, articles, layers } = database;
  await guarded(() =>
    database.transaction('r', [projects, annotators, articles, layers, ...readTables(database)], job),
  );
}

/** What is known before anything large is read; to be called within inWalk. */
export async function startWalk(
  database: Database,
  { project, articleIds, annotatorId }: BundleChoice,
): Promise<WalkStart> {
  const stored = await database.projects.get(project.id);
  const standing = await standingChanges(database, project.id);
  const heads = (await loadHeads(database, project.id)).filter(({ status, spanCount, ...key }) => {
    const isBegun = status !== 'not-started' || spanCount > 0;
    const isWanted = annotatorId === 'all' || key.annotatorId === annotatorId;
    return isBegun && isWanted && articleIds.has(key.articleId);
  });
  const people = new Set(heads.map((head) => head.annotatorId));
  return {
    project: stored ? toProject(stored) : project,
    annotators: (await database.annotators.toArray()).filter(({ id }) => people.has(id)),
    articleIds: [...articleIds].toSorted(compareText),
    heads,
    standing,
  };
}

/** The layers of a few heads, each with the text of its article, in the order of the heads; to be called within inWalk. */
export async function readLayers(
  database: Database,
  heads: readonly LayerRow[],
  standing: readonly RuledChange[],
): Promise<readonly { readonly layer: Layer; readonly text: string }[]> {
  const read = await database.texts.bulkGet(heads.map(({ articleId }) => articleId));
  const shots = await database.snapshots.bulkGet(heads.map(keyOf));
  const tails = await Promise.all(heads.map((key, index) => entriesAfter(database, key, shots[index]?.number ?? 0)));
  return heads.map((key, index) => {
    const text = read[index]?.text ?? '';
    const { layer } = replayed(key, shots[index], tails[index]!);
    return { layer: relabelThrough(layer, standing, text), text };
  });
}

/** So many records are asked for at once: enough to keep the disk busy, few enough to be held in memory. */
const AT_ONCE = 16;

/** A list a few items at a time. */
export function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
