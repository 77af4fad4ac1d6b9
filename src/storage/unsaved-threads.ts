import { type ProjectId } from '#core/project/project.ts';
import { type Thread } from '#core/review/thread.ts';
import { type Database } from './database.ts';
import { guarded } from './storage-error.ts';
import { putThreads } from './threads.ts';

/** A thread of comments that was resolved, opened or marked. */
export interface UnsavedThread {
  readonly projectId: ProjectId;
  readonly thread: Thread;
}

/** Threads whose change was on its way to the disk when the page went away, in their order. */
export interface UnsavedThreads {
  readonly threads: readonly UnsavedThread[];
}

/**
 * Writes changes of threads that a page could not save any more and forgets the setting that held them, in one transaction. A
 * thread that changed since stays as it is, and one that was deleted stays away.
 */
export async function restoreThreads(database: Database, name: string, { threads }: UnsavedThreads): Promise<void> {
  await guarded(() =>
    database.transaction('rw', database.threads, database.settings, async () => {
      for (const { projectId, thread } of threads) {
        const there = await database.threads.get([projectId, thread.articleId, thread.id]);
        if (there) await putThreads(database, projectId, [thread]);
      }
      await database.settings.delete(name);
    }),
  );
}
