import { type Annotator, type AnnotatorId, type ArticleId, type Bundle, type Project } from '#core/project/project.ts';
import { loadWholeArticles } from './articles.ts';
import { type Database } from './database.ts';
import { layerReader, readTables } from './label-changes.ts';
import { loadHeads } from './layers.ts';
import { toProject } from './projects.ts';
import { guarded } from './storage-error.ts';

/**
 * The chosen articles with the chosen annotators' layers, read in one transaction so that all of it is from one moment.
 * Everybody’s layers are read through the changes of the label set. Layers that nobody has begun are left out, and so are annotators without a layer in it. `project` stands in for a project
 * that was never written.
 */
export async function loadBundle(
  database: Database,
  project: Project,
  articleIds: ReadonlySet<ArticleId>,
  isWanted: (annotator: AnnotatorId) => boolean,
): Promise<Bundle> {
  const { projects, annotators, articles, layers } = database;
  return guarded(() =>
    database.transaction('r', [projects, annotators, articles, layers, ...readTables(database)], async () => {
      const chosen = await loadWholeArticles(database, project.id, [...articleIds]);
      const begun = [];
      const read = await layerReader(database, project.id);
      for (const head of await loadHeads(database, project.id)) {
        const isBegun = head.status !== 'not-started' || head.spanCount > 0;
        if (!isBegun || !articleIds.has(head.articleId) || !isWanted(head.annotatorId)) continue;
        begun.push((await read(head)).layer);
      }
      const people = new Set(begun.map(({ annotatorId }) => annotatorId));
      const named: readonly Annotator[] = (await annotators.toArray()).filter(({ id }) => people.has(id));
      const stored = await projects.get(project.id);
      return { project: stored ? toProject(stored) : project, annotators: named, articles: chosen, layers: begun };
    }),
  );
}
