import { t } from '#language/t.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type Annotator, type AnnotatorId, type Project, type ProjectId } from '#core/project/project.ts';
import { compareText } from '#core/text/compare-text.ts';
import { Dexie } from 'dexie';
import { type Database } from './database.ts';
import { type ProjectRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/** Every project that was ever saved in this browser, those that were put away included, oldest first. */
export async function loadProjects(database: Database): Promise<readonly ProjectRow[]> {
  return guarded(async () => {
    const rows = await database.projects.toArray();
    return rows.toSorted((a, b) => compareText(a.addedAt, b.addedAt));
  });
}

/** Every project of this browser, put away, deleted or never saved: those that were never saved come last, where they have an article. */
export async function loadAllProjects(database: Database): Promise<readonly Project[]> {
  return guarded(() =>
    database.transaction('r', database.projects, database.articles, async () => {
      const rows = await database.projects.toArray();
      const saved = new Set(rows.map(({ id }) => id));
      const others = (await projectsWithArticles(database)).filter((id) => !saved.has(id));
      return [...rows.map(toProject), ...others.map(unsavedProject)];
    }),
  );
}

/** The ids of all projects with an article, the first one of a browser included, which may never have been saved. */
export async function projectsWithArticles(database: Database): Promise<readonly ProjectId[]> {
  const ids: ProjectId[] = [];
  let from: unknown = Dexie.minKey;
  for (;;) {
    const next = await database.articles.where(':id').above([from, Dexie.maxKey]).first();
    if (!next) return ids;
    ids.push(next.projectId);
    from = next.projectId;
  }
}

/** The project that a browser starts with, which is written only when it is changed. */
export function unsavedProject(id: ProjectId): Project {
  return { id, name: t`My project`, labelSet: DEFAULT_LABEL_SET, guidelines: [] };
}

/** The project with this id, or undefined before it was first saved. */
export async function loadProject(database: Database, id: ProjectId): Promise<Project | undefined> {
  return guarded(async () => {
    const row = await database.projects.get(id);
    return row && toProject(row);
  });
}

/** Adds a project; rejects where there is one with its id. */
export async function addProject(database: Database, project: Project, addedAt: string): Promise<void> {
  await guarded(() => database.projects.add(projectRow(project, addedAt)));
}

/**
 * Changes a project as it is on the disk, where another tab may have changed it since, and gives it back. `project` stands in
 * for one that was never saved.
 */
export async function changeProject(
  database: Database,
  project: Project,
  change: (stored: Project) => Project,
): Promise<Project> {
  return guarded(() =>
    database.transaction('rw', database.projects, async () => {
      const row = await database.projects.get(project.id);
      const changed = change(row ? toProject(row) : project);
      await putProject(database, changed, row);
      return changed;
    }),
  );
}

/** Gives the project a name; gives back the project as it is on the disk, where another tab may have added labels. */
export async function renameProject(database: Database, project: Project, name: string): Promise<Project> {
  return changeProject(database, project, (stored) => ({ ...stored, name }));
}

/**
 * Puts a project away (`removedAt` an ISO time) or takes it out again (empty). Its articles and layers stay as they are; with
 * `removedBy` it is in the trash, and goes after a while. The last project in use is not put away, nor one that was never
 * saved; gives back whether it was done.
 */
export async function setProjectRemoved(
  database: Database,
  id: ProjectId,
  removedAt: string,
  removedBy?: AnnotatorId,
): Promise<boolean> {
  return guarded(() =>
    database.transaction('rw', database.projects, async () => {
      const rows = await database.projects.toArray();
      const isLast = !rows.some((row) => row.id !== id && row.removedAt === '');
      if (removedAt !== '' && isLast) return false;
      return (await database.projects.update(id, { removedAt, removedBy })) > 0;
    }),
  );
}

/** Writes a project in place of `row`; to be called in a transaction. */
export async function putProject(database: Database, project: Project, row: ProjectRow | undefined): Promise<void> {
  const { addedAt = '', removedAt = '', removedBy } = row ?? {};
  await database.projects.put({ ...project, addedAt, removedAt, ...(removedBy === undefined ? {} : { removedBy }) });
}

/** The row of a project that comes into use. */
export function projectRow(project: Project, addedAt: string): ProjectRow {
  return { ...project, addedAt, removedAt: '' };
}

/** The project of a row, without what only storage knows. */
export function toProject({ id, name, labelSet, guidelines }: ProjectRow): Project {
  return { id, name, labelSet, guidelines };
}

/** Everyone who has a layer here or ever annotated in this browser. */
export async function loadAnnotators(database: Database): Promise<readonly Annotator[]> {
  return guarded(() => database.annotators.toArray());
}

/** Adds an annotator or changes the name of one. */
export async function saveAnnotator(database: Database, annotator: Annotator): Promise<void> {
  await guarded(() => database.annotators.put(annotator));
}
