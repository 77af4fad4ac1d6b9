import { type ProjectId } from '#core/project/project.ts';
import { Dexie } from 'dexie';
import { type Database } from './database.ts';
import { loadHeadsOf } from './layers.ts';
import { type ArticleRow, type LayerRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/** The first articles of a library with the heads of their layers, and whether there are more. */
export interface FirstArticles {
  readonly rows: readonly ArticleRow[];
  readonly heads: readonly LayerRow[];
  readonly hasMore: boolean;
}

/**
 * Reads at most `most` articles from the start of the library, in its order and without those taken out; all from one moment.
 * How many there are in all is not counted: that takes as long as reading a good part of them.
 */
export async function loadFirstArticles(
  database: Database,
  projectId: ProjectId,
  most: number,
): Promise<FirstArticles> {
  const { articles, layers } = database;
  return guarded(() =>
    database.transaction('r', articles, layers, async () => {
      const found = await articles
        .where('[projectId+removedAt+addedAt+title]')
        .between([projectId, ''], [projectId, '', Dexie.maxKey])
        .limit(most + 1)
        .toArray();
      const rows = found.slice(0, most);
      const heads = await Promise.all(rows.map(({ id }) => loadHeadsOf(database, projectId, id)));
      return { rows, heads: heads.flat(), hasMore: found.length > most };
    }),
  );
}
