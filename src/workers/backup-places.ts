import { type ArticleId, type Project, type ProjectId } from '#core/project/project.ts';
import { textDigest } from '#core/text/text-digest.ts';
import { type Database } from '#storage/database.ts';
import { loadAllProjects } from '#storage/projects.ts';
import { rowsOfProject } from '#storage/rows-of.ts';
import { type ArticleRow } from '#storage/rows.ts';
import { guarded } from '#storage/storage-error.ts';
import { type BackupFolder } from './backup-folder.ts';

/** Which file was written of what: for each path a digest of what it says. */
interface BackupIndex {
  readonly format: 'spanmark-backup';
  readonly version: 1;
  readonly written: readonly (readonly [string, string])[];
}

/** The file that says what was written; without it, everything is written again. */
export const INDEX = 'spanmark-backup.json';

/** How files are written: raised where all are to be written anew. Since 2 those of layers hold their edits. */
const FILES = 2;

/** What was written into the folder by whoever did it last, in the order of writing; empty where that is not known. */
export async function readIndex(folder: BackupFolder): Promise<ReadonlyMap<string, string>> {
  try {
    const index = JSON.parse((await folder.read(INDEX)) ?? '') as Partial<BackupIndex>;
    if (index.format !== 'spanmark-backup' || !Array.isArray(index.written)) return new Map();
    return new Map(index.written);
  } catch {
    return new Map();
  }
}

export function indexText(written: ReadonlyMap<string, string>): string {
  const index: BackupIndex = { format: 'spanmark-backup', version: 1, written: [...written] };
  return `${JSON.stringify(index, null, 1)}\n`;
}

/** What the database holds and what was written into the folder, as far as it takes to tell what has changed since. */
export interface BackupState {
  /** Which file was written of what. */
  readonly written: ReadonlyMap<string, string>;
  readonly projects: readonly PlacedProject[];
}

/** A project with the folder that it is written into. */
interface PlacedProject {
  readonly project: Project;
  readonly place: string;
  readonly articles: readonly StampedArticle[];
}

/** Reads this once for all that a backup does: it goes through the rows of every layer, without texts or spans. */
export async function readBackupState(database: Database, folder: BackupFolder): Promise<BackupState> {
  const projects: PlacedProject[] = [];
  for (const project of await loadAllProjects(database)) {
    const { id, name } = project;
    projects.push({ project, place: nameWithId(name, id), articles: await stampedArticles(database, id) });
  }
  return { written: await readIndex(folder), projects };
}

/** An article with the name of its files and a digest of what they rest on. */
export interface StampedArticle {
  readonly row: ArticleRow;
  readonly name: string;
  readonly stamp: string;
}

/** Each article of a project with a digest of what its files rest on. */
async function stampedArticles(database: Database, id: ProjectId): Promise<readonly StampedArticle[]> {
  const { articles, layers, decisions, threads, labelChanges } = database;
  return guarded(() =>
    database.transaction('r', articles, layers, decisions, threads, labelChanges, async () => {
      const changes = await rowsOfProject(labelChanges, id).toArray();
      const standing = changes.map(({ number, isUndone }) => [number, isUndone]);
      const rows = await rowsOfProject(articles, id).toArray();
      const rests = new Map<ArticleId, unknown[]>(rows.map((row) => [row.id, [row, standing]]));
      for (const row of await rowsOfProject(layers, id).toArray()) rests.get(row.articleId)?.push(row);
      for (const row of await rowsOfProject(threads, id).toArray()) rests.get(row.articleId)?.push(row);
      for (const key of await rowsOfProject(decisions, id).primaryKeys()) rests.get(key[1] as ArticleId)?.push(key);
      return rows.map((row) => {
        const stamp = textDigest(JSON.stringify([FILES, rests.get(row.id)]));
        return { row, name: nameWithId(row.title, row.id), stamp };
      });
    }),
  );
}

/** A name that any file system takes, different for different ids: letters and digits of the title, and the start of the id. */
export function nameWithId(title: string, id: string): string {
  const words = title.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const start = /^.{0,40}/su.exec(words.replace(/^-/, ''))![0].replace(/-$/, '');
  const mark = `${id.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 6)}${textDigest(id).slice(0, 4)}`;
  return start === '' ? mark : `${start} ${mark}`;
}
