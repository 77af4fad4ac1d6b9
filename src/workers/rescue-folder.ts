import { t } from '#language/t.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { countWords } from '#core/text/count-words.ts';
import { bringNewer } from '#storage/bring-newer.ts';
import { type Database } from '#storage/database.ts';
import { importAsProject, importBundle, previewImport } from '#storage/import-bundle.ts';
import { type Restored } from '#storage/mirror/restore-rows.ts';
import { newestOf, type ProjectSummary } from '#storage/mirror/summarise.ts';
import { countEdits } from '#storage/copies.ts';
import { loadProject } from '#storage/projects.ts';
import { type BackupFolder } from './backup-folder.ts';
import { readBackup } from './read-backup.ts';
import { type Copy, type UnreadableCopy } from './copy.ts';

/** A backup folder that was read. */
export interface FolderCopy {
  readonly copy: Copy | UnreadableCopy;
  readonly bundles: readonly Bundle[];
}

/** Reads a backup folder; a project with a file that cannot be read is told of, and the others are there. */
export async function readFolder(folder: BackupFolder): Promise<FolderCopy> {
  const source = 'folder';
  const projectsRead = await readBackup(folder);
  const results = projectsRead.map(({ result }) => result);
  const bundles = results.flatMap((result) => (result.ok ? [result.value] : []));
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (bundles.length === 0) {
    const failure = problems[0]?.message ?? t`There is no backup of Spanmark in this folder.`;
    return { copy: { source, failure }, bundles };
  }
  const projects = bundles.map(summaryOf);
  const newestAt = newestOf(projects.map((project) => project.newestAt));
  const damaged = results.length - bundles.length;
  const withoutEdits = projectsRead.reduce((sum, project) => sum + project.withoutEdits, 0);
  return { copy: { source, projects, newestAt, damaged, withoutEdits, losses: undefined }, bundles };
}

/**
 * Imports bundles, each all or nothing, as files are imported. A layer that was edited in this database gets the edits that it
 * lacks; where they are not known, or go against its own, it takes a newer state by one edit, and stays where it is not older.
 */
export async function importBundles(database: Database, bundles: readonly Bundle[], at: string): Promise<Restored> {
  const [articles, layers, edits] = [
    await database.articles.count(),
    await database.layers.count(),
    await countEdits(database),
  ];
  const writing = {
    at,
    countWords: ({ text, language }: Bundle['articles'][number]) => countWords(text, language),
    report: () => undefined,
  };
  let newer = 0;
  for (const bundle of bundles) {
    const { project } = bundle;
    const isKnown = (await loadProject(database, project.id)) !== undefined;
    // The first project of a browser may have layers without ever having been saved itself.
    let theirs = bundle.layers;
    if (isKnown) {
      const { layers: planned } = await importBundle(
        database,
        project,
        await withoutConflicts(database, bundle),
        writing,
      );
      theirs = planned.flatMap(({ layer, fate }) => (fate === 'kept' ? [layer] : []));
      newer += planned.filter(({ fate, merge }) => fate === 'merged' || (fate === 'updated' && merge)).length;
    } else await importAsProject(database, project, bundle, writing);
    for (const layer of theirs) if (await bringNewer(database, project.id, layer)) newer += 1;
  }
  return {
    articles: (await database.articles.count()) - articles,
    layers: (await database.layers.count()) - layers,
    edits: (await countEdits(database)) - edits,
    kept: 0,
    lost: 0,
    mended: 0,
    newer,
  };
}

/** The bundle without the logs whose merging would need somebody to choose. */
async function withoutConflicts(database: Database, bundle: Bundle): Promise<Bundle> {
  const planned = await previewImport(database, bundle.project, bundle);
  const layers = planned.layers.map(({ merge }, index) => {
    const { log, ...layer } = bundle.layers[index]!;
    return log && !(merge?.kind === 'merged' && merge.conflicts.length > 0) ? { ...layer, log } : layer;
  });
  return { ...bundle, layers };
}

function summaryOf({ project, articles, layers }: Bundle): ProjectSummary {
  return {
    id: project.id,
    name: project.name,
    articles: articles.length,
    layers: layers.length,
    spans: layers.reduce((sum, { spans }) => sum + spans.length, 0),
    newestAt: newestOf(layers.map(({ changedAt }) => changedAt)),
  };
}
