import { type ArticleId, type ProjectId } from '#core/project/project.ts';
import { compareTimes } from '#core/text/compare-times.ts';
import { textDigest } from '#core/text/text-digest.ts';
import { type Database } from '#storage/database.ts';
import { loadGone, noteGone } from '#storage/gone.ts';
import { rowsOfArticle } from '#storage/rows-of.ts';
import { type LayerKey, nameOfLayer } from '#storage/rows.ts';
import { guarded } from '#storage/storage-error.ts';
import { type BackupFolder } from './backup-folder.ts';
import { type BackupState } from './backup-places.ts';

/** What a backup folder holds and the database lacks or has in an older state. */
export interface BackupLead {
  readonly articles: number;
  readonly layers: number;
  /** Decisions of reviewers. */
  readonly decisions: number;
  readonly threads: number;
}

/** The same, by what it is. */
interface FoundLead {
  readonly articles: ReadonlySet<string>;
  /** By nameOfLayer. */
  readonly missingLayers: ReadonlySet<string>;
  readonly newerLayers: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
  readonly threads: ReadonlySet<string>;
  /** The files that hold it, of projects that the database has. */
  readonly paths: readonly string[];
}

/** One project of the folder while it is compared. */
interface Comparing {
  readonly database: Database;
  readonly folder: BackupFolder;
  readonly place: string;
  readonly projectId: ProjectId;
  /** The names of articles whose files were written from just what the database holds. */
  readonly unchanged: ReadonlySet<string>;
  readonly gone: { readonly articles: ReadonlySet<string>; readonly layers: ReadonlySet<string> };
  readonly found: { readonly [Key in keyof Omit<FoundLead, 'paths'>]: Set<string> } & { readonly paths: string[] };
}

/**
 * Compares what the folder holds with the database, by times and ids. Articles that did not change since their files were
 * written are not read, what was deleted for good or is in the trash is not missed, and files that cannot be read are passed over.
 */
export async function findLead(
  database: Database,
  folder: BackupFolder,
  { written, projects }: BackupState,
): Promise<FoundLead> {
  const found = {
    articles: new Set<string>(),
    missingLayers: new Set<string>(),
    newerLayers: new Set<string>(),
    decisions: new Set<string>(),
    threads: new Set<string>(),
    paths: [],
  };
  const gone = { articles: await loadGone(database, 'articles'), layers: await loadGone(database, 'layers') };
  const goneProjects = await loadGone(database, 'projects');
  const { folders } = await folder.list('');
  const placed = new Map(projects.map((each) => [each.project.id, each]));
  for (const place of folders) {
    const projectId = await projectIn(folder, place);
    if (projectId === undefined || goneProjects.has(projectId)) continue;
    // A project that was renamed is written under its new name from then on.
    const known = placed.get(projectId);
    if (known && known.place !== place && folders.includes(known.place)) continue;
    const unchanged = (known?.articles ?? []).filter(
      ({ name, stamp }) => written.get(`${place}/articles/${name}.json`) === stamp,
    );
    const names = new Set(unchanged.map(({ name }) => name));
    await compareProject({ database, folder, place, projectId, unchanged: names, gone, found });
  }
  return found;
}

/** How much it is; undefined where it is nothing. */
export function leadOf(found: FoundLead): BackupLead | undefined {
  const lead = {
    articles: found.articles.size,
    layers: found.missingLayers.size + found.newerLayers.size,
    decisions: found.decisions.size,
    threads: found.threads.size,
  };
  return Object.values(lead).some((many) => many > 0) ? lead : undefined;
}

/**
 * Goes on without what only the folder holds: files that would be written over are copied beside them first, and what the
 * database lacks is not missed any more. Nothing is deleted.
 */
export async function leaveLead(database: Database, folder: BackupFolder, found: FoundLead): Promise<void> {
  for (const path of found.paths) {
    const text = await folder.read(path);
    if (text === undefined) continue;
    const [place = '', kind = '', file = ''] = path.split('/');
    await folder.write(`${place}/put-aside/${kind} ${textDigest(text)} ${file}`, text);
  }
  await guarded(() =>
    database.transaction('rw', database.settings, async () => {
      await noteGone(database, 'articles', [...found.articles]);
      await noteGone(database, 'layers', [...found.missingLayers]);
    }),
  );
}

async function projectIn(folder: BackupFolder, place: string): Promise<ProjectId | undefined> {
  const head = await readObject(folder, `${place}/project.json`);
  const { project } = head ?? {};
  if (typeof project !== 'object' || project === null || !('id' in project)) return undefined;
  return typeof project.id === 'string' ? (project.id as ProjectId) : undefined;
}

async function compareProject(comparing: Comparing): Promise<void> {
  const { database, folder, place, projectId, found, gone } = comparing;
  const { folders } = await folder.list(place);
  const each = async (kind: string, compare: (value: Plain, path: string) => Promise<void>): Promise<void> => {
    if (!folders.includes(kind)) return;
    for (const file of (await folder.list(`${place}/${kind}`)).files) {
      if (isUnchanged(comparing, file)) continue;
      const path = `${place}/${kind}/${file}`;
      const value = await readObject(folder, path);
      if (value) await compare(value, path);
    }
  };
  await each('articles', async ({ id }) => {
    if (typeof id !== 'string' || gone.articles.has(id)) return;
    const row = await guarded(() => database.articles.get([projectId, id]));
    if (!row) found.articles.add(id);
  });
  await each('layers', async (layer, path) => compareLayer(comparing, layer, path));
  await each('reviews', async (review, path) => compareReview(comparing, review, path));
}

/** A layer whose article is missing counts with it. */
async function compareLayer(
  { database, projectId, gone, found }: Comparing,
  layer: Plain,
  path: string,
): Promise<void> {
  const { articleId, annotatorId, changedAt, spans } = layer;
  if (typeof articleId !== 'string' || typeof annotatorId !== 'string' || typeof changedAt !== 'string') return;
  if (found.articles.has(articleId) || gone.articles.has(articleId)) return;
  const key = { projectId, articleId, annotatorId } as LayerKey;
  const name = nameOfLayer(key);
  const head = await guarded(() => database.layers.get([projectId, articleId, annotatorId]));
  if (!head) {
    const isBegun = changedAt !== '' || (Array.isArray(spans) && spans.length > 0);
    if (isBegun && !gone.layers.has(name)) found.missingLayers.add(name);
  } else if (head.removedAt === undefined && compareTimes(changedAt, head.changedAt) > 0) {
    found.newerLayers.add(name);
    found.paths.push(path);
  }
}

async function compareReview({ database, projectId, found, gone }: Comparing, review: Plain, path: string) {
  const decisions = objectsIn(review['decisions']);
  const threads = objectsIn(review['threads']);
  const articleId = [...decisions, ...threads][0]?.['articleId'];
  if (typeof articleId !== 'string' || found.articles.has(articleId) || gone.articles.has(articleId)) return;
  const decided = await guarded(() => rowsOfArticle(database.decisions, projectId, articleId as ArticleId).toArray());
  const started = await guarded(() => rowsOfArticle(database.threads, projectId, articleId as ArticleId).toArray());
  const lacking = { decisions: lackingIn(decided, decisions), threads: lackingIn(started, threads) };
  for (const { id } of lacking.decisions) found.decisions.add(JSON.stringify([articleId, id]));
  for (const { id } of lacking.threads) found.threads.add(JSON.stringify([articleId, id]));
  if (lacking.decisions.length + lacking.threads.length > 0) found.paths.push(path);
}

/** The name of a file begins with that of its article: words and a mark, or the mark alone where the title has no words. */
function isUnchanged({ unchanged }: Comparing, file: string): boolean {
  const [first = '', second = ''] = file.replace(/\.json$/, '').split(' ');
  return unchanged.has(`${first} ${second}`) || unchanged.has(first);
}

/** Those of a file that are not among the rows. */
function lackingIn(rows: readonly { readonly id: unknown }[], all: readonly Plain[]): readonly Plain[] {
  const known = new Set(rows.map(({ id }) => id));
  return all.filter(({ id }) => !known.has(id));
}

type Plain = Readonly<Record<string, unknown>>;

async function readObject(folder: BackupFolder, path: string): Promise<Plain | undefined> {
  try {
    return objectsIn([JSON.parse((await folder.read(path)) ?? 'null')])[0];
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function objectsIn(list: unknown): readonly Plain[] {
  if (!Array.isArray(list)) return [];
  return list.filter((value): value is Plain => typeof value === 'object' && value !== null);
}
