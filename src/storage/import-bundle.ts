import { editBetween } from '#core/edits/edit-between.ts';
import { NO_HISTORY, recordEntry } from '#core/edits/history.ts';
import { changesNothing, type ImportPlan, planImport } from '#core/project/plan-import.ts';
import {
  type Article,
  type ArticleId,
  type Bundle,
  type Layer,
  type Project,
  type ProjectId,
} from '#core/project/project.ts';
import { bundleThrough } from '#core/relabel/bundle-through.ts';
import { Dexie } from 'dexie';
import { rowOf } from './articles.ts';
import { type Database } from './database.ts';
import { layerReader, standingChanges } from './label-changes.ts';
import { loadLayer, putWhole } from './layers.ts';
import { projectRow, putProject, toProject } from './projects.ts';
import { keyOf, type LayerKey } from './rows.ts';
import { guarded } from './storage-error.ts';

/** What importing the bundle would change, without changing anything. */
export async function previewImport(database: Database, project: Project, bundle: Bundle): Promise<ImportPlan> {
  return guarded(() => database.transaction('r', tables(database), () => plan(database, project, bundle)));
}

/**
 * Imports a checked bundle in one transaction: either all of it is on the disk when the promise resolves, or nothing.
 * The plan is made anew inside the transaction, so another tab cannot have changed what it rests on.
 */
export async function importBundle(
  database: Database,
  project: Project,
  bundle: Bundle,
  at: string,
  countWords: (article: Article) => number,
): Promise<ImportPlan> {
  return guarded(() =>
    // Dexie keeps a transaction open over an await only for a function that is async itself.
    database.transaction('rw', tables(database), async () => write(database, project, bundle, at, countWords)),
  );
}

/** Adds a project and imports a checked bundle into it, in one transaction; rejects where there is a project with its id. */
export async function importAsProject(
  database: Database,
  project: Project,
  bundle: Bundle,
  at: string,
  countWords: (article: Article) => number,
): Promise<void> {
  await guarded(() =>
    database.transaction('rw', tables(database), async () => {
      await database.projects.add(projectRow(project, at));
      await write(database, project, bundle, at, countWords);
    }),
  );
}

/** Does what importing the bundle changes; to be called in a transaction. */
async function write(
  database: Database,
  project: Project,
  bundle: Bundle,
  at: string,
  countWords: (article: Article) => number,
): Promise<ImportPlan> {
  const planned = await plan(database, project, bundle);
  if (changesNothing(planned)) return planned;
  await putProject(database, planned.project, await database.projects.get(project.id));
  await database.annotators.bulkPut([...planned.annotators]);
  await database.articles.bulkPut(
    planned.articles.map((article) => rowOf(project.id, article, countWords(article), at)),
  );
  await database.texts.bulkPut(planned.articles.map(({ id, text }) => ({ id, text })));
  for (const id of planned.articlesReplaced) await database.articles.update([project.id, id], { removedAt: at });
  for (const id of planned.articlesBack) await database.articles.update([project.id, id], { removedAt: '' });
  for (const { fate, layer } of planned.layers) {
    if (fate === 'added') await addLayer(database, project.id, layer);
    if (fate === 'updated') await updateLayer(database, project.id, layer);
  }
  return planned;
}

/** The bundle is read through the changes of the label set, as everybody's layers here are. */
async function plan(database: Database, project: Project, raw: Bundle): Promise<ImportPlan> {
  const bundle = bundleThrough(raw, await standingChanges(database, project.id));
  const read = await layerReader(database, project.id);
  const articleKeys = bundle.articles.map(({ id }): [string, string] => [project.id, id]);
  const articles = await database.articles.bulkGet(articleKeys);
  const stored = await database.projects.get(project.id);
  const heads = await database.layers.bulkGet(bundle.layers.map((layer) => keyOf(layerKey(project.id, layer))));
  const untouched = await untouchedAmong(
    database,
    project.id,
    bundle.articles.flatMap(({ correctionOf }) => (correctionOf === '' ? [] : [correctionOf])),
  );
  const layers = [];
  for (const head of heads) {
    if (!head) continue;
    const { layer } = await read(head);
    layers.push({ layer, editedHere: head.editedHere });
  }
  return planImport(
    {
      project: stored ? toProject(stored) : project,
      annotators: await database.annotators.toArray(),
      articleIds: new Set(articles.flatMap((row) => (row ? [row.id] : []))),
      takenOut: new Set(articles.flatMap((row) => (row && row.removedAt !== '' ? [row.id] : []))),
      untouched,
      layers,
    },
    bundle,
  );
}

/** Those of the articles that are in the library and that nobody annotated in this browser. */
async function untouchedAmong(
  database: Database,
  projectId: ProjectId,
  ids: readonly ArticleId[],
): Promise<ReadonlySet<ArticleId>> {
  const untouched = new Set<ArticleId>();
  for (const id of ids) {
    const row = await database.articles.get([projectId, id]);
    if (row?.removedAt !== '') continue;
    const heads = await database.layers.where(':id').between([projectId, id], [projectId, id, Dexie.maxKey]).toArray();
    if (!heads.some(({ editedHere }) => editedHere)) untouched.add(id);
  }
  return untouched;
}

async function addLayer(database: Database, projectId: ProjectId, layer: Layer): Promise<void> {
  await putWhole(database, layerKey(projectId, layer), { layer, history: NO_HISTORY, number: 0 }, false);
}

/** Logs the difference as one entry, so that the history of the layer stays whole. */
async function updateLayer(database: Database, projectId: ProjectId, layer: Layer): Promise<void> {
  const key = layerKey(projectId, layer);
  const stored = await loadLayer(database, key);
  const edit = editBetween(stored.layer, layer);
  if (!edit) return;
  const number = stored.number + 1;
  await database.entries.add({ ...key, number, edit, cause: { kind: 'new' }, at: layer.changedAt });
  const history = recordEntry(stored.history, number, { kind: 'new' });
  await putWhole(database, key, { layer, history, number }, false);
}

function layerKey(projectId: ProjectId, { articleId, annotatorId }: Layer): LayerKey {
  return { projectId, articleId, annotatorId };
}

function tables(database: Database) {
  const { projects, annotators, articles, texts, layers, snapshots, entries, labelChanges } = database;
  return [projects, annotators, articles, texts, layers, snapshots, entries, labelChanges];
}
