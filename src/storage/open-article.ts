import { type Article, type Layer, type Project } from '#core/project/project.ts';
import { relabelThrough } from '#core/relabel/relabel-layer.ts';
import { toArticle } from './articles.ts';
import { type Database } from './database.ts';
import { readTables, standingChanges } from './label-changes.ts';
import { entriesAfter } from './layers.ts';
import { toProject } from './projects.ts';
import { replayed, type StoredLayer } from './replay.ts';
import { keyOf, type LayerKey, type LayerRow } from './rows.ts';
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
  /** True where the layer is in the trash. */
  readonly isAway: boolean;
}

/**
 * Reads what opening an article needs in one transaction, each record once: all at the same time, and then the entries after
 * the snapshot. Undefined where the project has no such article.
 */
export async function readOpened(database: Database, key: LayerKey): Promise<OpenedArticle | undefined> {
  const { projects, articles, texts, layers, snapshots } = database;
  return guarded(() =>
    database.transaction('r', [projects, articles, layers, ...readTables(database)], async () => {
      const [project, about, text, standing, head, snapshot] = await Promise.all([
        projects.get(key.projectId),
        articles.get([key.projectId, key.articleId]),
        texts.get(key.articleId),
        standingChanges(database, key.projectId),
        layers.get(keyOf(key)),
        snapshots.get(keyOf(key)),
      ]);
      if (!about || !text) return undefined;
      const last = snapshot?.number ?? 0;
      const stored = againstHead(replayed(key, snapshot, await entriesAfter(database, key, last)), head);
      return {
        project: project && toProject(project),
        article: toArticle(about, text.text),
        stored,
        seen: relabelThrough(stored.layer, standing, text.text),
        tail: stored.number - last,
        isAway: head?.removedAt !== undefined,
      };
    }),
  );
}

/** The head was written with the last entry: where it tells of another one, entries or the head are lost. */
export function againstHead(stored: StoredLayer, head: LayerRow | undefined): StoredLayer {
  const { number, sum, damage } = stored;
  const isSame = (head?.number ?? 0) === number && (head?.sum ?? sum) === sum;
  if (damage || isSame) return stored;
  return { ...stored, damage: { soundUpTo: number, last: Math.max(number, head?.number ?? 0) } };
}
