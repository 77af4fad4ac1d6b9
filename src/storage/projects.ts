import { type Annotator, type Project, type ProjectId } from '#core/project/project.ts';
import { compareText } from '#core/text/compare-text.ts';
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
 * Puts a project away (`removedAt` an ISO time) or takes it out again (empty). Its articles and layers stay as they are. The
 * last project in use is not put away, nor one that was never saved; gives back whether it was done.
 */
export async function setProjectRemoved(database: Database, id: ProjectId, removedAt: string): Promise<boolean> {
  return guarded(() =>
    database.transaction('rw', database.projects, async () => {
      const rows = await database.projects.toArray();
      const isLast = !rows.some((row) => row.id !== id && row.removedAt === '');
      if (removedAt !== '' && isLast) return false;
      return (await database.projects.update(id, { removedAt })) > 0;
    }),
  );
}

/** Writes a project in place of `row`; to be called in a transaction. */
export async function putProject(database: Database, project: Project, row: ProjectRow | undefined): Promise<void> {
  await database.projects.put({ ...project, addedAt: row?.addedAt ?? '', removedAt: row?.removedAt ?? '' });
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
