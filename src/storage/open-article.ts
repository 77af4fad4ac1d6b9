import { type Article, type Layer, type Project } from '#core/project/project.ts';
import { relabelThrough } from '#core/relabel/relabel-layer.ts';
import { toArticle } from './articles.ts';
import { type Database } from './database.ts';
import { readTables, standingChanges } from './label-changes.ts';
import { entriesAfter, replayed, type StoredLayer } from './layers.ts';
import { toProject } from './projects.ts';
import { keyOf, type LayerKey } from './rows.ts';
import { guarded } from './storage-error.ts';

/** An article with one layer on it, and its project, all from one moment. */
export interface OpenedArticle {
  /** Undefined for a project that was never saved. */
  readonly project: Project | undefined;
  readonly article: Article;
  /** The layer as it is on the disk. */
  readonly stored: StoredLayer;
  /** The layer through the changes of the label set; the very one stored where none is about it. */
  readonly seen: Layer;
  /** How many log entries came after the snapshot. */
  readonly tail: number;
}

/**
 * Reads what opening an article needs in one transaction, each record once: all at the same time, and then the entries after
 * the snapshot. Undefined where the project has no such article.
 */
export async function readOpened(database: Database, key: LayerKey): Promise<OpenedArticle | undefined> {
  const { projects, articles, texts, snapshots } = database;
  return guarded(() =>
    database.transaction('r', [projects, articles, ...readTables(database)], async () => {
      const [project, about, text, standing, snapshot] = await Promise.all([
        projects.get(key.projectId),
        articles.get([key.projectId, key.articleId]),
        texts.get(key.articleId),
        standingChanges(database, key.projectId),
        snapshots.get(keyOf(key)),
      ]);
      if (!about || !text) return undefined;
      const last = snapshot?.number ?? 0;
      const stored = replayed(key, snapshot, await entriesAfter(database, key, last));
      return {
        project: project && toProject(project),
        article: toArticle(about, text.text),
        stored,
        seen: relabelThrough(stored.layer, standing, text.text),
        tail: stored.number - last,
      };
    }),
  );
}
