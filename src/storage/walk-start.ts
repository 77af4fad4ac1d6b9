import { isMeant, type Whose } from '#core/bundle/whose.ts';
import {
  type Annotator,
  type AnnotatorId,
  type ArticleId,
  type LayerStatus,
  type Project,
} from '#core/project/project.ts';
import { GOLD } from '#core/review/gold-layer.ts';
import { type RuledChange } from '#core/relabel/relabel-layer.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type Database } from './database.ts';
import { readTables, standingChanges } from './label-changes.ts';
import { loadHeads } from './layers.ts';
import { toProject } from './projects.ts';
import { rowsOfProject } from './rows-of.ts';
import { isBegun, type LayerRow } from './rows.ts';
import { guarded } from './storage-error.ts';
import { goldStates } from './walk-gold.ts';

/** Which part of a project is read. */
export interface BundleChoice {
  /** Stands in for a project that was never written. */
  readonly project: Project;
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly whose: Whose;
  /** Decisions and threads are not read; they belong to everybody’s layers only. */
  readonly leavesOutReviews?: boolean;
  /** Layers come with the edits that led to them, so that another device can merge them. */
  readonly withLogs?: boolean;
}

/** What is known before anything large is read. */
export interface WalkStart {
  readonly project: Project;
  /** Those who have a layer in it, or wrote a decision or a message; GOLD alone where gold is read. */
  readonly annotators: readonly Annotator[];
  /** By id; those without gold are left out where gold is read. */
  readonly articleIds: readonly ArticleId[];
  /** The chosen layers that somebody has begun, by article and annotator; none where gold is read. */
  readonly heads: readonly LayerRow[];
  /** The changes of the label set that layers are read through. */
  readonly standing: readonly RuledChange[];
  /** How far the review of each article is, where gold is read. */
  readonly gold: ReadonlyMap<ArticleId, LayerStatus> | undefined;
}

/** Runs a job in one transaction over everything that a walk reads, so that all of it is from one moment. */
export async function inWalk(database: Database, job: () => Promise<void>): Promise<void> {
  const { projects, annotators, articles, layers, decisions, threads, reviews } = database;
  const tables = [projects, annotators, articles, layers, decisions, threads, reviews, ...readTables(database)];
  await guarded(() => database.transaction('r', tables, job));
}

/** What is known before anything large is read; to be called within inWalk. */
export async function startWalk(database: Database, choice: BundleChoice): Promise<WalkStart> {
  const { project, whose } = choice;
  const stored = await database.projects.get(project.id);
  const standing = await standingChanges(database, project.id);
  const begun = (await loadHeads(database, project.id)).filter((head) => {
    return isBegun(head) && choice.articleIds.has(head.articleId);
  });
  const known = { project: stored ? toProject(stored) : project, standing };
  const articleIds = [...choice.articleIds].toSorted(compareText);
  if (whose.kind === 'gold') {
    const { labelSet } = known.project;
    const reading = { projectId: project.id, articleIds, heads: begun, standing, labelSet };
    const gold = await goldStates(database, reading, whose.includesPartly);
    return { ...known, annotators: [GOLD], articleIds: [...gold.keys()], heads: [], gold };
  }
  const heads = begun.filter(({ annotatorId }) => isMeant(whose, annotatorId));
  const people = new Set(heads.map(({ annotatorId }) => annotatorId));
  if (whose.kind === 'all') for (const id of await reviewers(database, choice)) people.add(id);
  const annotators = (await database.annotators.toArray()).filter(({ id }) => people.has(id));
  return { ...known, annotators, articleIds, heads, gold: undefined };
}

/** Those who decided something or wrote a message about the articles. */
async function reviewers(
  database: Database,
  { project, articleIds, leavesOutReviews }: BundleChoice,
): Promise<ReadonlySet<AnnotatorId>> {
  const people = new Set<AnnotatorId>();
  if (leavesOutReviews) return people;
  await rowsOfProject(database.decisions, project.id).each(({ articleId, by }) => {
    if (articleIds.has(articleId)) people.add(by);
  });
  await rowsOfProject(database.threads, project.id).each(({ articleId, messages }) => {
    if (articleIds.has(articleId)) for (const { by } of messages) people.add(by);
  });
  return people;
}
