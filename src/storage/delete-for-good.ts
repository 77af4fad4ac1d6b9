import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { Dexie, type Table } from 'dexie';
import { noteDeletedEdits } from './copies.ts';
import { type Database } from './database.ts';
import { noteGone } from './gone.ts';
import { projectsWithArticles } from './projects.ts';
import { rowsOfArticle, rowsOfProject } from './rows-of.ts';
import { keyOf, type LayerKey, nameOfLayer } from './rows.ts';
import { guarded } from './storage-error.ts';
import { loadTrash, loadTrashItem, type TrashItem } from './trash.ts';

/** How many days something stays in the trash before it goes by itself. */
const DAYS_IN_TRASH = 30;

/** The ISO time at which something goes by itself; undefined where it never does. */
export function goesAt({
  removedBy,
  removedAt,
  touchedAt,
}: Pick<TrashItem, 'removedBy' | 'removedAt' | 'touchedAt'>): string | undefined {
  if (removedBy === undefined) return undefined;
  const touched = Date.parse(touchedAt);
  // A file may hold a time that is none, such as one of a 13th month.
  const from = Number.isNaN(touched) ? Date.parse(removedAt) : touched;
  return new Date(from + DAYS_IN_TRASH * 24 * 60 * 60 * 1000).toISOString();
}

/**
 * Deletes what is in the trash, with everything that hangs on it, in one transaction: a layer with its log, an article with its
 * text, layers, decisions and threads, a project with all of it. Gives back false, and does nothing, where it is not in the
 * trash any more or was changed since.
 */
export async function deleteForGood(database: Database, item: TrashItem): Promise<boolean> {
  return guarded(() =>
    database.transaction('rw', database.tables, async () => {
      const now = await loadTrashItem(database, item);
      if (now?.removedAt !== item.removedAt || now.touchedAt !== item.touchedAt) return false;
      await noteDeletedEdits(database, await deleteItem(database, item));
      return true;
    }),
  );
}

/** Deletes everything whose days in the trash are over at an ISO time, each in a transaction of its own; gives back how much. */
export async function deleteWhatIsOver(database: Database, at: string): Promise<number> {
  let deleted = 0;
  for (const item of await loadTrash(database)) {
    if (isOver(item, at) && (await deleteForGood(database, item))) deleted += 1;
  }
  return deleted;
}

/** As numbers, for a year of five digits is written with a sign, which comes before every digit. */
function isOver(item: TrashItem, at: string): boolean {
  const end = goesAt(item);
  return end !== undefined && Date.parse(end) <= Date.parse(at);
}

/** Names what is in the trash: no two things have the same. */
export function keyOfItem(item: TrashItem): string {
  const { kind, projectId } = item;
  if (kind === 'project') return JSON.stringify([kind, projectId]);
  if (kind === 'article') return JSON.stringify([kind, projectId, item.articleId]);
  return JSON.stringify([kind, projectId, item.articleId, item.annotatorId]);
}

/** Deletes it, and gives back how many log entries and decisions went with it. */
async function deleteItem(database: Database, item: TrashItem): Promise<number> {
  if (item.kind === 'layer') return deleteLayer(database, item);
  if (item.kind === 'article') return deleteArticle(database, item.projectId, item.articleId);
  return deleteProject(database, item.projectId);
}

async function deleteLayer(database: Database, key: LayerKey): Promise<number> {
  const prefix = keyOf(key);
  await database.layers.delete(prefix);
  await database.snapshots.delete(prefix);
  await noteGone(database, 'layers', [nameOfLayer(key)]);
  return database.entries
    .where(':id')
    .between([...prefix, Dexie.minKey], [...prefix, Dexie.maxKey])
    .delete();
}

async function deleteArticle(database: Database, projectId: ProjectId, id: ArticleId): Promise<number> {
  await database.articles.delete([projectId, id]);
  const { layers, snapshots, entries, decisions, threads } = database;
  const tables: readonly Table[] = [layers, snapshots, threads];
  for (const table of tables) await rowsOfArticle(table, projectId, id).delete();
  const edits = await rowsOfArticle(entries, projectId, id).delete();
  const decided = await rowsOfArticle(decisions, projectId, id).delete();
  await database.reviews.delete([projectId, id]);
  await deleteTexts(database, [id]);
  await noteGone(database, 'articles', [id]);
  return edits + decided;
}

async function deleteProject(database: Database, id: ProjectId): Promise<number> {
  const articleIds = (await rowsOfProject(database.articles, id).primaryKeys()).map(([, article]) => article);
  const { articles, layers, snapshots, entries, decisions, threads, reviews, labelChanges } = database;
  const tables: readonly Table[] = [articles, layers, snapshots, threads, reviews, labelChanges];
  for (const table of tables) await rowsOfProject(table, id).delete();
  const edits = await rowsOfProject(entries, id).delete();
  const decided = await rowsOfProject(decisions, id).delete();
  await database.projects.delete(id);
  await deleteTexts(database, articleIds);
  await noteGone(database, 'articles', articleIds);
  await noteGone(database, 'projects', [id]);
  return edits + decided;
}

/** Deletes those of the texts that no project has any more. */
async function deleteTexts(database: Database, ids: readonly string[]): Promise<void> {
  const used = new Set<string>();
  for (const projectId of await projectsWithArticles(database)) {
    const rows = await database.articles.bulkGet(ids.map((id): [string, string] => [projectId, id]));
    for (const row of rows) if (row) used.add(row.id);
  }
  await database.texts.bulkDelete(ids.filter((id) => !used.has(id)));
}
