import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { mergeThreads } from '#core/review/merge-threads.ts';
import { type Thread } from '#core/review/thread.ts';
import { type Database } from './database.ts';
import { readInParts } from './read-in-parts.ts';
import { rowsOfArticle } from './rows-of.ts';
import { type ThreadRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/**
 * Writes a thread; gives it back as it is on the disk, with the messages that another tab has added meanwhile. Its state is
 * that of the copy in which it changed last.
 */
export async function saveThread(database: Database, projectId: ProjectId, thread: Thread): Promise<Thread> {
  return guarded(() =>
    database.transaction('rw', database.threads, async () => {
      const [saved] = await putThreads(database, projectId, [thread]);
      return saved!;
    }),
  );
}

/** Writes threads as saveThread does one; to be called in a transaction over threads. */
export async function putThreads(
  database: Database,
  projectId: ProjectId,
  threads: readonly Thread[],
): Promise<readonly Thread[]> {
  const keys = threads.map(({ articleId, id }): [string, string, string] => [projectId, articleId, id]);
  const held = await database.threads.bulkGet(keys);
  const merged = threads.map((thread, index) => {
    const row = held[index];
    return row ? mergeThreads(toThread(row), thread) : thread;
  });
  await database.threads.bulkPut(merged.map((thread) => ({ ...thread, projectId })));
  return merged;
}

/** The threads of one article, by id. */
export async function loadThreads(
  database: Database,
  projectId: ProjectId,
  articleId: ArticleId,
): Promise<readonly Thread[]> {
  return guarded(() => threadsOf(database, projectId, articleId));
}

/** All threads of a project, by article and id; those of one moment. */
export async function loadAllThreads(database: Database, projectId: ProjectId): Promise<readonly Thread[]> {
  return guarded(async () => {
    const rows = await readInParts(database.threads, projectId, (row) => [row.projectId, row.articleId, row.id]);
    return rows.map(toThread);
  });
}

/** The same as loadThreads, for a transaction. */
export async function threadsOf(
  database: Database,
  projectId: ProjectId,
  articleId: ArticleId,
): Promise<readonly Thread[]> {
  return (await rowsOfArticle(database.threads, projectId, articleId).toArray()).map(toThread);
}

function toThread({ projectId: _project, ...thread }: ThreadRow): Thread {
  return { ...thread, range: thread.range };
}
