import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { decisionThrough } from '#core/relabel/relabel-decision.ts';
import { type RuledChange } from '#core/relabel/relabel-layer.ts';
import { type BatchId, type Decision } from '#core/review/decision.ts';
import { type Database } from './database.ts';
import { standingChanges } from './label-changes.ts';
import { readInParts } from './read-in-parts.ts';
import { rowsOfArticle, rowsOfProject } from './rows-of.ts';
import { type DecisionRow } from './rows.ts';
import { guarded, StorageError } from './storage-error.ts';

/** An article's review log, oldest first, and the number of its last decision: 0 before the first. */
export interface ReviewLog {
  readonly decisions: readonly Decision[];
  readonly number: number;
}

/**
 * Appends decisions, on one or several articles, to the logs of their articles: all of them in one transaction or none, each
 * with the next number of its article, in the order given. An article that was called finished is not any more. `seen` is the
 * number of each article's last decision as the reviewer knew it: where another tab has written one since, it rejects with
 * `conflict` and writes nothing; an article that is not in it is not checked. Gives back the new numbers of the articles.
 */
export async function appendDecisions(
  database: Database,
  projectId: ProjectId,
  decisions: readonly Decision[],
  seen: ReadonlyMap<ArticleId, number> = new Map(),
): Promise<ReadonlyMap<ArticleId, number>> {
  return guarded(() =>
    database.transaction('rw', database.decisions, database.reviews, async () => {
      const numbers = new Map<ArticleId, number>();
      for (const id of new Set(decisions.map(({ articleId }) => articleId))) {
        const last = await rowsOfArticle(database.decisions, projectId, id).last();
        const number = last?.number ?? 0;
        if ((seen.get(id) ?? number) !== number) throw new StorageError('conflict');
        numbers.set(id, number);
      }
      const rows = decisions.map((decision): DecisionRow => {
        const number = numbers.get(decision.articleId)! + 1;
        numbers.set(decision.articleId, number);
        return { ...decision, projectId, number };
      });
      await database.decisions.bulkAdd(rows);
      await database.reviews.bulkDelete([...numbers.keys()].map((id): [string, string] => [projectId, id]));
      return numbers;
    }),
  );
}

/** The review log of one article, read through the changes of the label set as layers are. */
export async function loadDecisions(
  database: Database,
  projectId: ProjectId,
  articleId: ArticleId,
): Promise<ReviewLog> {
  const { decisions, texts, labelChanges } = database;
  return guarded(() =>
    database.transaction('r', decisions, texts, labelChanges, async () => {
      const standing = await standingChanges(database, projectId);
      return readLog(database, projectId, articleId, standing);
    }),
  );
}

/** The review logs of all articles of a project that have one, as loadDecisions reads one; those of one moment. */
export async function loadAllDecisions(
  database: Database,
  projectId: ProjectId,
): Promise<ReadonlyMap<ArticleId, ReviewLog>> {
  const { decisions, texts, labelChanges } = database;
  return guarded(() =>
    database.transaction('r', decisions, texts, labelChanges, async () => {
      const rows = await readInParts(decisions, projectId, (row) => [row.projectId, row.articleId, row.number]);
      const standing = await standingChanges(database, projectId);
      const logs = new Map<ArticleId, ReviewLog>();
      for (const [articleId, theirs] of byArticle(rows)) {
        const text = standing.length > 0 ? ((await texts.get(articleId))?.text ?? '') : '';
        logs.set(articleId, toLog(theirs, standing, text));
      }
      return logs;
    }),
  );
}

/** How many decisions there are about all articles of a project. */
export async function countDecisions(database: Database, projectId: ProjectId): Promise<number> {
  return guarded(() => rowsOfProject(database.decisions, projectId).count());
}

/** The articles in whose logs there are decisions of this batch, in the order of their ids. */
export async function articlesOfBatch(
  database: Database,
  projectId: ProjectId,
  batch: BatchId,
): Promise<readonly ArticleId[]> {
  return guarded(async () => {
    const keys = await database.decisions.where('[projectId+batch]').equals([projectId, batch]).primaryKeys();
    return [...new Set(keys.map(([, articleId]) => articleId as ArticleId))];
  });
}

/** The same as loadDecisions, for a transaction in which the changes of the label set are known. */
export async function readLog(
  database: Database,
  projectId: ProjectId,
  articleId: ArticleId,
  standing: readonly RuledChange[],
): Promise<ReviewLog> {
  const rows = await rowsOfArticle(database.decisions, projectId, articleId).toArray();
  const text = standing.length > 0 && rows.length > 0 ? ((await database.texts.get(articleId))?.text ?? '') : '';
  return toLog(rows, standing, text);
}

/** The logs of some articles as they are on the disk; to be called in a transaction over decisions. */
export async function storedDecisions(
  database: Database,
  projectId: ProjectId,
  articleIds: readonly ArticleId[],
): Promise<readonly DecisionRow[]> {
  const logs: DecisionRow[][] = [];
  for (const id of articleIds) logs.push(await rowsOfArticle(database.decisions, projectId, id).toArray());
  return logs.flat();
}

/** A decision without what only storage knows. */
function toDecision({ projectId: _project, number: _number, ...decision }: DecisionRow): Decision {
  return { ...decision, policy: decision.policy };
}

function toLog(rows: readonly DecisionRow[], standing: readonly RuledChange[], text: string): ReviewLog {
  return {
    decisions: rows.map((row) => decisionThrough(toDecision(row), standing, text)),
    number: rows.at(-1)?.number ?? 0,
  };
}

function byArticle(rows: readonly DecisionRow[]): ReadonlyMap<ArticleId, readonly DecisionRow[]> {
  const found = new Map<ArticleId, DecisionRow[]>();
  for (const row of rows) {
    const known = found.get(row.articleId);
    if (known) known.push(row);
    else found.set(row.articleId, [row]);
  }
  return found;
}
