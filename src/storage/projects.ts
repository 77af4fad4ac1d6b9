import { type Annotator, type Project, type ProjectId } from '#core/project/project.ts';
import { type Database } from './database.ts';
import { guarded } from './storage-error.ts';

/** The project with this id, or undefined before it was first saved. */
export async function loadProject(database: Database, id: ProjectId): Promise<Project | undefined> {
  return guarded(() => database.projects.get(id));
}

/** Gives the project a name; gives back the project as it is on the disk, where another tab may have added labels. */
export async function renameProject(database: Database, project: Project, name: string): Promise<Project> {
  return guarded(() =>
    database.transaction('rw', database.projects, async () => {
      const renamed = { ...((await database.projects.get(project.id)) ?? project), name };
      await database.projects.put(renamed);
      return renamed;
    }),
  );
}

/** Everyone who has a layer here or ever annotated in this browser. */
export async function loadAnnotators(database: Database): Promise<readonly Annotator[]> {
  return guarded(() => database.annotators.toArray());
}

/** Adds an annotator or changes the name of one. */
export async function saveAnnotator(database: Database, annotator: Annotator): Promise<void> {
  await guarded(() => database.annotators.put(annotator));
}
