import { type ArticleId, type Project, type ProjectId } from '#core/project/project.ts';
import { type Database } from '#storage/database.ts';
import { loadGone } from '#storage/gone.ts';
import { loadProjects, toProject, unsavedProject } from '#storage/projects.ts';

/** The project that every browser starts with; its id is the same everywhere, so that bundles of it can be merged. */
export const FIRST_PROJECT = unsavedProject('first-project' as ProjectId);

/** A project of this browser; one that is away was put away, or into the trash, and can be taken out again. */
export interface KnownProject extends Project {
  readonly isAway: boolean;
  readonly isInTrash: boolean;
}

const IN_USE: KnownProject = { ...FIRST_PROJECT, isAway: false, isInTrash: false };

/** Every project of this browser, oldest first; the first one is there before it was ever saved, unless it was deleted. */
export async function readProjects(database: Database): Promise<readonly KnownProject[]> {
  const rows = await loadProjects(database);
  const known = rows.map((row) => ({
    ...toProject(row),
    isAway: row.removedAt !== '',
    isInTrash: row.removedBy !== undefined,
  }));
  if (known.some(({ id }) => id === FIRST_PROJECT.id)) return known;
  if (known.length > 0 && (await loadGone(database, 'projects')).has(FIRST_PROJECT.id)) return known;
  return [IN_USE, ...known];
}

/** The project with this id, put away or not; the first one where there is none. */
export function projectWithId(projects: readonly KnownProject[], id: ProjectId): Project {
  const { isAway: _, isInTrash: __, ...project } = projects.find((known) => known.id === id) ?? IN_USE;
  return project;
}

/** Which project a browser starts with: the one that was chosen last, or the first in use where that one is gone. */
export function startingProject(projects: readonly KnownProject[], chosen: unknown): ProjectId {
  const inUse = projects.filter(({ isAway }) => !isAway);
  return (inUse.find(({ id }) => id === chosen) ?? inUse[0] ?? FIRST_PROJECT).id;
}

/** Under which key the settings remember the article that was open last in a project. */
export function lastArticleKey(id: ProjectId): string {
  // The first project's is that of the time when there was one project only.
  return id === FIRST_PROJECT.id ? 'lastArticleId' : `lastArticleId ${id}`;
}

/** The article that was open last in a project, as the settings have it. */
export function lastArticleIn(settings: ReadonlyMap<string, unknown>, id: ProjectId): ArticleId | undefined {
  const last = settings.get(lastArticleKey(id));
  return typeof last === 'string' ? (last as ArticleId) : undefined;
}
