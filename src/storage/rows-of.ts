import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { type Collection, Dexie, type Table } from 'dexie';

/** The rows of a project in the order of the primary key, which begins with the project's id. */
export function rowsOfProject<Row, Key>(table: Table<Row, Key>, projectId: ProjectId): Collection<Row, Key> {
  return table.where(':id').between([projectId, Dexie.minKey], [projectId, Dexie.maxKey]);
}

/** The rows of an article in the order of the primary key, which begins with the ids of the project and the article. */
export function rowsOfArticle<Row, Key>(
  table: Table<Row, Key>,
  projectId: ProjectId,
  articleId: ArticleId,
): Collection<Row, Key> {
  return table.where(':id').between([projectId, articleId, Dexie.minKey], [projectId, articleId, Dexie.maxKey]);
}
