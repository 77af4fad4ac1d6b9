import { t } from '#language/t.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type ArticleId, type Project } from '#core/project/project.ts';
import { filesThatFit } from '#formats/files-that-fit.ts';
import { loadArticles } from '#storage/articles.ts';
import { type Database } from '#storage/database.ts';
import { bundlesOf } from '#storage/mirror/bundles-of.ts';
import { findLosses } from '#storage/mirror/find-losses.ts';
import { countMendable } from '#storage/mirror/mend-log.ts';
import { findJournal, type FoundJournal } from '#storage/mirror/journal-files.ts';
import { type JournalFolder } from '#storage/mirror/journal-folder.ts';
import { createMirrorIndex } from '#storage/mirror/mirror-index.ts';
import { createMirrorWriter } from '#storage/mirror/mirror-writer.ts';
import { PUT_ASIDE } from '#storage/mirror/open-journal.ts';
import { foldJournal, type JournalRows } from '#storage/mirror/read-journal.ts';
import { type Restored, restoreRows } from '#storage/mirror/restore-rows.ts';
import { rowsAtNewest } from '#storage/mirror/rows-at-newest.ts';
import { newestOf, summariseDatabase, summariseRows } from '#storage/mirror/summarise.ts';
import { loadBundle } from '#storage/load-bundle.ts';
import { loadAllProjects } from '#storage/projects.ts';
import { type BackupFolder } from './backup-folder.ts';
import { findLead, leadOf } from './backup-lead.ts';
import { readBackupState } from './backup-places.ts';
import { type Copy, type CopySource, type UnreadableCopy } from './copy.ts';
import { bundleBlob } from './make-file-work.ts';
import { type FolderCopy, importBundles, readFolder } from './rescue-folder.ts';

/** A project as a file. */
export interface RescuedFile {
  readonly project: string;
  readonly blob: Blob;
  /** Which of the files of its project it is, from 0 on, and how many there are. */
  readonly part: number;
  readonly parts: number;
  /** How many layers of its project could not be read whole; told with the first part. */
  readonly unreadable: number;
  /** How many layers are in it without their edits. */
  readonly withoutEdits: number;
}

/** What the rescue screen can do; none of it deletes anything. */
export interface RescueWork {
  /** What each copy in this browser holds, and the folder that was looked in. */
  readonly look: () => Promise<readonly (Copy | UnreadableCopy)[]>;
  /** Reads a backup folder; its content is one of the copies from then on. */
  readonly lookIn: (folder: BackupFolder) => Promise<void>;
  /** Puts what a copy holds and the database lacks into the database; where that cannot be opened, into a new one. */
  readonly restore: (source: CopySource) => Promise<Restored & { readonly isNewDatabase: boolean }>;
  /** A copy as a bundle for each project. */
  readonly bundles: (source: CopySource) => Promise<readonly RescuedFile[]>;
  /** A mirror as it is on the disk, which needs no database. */
  readonly raw: (source: CopySource) => Promise<Blob>;
  /** Puts the mirror aside and begins a new one of what the database holds. */
  readonly letGo: () => Promise<void>;
}

/** The databases of this browser. */
export interface RescueDatabases {
  /** Opens the database; rejects where it cannot be. */
  readonly open: () => Promise<Database>;
  /** Opens an empty one that is to take its place. */
  readonly openNext: () => Promise<Database>;
  /** Has the next start use it. */
  readonly moveTo: (database: Database) => Promise<void>;
}

/** The work of the rescue worker, which tests run without one. */
export function createRescueWork(
  databases: RescueDatabases,
  openFolder: () => Promise<JournalFolder>,
  now: () => string,
  knownFolder: (database: Database) => Promise<BackupFolder | undefined> = () => Promise.resolve(undefined),
): RescueWork {
  let folderCopy: FolderCopy | undefined;
  let lookedIn: BackupFolder | undefined;
  let isFolderKnown = false;
  const lookIn = async (folder: BackupFolder): Promise<void> => {
    folderCopy = await readFolder(folder);
    lookedIn = folder;
  };
  /** The folder that is written into is looked in by itself, as far as that needs no question. */
  const lookInKnown = async (): Promise<void> => {
    if (isFolderKnown || folderCopy) return;
    isFolderKnown = true;
    try {
      const folder = await knownFolder(await databases.open());
      if (folder) await lookIn(folder);
    } catch {
      // Without a database nobody knows of a folder; the user can still choose one.
    }
  };
  const journalOf = async (source: CopySource): Promise<Omit<FoundJournal, 'number'> | undefined> => {
    const folder = await openFolder();
    if (source === 'mirror') return findJournal(folder);
    return { name: source, ...(await foldJournal(await folder.read(source))) };
  };
  const mirrorOf = async (source: CopySource): Promise<Omit<FoundJournal, 'number'>> => {
    const found = await journalOf(source);
    if (!found) throw new Error(t`There is no such copy any more.`);
    return found;
  };
  /** How a copy is restored; it is read before any database is opened for it. */
  const restorer = async (source: CopySource): Promise<(database: Database) => Promise<Restored>> => {
    if (source === 'folder') return async (database) => importBundles(database, folderCopy?.bundles ?? [], now());
    const { rows, head } = await mirrorOf(source);
    return async (database) => restoreRows(database, await rowsAtNewest(rows, head?.schema ?? Infinity));
  };
  const lookAt = async (source: CopySource): Promise<Copy | UnreadableCopy | undefined> => {
    try {
      if (source === 'database') return await lookAtDatabase(await databases.open());
      const found = await journalOf(source);
      if (!found) return undefined;
      const { rows, newestAt, damaged } = found;
      return { source, projects: summariseRows(rows), newestAt, damaged, ...(await lossesOf(rows, databases)) };
    } catch (error) {
      return { source, failure: error instanceof Error ? error.message : String(error) };
    }
  };
  return {
    look: async () => {
      await lookInKnown();
      const names = await openFolder().then(
        (folder) => folder.names(),
        () => [],
      );
      const aside = names.filter((name) => name.startsWith(PUT_ASIDE)) as CopySource[];
      const sources: readonly CopySource[] = ['database', 'mirror', ...aside];
      const copies: (Copy | UnreadableCopy)[] =
        folderCopy && lookedIn ? [await besideDatabase(folderCopy.copy, lookedIn, databases)] : [];
      for (const source of sources) {
        const copy = await lookAt(source);
        if (copy) copies.push(copy);
      }
      return copies;
    },
    lookIn,
    restore: async (source) => {
      const restoreInto = await restorer(source);
      const opened = await databases.open().catch(() => undefined);
      const database = opened ?? (await databases.openNext());
      const restored = await restoreInto(database);
      if (!opened) await databases.moveTo(database);
      return { ...restored, isNewDatabase: !opened };
    },
    bundles: async (source) => {
      if (source === 'database') return databaseFiles(await databases.open());
      if (source === 'folder') return inTurn((folderCopy?.bundles ?? []).map((bundle) => ({ bundle, unreadable: 0 })));
      const { rows } = await mirrorOf(source);
      return inTurn(bundlesOf(rows));
    },
    raw: async (source) => (await openFolder()).read((await mirrorOf(source)).name),
    letGo: async () => {
      const writer = createMirrorWriter(await databases.open(), await openFolder(), now);
      await writer.start();
      await writer.beginAnew();
    },
  };
}

/** What the database lacks of these rows, and how many logs can be mended by them; unknown where it does not open. */
async function lossesOf(rows: JournalRows, { open }: RescueDatabases): Promise<Pick<Copy, 'losses' | 'mendable'>> {
  const database = await open().catch(() => undefined);
  if (!database) return { losses: undefined };
  const mendable = await countMendable(database, rows);
  return { losses: await findLosses(database, createMirrorIndex(rows)), mendable };
}

/** What was read in a folder, with what the database lacks of it by now. */
async function besideDatabase(
  copy: Copy | UnreadableCopy,
  folder: BackupFolder,
  { open }: RescueDatabases,
): Promise<Copy | UnreadableCopy> {
  if ('failure' in copy) return copy;
  const database = await open().catch(() => undefined);
  const lead = database && leadOf(await findLead(database, folder, await readBackupState(database, folder)));
  return lead ? { ...copy, lead } : copy;
}

async function lookAtDatabase(database: Database): Promise<Copy> {
  const projects = await summariseDatabase(database);
  const newestAt = newestOf(projects.map((project) => project.newestAt));
  return { source: 'database', projects, newestAt, damaged: 0, losses: undefined };
}

async function databaseFiles(database: Database): Promise<readonly RescuedFile[]> {
  const files: RescuedFile[] = [];
  for (const project of await loadAllProjects(database)) {
    const articleIds = (await loadArticles(database, project.id)).map(({ id }) => id);
    const make = async (ids: ReadonlySet<ArticleId>, withLogs: boolean) => {
      return made(await loadBundle(database, { project, articleIds: ids, whose: EVERYONE, withLogs }));
    };
    files.push(...asFiles(project, await filesThatFit(articleIds, make), 0));
  }
  return files;
}

async function inTurn(bundles: readonly { readonly bundle: Bundle; readonly unreadable: number }[]) {
  const files: RescuedFile[] = [];
  for (const { bundle, unreadable } of bundles) {
    const make = (ids: ReadonlySet<ArticleId>, withLogs: boolean) =>
      Promise.resolve(made(partOf(bundle, ids, withLogs)));
    const parts = await filesThatFit(
      bundle.articles.map(({ id }) => id),
      make,
    );
    files.push(...asFiles(bundle.project, parts, unreadable));
  }
  return files;
}

type MadePart = Pick<RescuedFile, 'blob' | 'withoutEdits'>;

function made(bundle: Bundle): MadePart {
  return { blob: bundleBlob(bundle), withoutEdits: bundle.layers.filter(({ log }) => !log).length };
}

function asFiles({ name }: Project, parts: readonly MadePart[], unreadable: number): readonly RescuedFile[] {
  return parts.map((each, part) => {
    return { ...each, project: name, part, parts: parts.length, unreadable: part === 0 ? unreadable : 0 };
  });
}

/** What a bundle holds of some of its articles. */
function partOf(bundle: Bundle, ids: ReadonlySet<ArticleId>, withLogs: boolean): Bundle {
  const isIn = ({ articleId }: { readonly articleId: ArticleId }): boolean => ids.has(articleId);
  const layers = bundle.layers.filter(isIn);
  return {
    ...bundle,
    articles: bundle.articles.filter(({ id }) => ids.has(id)),
    layers: withLogs ? layers : layers.map((layer) => ({ ...layer, log: undefined })),
    decisions: bundle.decisions.filter(isIn),
    threads: bundle.threads.filter(isIn),
  };
}
