import { type AnnotatorId, type ArticleId, type ProjectId } from '#core/project/project.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { Dexie } from 'dexie';
import { type Database } from './database.ts';
import { loadHeadsOf } from './layers.ts';
import { projectsWithArticles } from './projects.ts';
import { type ArticleRow, keyOf, type LayerKey, type LayerRow, type ProjectRow } from './rows.ts';
import { guarded } from './storage-error.ts';

interface Removed {
  readonly projectId: ProjectId;
  /** ISO time. */
  readonly removedAt: string;
  /** Undefined for an article that never goes by itself: a corrected text is in its place, or it is from before version 5. */
  readonly removedBy: AnnotatorId | undefined;
  /** ISO time of the last change of it, where it was changed after it was removed; else `removedAt`. */
  readonly touchedAt: string;
}

/** A project, an article or a layer that was removed and can be put back. */
export type TrashItem =
  | (Removed & { readonly kind: 'project'; readonly title: string })
  | (Removed & {
      readonly kind: 'article';
      readonly articleId: ArticleId;
      readonly title: string;
      readonly spanCount: number;
    })
  | (Removed & {
      readonly kind: 'layer';
      readonly articleId: ArticleId;
      readonly annotatorId: AnnotatorId;
      /** The title of its article. */
      readonly title: string;
      readonly spanCount: number;
    });

/** Everything that was removed, whatever project it is of, the latest first. Projects that were only put away are not in it. */
export async function loadTrash(database: Database): Promise<readonly TrashItem[]> {
  const { projects, articles, layers } = database;
  return guarded(() =>
    database.transaction('r', projects, articles, layers, async () => {
      const items: TrashItem[] = [];
      for (const row of await projects.toArray()) {
        if (row.removedBy !== undefined) items.push(projectItem(row));
      }
      for (const id of await projectsWithArticles(database)) {
        for (const row of await removedArticles(database, id)) items.push(await articleItem(database, row));
      }
      for (const head of await layers.where('removedAt').above('').toArray()) {
        items.push(layerItem(head, await articles.get([head.projectId, head.articleId])));
      }
      return items.toSorted((a, b) => (a.removedAt < b.removedAt ? 1 : -1));
    }),
  );
}

/** A removed thing as it is now; undefined where it is not in the trash any more. To be called in a transaction. */
export async function loadTrashItem(database: Database, item: TrashItem): Promise<TrashItem | undefined> {
  if (item.kind === 'project') {
    const row = await database.projects.get(item.projectId);
    return row?.removedBy === undefined ? undefined : projectItem(row);
  }
  const article = await database.articles.get([item.projectId, item.articleId]);
  if (item.kind === 'article') return article?.removedAt ? articleItem(database, article) : undefined;
  const head = await database.layers.get(keyOf(item));
  return head?.removedAt ? layerItem(head, article) : undefined;
}

/** Puts a layer into the trash, or takes it out where `removed` is undefined. Nothing of it is changed. */
export async function setLayerRemoved(
  database: Database,
  key: LayerKey,
  removed: { readonly at: string; readonly by: AnnotatorId } | undefined,
): Promise<void> {
  await guarded(() => database.layers.update(keyOf(key), { removedAt: removed?.at, removedBy: removed?.by }));
}

/** The articles of a project that were taken out, read by an index that has them in a row. */
function removedArticles(database: Database, projectId: ProjectId): Promise<readonly ArticleRow[]> {
  return database.articles
    .where('[projectId+removedAt+addedAt+title]')
    .between([projectId, '0'], [projectId, Dexie.maxKey])
    .toArray();
}

function projectItem({ id, name, removedAt, removedBy }: ProjectRow): TrashItem {
  return { kind: 'project', projectId: id, title: name, removedAt, removedBy, touchedAt: removedAt };
}

async function articleItem(
  database: Database,
  { projectId, id, title, removedAt, removedBy }: ArticleRow,
): Promise<TrashItem> {
  const heads = await loadHeadsOf(database, projectId, id);
  const changes = heads.map(({ changedAt }) => changedAt);
  return {
    kind: 'article',
    projectId,
    articleId: id,
    title,
    removedAt,
    removedBy,
    // Somebody goes on annotating an article that another tab has taken out.
    touchedAt: [removedAt, ...changes].toSorted(compareTimes).at(-1)!,
    spanCount: heads.reduce((sum, { spanCount }) => sum + spanCount, 0),
  };
}

function layerItem(head: LayerRow, article: ArticleRow | undefined): TrashItem {
  const { projectId, articleId, annotatorId, spanCount, removedAt = '', removedBy } = head;
  const title = article?.title ?? '';
  return {
    kind: 'layer',
    projectId,
    articleId,
    annotatorId,
    title,
    spanCount,
    removedAt,
    removedBy,
    touchedAt: removedAt,
  };
}
