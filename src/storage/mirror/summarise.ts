import { type ProjectId } from '#core/project/project.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { type Database } from '#storage/database.ts';
import { unsavedProject } from '#storage/projects.ts';
import { type ArticleRow, isBegun, type LayerRow, type ProjectRow } from '#storage/rows.ts';
import { guarded } from '#storage/storage-error.ts';
import { type JournalRows } from './read-journal.ts';
import { layersIn, rowsIn } from './restorable.ts';

/** What a copy holds of one project. */
export interface ProjectSummary {
  readonly id: ProjectId;
  readonly name: string;
  readonly articles: number;
  /** Layers that somebody has begun. */
  readonly layers: number;
  readonly spans: number;
  /** ISO time of the newest edit of a layer; empty where there is none. */
  readonly newestAt: string;
}

/** What a journal holds, project by project. */
export function summariseRows(rows: JournalRows): readonly ProjectSummary[] {
  const heads = layersIn(rows).map(({ head }) => head);
  return summarise(rowsIn(rows, 'projects'), rowsIn(rows, 'articles'), heads);
}

/** What the database holds, project by project. */
export async function summariseDatabase(database: Database): Promise<readonly ProjectSummary[]> {
  const { projects, articles, layers } = database;
  return guarded(() =>
    database.transaction('r', projects, articles, layers, async () => {
      return summarise(await projects.toArray(), await articles.toArray(), await layers.toArray());
    }),
  );
}

/** The newest of ISO times; empty where there is none. */
export function newestOf(times: readonly string[]): string {
  return times.reduce((newest, at) => (compareTimes(at, newest) > 0 ? at : newest), '');
}

function summarise(
  projects: readonly ProjectRow[],
  articles: readonly ArticleRow[],
  heads: readonly LayerRow[],
): readonly ProjectSummary[] {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const ids = new Set([...names.keys(), ...articles.map(({ projectId }) => projectId)]);
  return [...ids].map((id) => {
    const begun = heads.filter((head) => head.projectId === id && isBegun(head));
    return {
      id,
      name: names.get(id) ?? unsavedProject(id).name,
      articles: articles.filter((article) => article.projectId === id && article.removedAt === '').length,
      layers: begun.length,
      spans: begun.reduce((sum, { spanCount }) => sum + spanCount, 0),
      newestAt: newestOf(begun.map(({ changedAt }) => changedAt)),
    };
  });
}
