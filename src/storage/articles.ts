import { type AnnotatorId, type Article, type ArticleId, type ProjectId } from '#core/project/project.ts';
import { compareText } from '#core/text/compare-text.ts';
import { type Database } from './database.ts';
import { readInParts } from './read-in-parts.ts';
import { type ArticleRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/** An article to be added, with its word count. */
export interface CountedArticle {
  readonly article: Article;
  readonly words: number;
}

/** Every article of the project without its text, those taken out of the library included, oldest first. */
export async function loadArticles(database: Database, projectId: ProjectId): Promise<readonly ArticleRow[]> {
  return guarded(async () => {
    const rows = await readInParts(database.articles, projectId, (row) => [row.projectId, row.id]);
    return rows.toSorted((a, b) => compareText(a.addedAt, b.addedAt) || compareText(a.title, b.title));
  });
}

/** The article with its text, or undefined where the project has none with this id. */
export async function loadArticle(
  database: Database,
  projectId: ProjectId,
  id: ArticleId,
): Promise<Article | undefined> {
  return guarded(() =>
    database.transaction('r', database.articles, database.texts, async () => {
      const [about, text] = await Promise.all([database.articles.get([projectId, id]), database.texts.get(id)]);
      return about && text ? toArticle(about, text.text) : undefined;
    }),
  );
}

/**
 * The articles with their texts in the order of the ids, undefined for one that the project does not have; to be called in a
 * transaction over articles and texts.
 */
export async function wholeArticles(
  database: Database,
  projectId: ProjectId,
  ids: readonly ArticleId[],
): Promise<readonly (Article | undefined)[]> {
  const rows = await database.articles.bulkGet(ids.map((id): [string, string] => [projectId, id]));
  const texts = await database.texts.bulkGet([...ids]);
  return rows.map((row, index) => {
    const text = texts[index];
    return row && text ? toArticle(row, text.text) : undefined;
  });
}

/** So many articles are read at a time, so that the page goes on between two parts. */
const WHOLE_AT_ONCE = 200;

/** Those of the articles that the project has, with their texts, read in one transaction and in the order of the ids. */
export async function loadWholeArticles(
  database: Database,
  projectId: ProjectId,
  ids: readonly ArticleId[],
): Promise<readonly Article[]> {
  return guarded(() =>
    database.transaction('r', database.articles, database.texts, async () => {
      const found: Article[] = [];
      for (let from = 0; from < ids.length; from += WHOLE_AT_ONCE) {
        const part = await wholeArticles(database, projectId, ids.slice(from, from + WHOLE_AT_ONCE));
        found.push(...part.filter((article) => article !== undefined));
      }
      return found;
    }),
  );
}

/** Whether the project has the article, and whether it was taken out of the library. */
export async function whereArticleIs(
  database: Database,
  projectId: ProjectId,
  id: ArticleId,
): Promise<'not-here' | 'here' | 'taken-out'> {
  return guarded(async () => {
    const row = await database.articles.get([projectId, id]);
    return row ? (row.removedAt === '' ? 'here' : 'taken-out') : 'not-here';
  });
}

/** Those of the ids that the project does not know, not even as an article that was taken out of the library. */
export async function unknownArticles(
  database: Database,
  projectId: ProjectId,
  ids: readonly ArticleId[],
): Promise<ReadonlySet<ArticleId>> {
  return guarded(async () => {
    const rows = await database.articles.bulkGet(ids.map((id): [string, string] => [projectId, id]));
    return new Set(ids.filter((_, index) => rows[index] === undefined));
  });
}

/**
 * Adds those articles that the project does not know yet, in one transaction; gives back how many were new. One that was
 * taken out of the library stays out.
 */
export async function addArticles(
  database: Database,
  projectId: ProjectId,
  articles: readonly CountedArticle[],
  addedAt: string,
): Promise<number> {
  return guarded(() =>
    database.transaction('rw', database.articles, database.texts, async () => {
      let added = 0;
      for (const { article, words } of articles) {
        if (await database.articles.get([projectId, article.id])) continue;
        await database.articles.put(rowOf(projectId, article, words, addedAt));
        await database.texts.put({ id: article.id, text: article.text });
        added += 1;
      }
      return added;
    }),
  );
}

/** Adds an article that the user chose, or puts it back where it was taken out of the library. */
export async function importArticle(
  database: Database,
  projectId: ProjectId,
  counted: CountedArticle,
  at: string,
): Promise<void> {
  const { articles, texts } = database;
  await guarded(() =>
    database.transaction('rw', articles, texts, async () => {
      const added = await addArticles(database, projectId, [counted], at);
      if (added === 0) await setRemoved(database, projectId, counted.article.id, '');
    }),
  );
}

/**
 * Takes an article out of the library (`removedAt` an ISO time) or puts it back (empty). Its layers stay as they are. With
 * `removedBy` it is in the trash, and goes after a while.
 */
export async function setRemoved(
  database: Database,
  projectId: ProjectId,
  id: ArticleId,
  removedAt: string,
  removedBy?: AnnotatorId,
): Promise<void> {
  await guarded(() => database.articles.update([projectId, id], { removedAt, removedBy }));
}

/** The row of an article in a project. */
export function rowOf(projectId: ProjectId, article: Article, words: number, addedAt: string): ArticleRow {
  const { id, title, author, source, date, language, original, correctionOf, pages } = article;
  const about = { title, author, source, date, language, original, correctionOf };
  const withPages = pages.length === 0 ? {} : { pages };
  return { projectId, id, ...about, ...withPages, words, addedAt, removedAt: '' };
}

/** The article of a row. */
export function toArticle(
  { id, title, author = '', source, date, language, original, correctionOf, pages = [] }: ArticleRow,
  text: string,
): Article {
  return { id, title, author, source, date, language, original, correctionOf, pages, text };
}
