import { editBetween } from '#core/edits/edit-between.ts';
import { NO_HISTORY, recordEntry } from '#core/edits/history.ts';
import { changesNothing, type ImportPlan, planImport } from '#core/bundle/plan-import.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article, type ArticleId, type Layer, type Project, type ProjectId } from '#core/project/project.ts';
import { bundleThrough } from '#core/relabel/bundle-through.ts';
import { type DecisionId } from '#core/review/decision.ts';
import { type Thread } from '#core/review/thread.ts';
import { Dexie } from 'dexie';
import { rowOf } from './articles.ts';
import { type Database } from './database.ts';
import { addDecisions, storedDecisions } from './decisions.ts';
import { layerReader, standingChanges } from './label-changes.ts';
import { loadLayer, putAllWhole, putWhole } from './layers.ts';
import { projectRow, putProject, toProject } from './projects.ts';
import { keyOf, type LayerKey } from './rows.ts';
import { guarded } from './storage-error.ts';
import { putThreads, threadsOf } from './threads.ts';

/** What importing the bundle would change, without changing anything. */
export async function previewImport(database: Database, project: Project, bundle: Bundle): Promise<ImportPlan> {
  return guarded(() => database.transaction('r', tables(database), async () => plan(database, project, bundle)));
}

/** How a bundle is written. */
export interface Writing {
  /** The ISO time of it. */
  readonly at: string;
  readonly countWords: (article: Article) => number;
  /** Called after each article and layer with how many are written and will be; what it throws takes all of it back. */
  readonly report: (done: number, total: number) => void;
}

/**
 * Imports a checked bundle in one transaction: either all of it is on the disk when the promise resolves, or nothing.
 * The plan is made anew inside the transaction, so another tab cannot have changed what it rests on.
 */
export async function importBundle(
  database: Database,
  project: Project,
  bundle: Bundle,
  writing: Writing,
): Promise<ImportPlan> {
  return guarded(() =>
    // Dexie keeps a transaction open over an await only for a function that is async itself.
    database.transaction('rw', tables(database), async () => write(database, project, bundle, writing)),
  );
}

/** Adds a project and imports a checked bundle into it, in one transaction; rejects where there is a project with its id. */
export async function importAsProject(
  database: Database,
  project: Project,
  bundle: Bundle,
  writing: Writing,
): Promise<void> {
  await guarded(() =>
    database.transaction('rw', tables(database), async () => {
      await database.projects.add(projectRow(project, writing.at));
      await write(database, project, bundle, writing);
    }),
  );
}

/** So many articles or layers are written at once. */
const AT_ONCE = 16;

/** Does what importing the bundle changes; to be called in a transaction. */
async function write(
  database: Database,
  project: Project,
  bundle: Bundle,
  { at, countWords, report }: Writing,
): Promise<ImportPlan> {
  const planned = await plan(database, project, bundle);
  if (changesNothing(planned)) return planned;
  const added = planned.layers.filter(({ fate }) => fate === 'added').map(({ layer }) => layer);
  const updated = planned.layers.filter(({ fate }) => fate === 'updated').map(({ layer }) => layer);
  const total = planned.articles.length + added.length + updated.length;
  let done = 0;
  await putProject(database, planned.project, await database.projects.get(project.id));
  await database.annotators.bulkPut([...planned.annotators]);
  for (const some of portions(planned.articles)) {
    await database.articles.bulkPut(some.map((article) => rowOf(project.id, article, countWords(article), at)));
    await database.texts.bulkPut(some.map(({ id, text }) => ({ id, text })));
    report((done += some.length), total);
  }
  for (const id of planned.articlesReplaced) await database.articles.update([project.id, id], { removedAt: at });
  for (const id of planned.articlesBack) await database.articles.update([project.id, id], { removedAt: '' });
  for (const some of portions(added)) {
    await addLayers(database, project.id, some);
    report((done += some.length), total);
  }
  for (const layer of updated) {
    await updateLayer(database, project.id, layer);
    report((done += 1), total);
  }
  const logged = await addDecisions(database, project.id, planned.decisions, new Map());
  await database.reviews.bulkDelete([...logged.keys()].map((id): [string, string] => [project.id, id]));
  await putThreads(database, project.id, planned.threads);
  return planned;
}

function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
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
      decisionIds: await knownDecisions(database, project.id, bundle),
      threads: await knownThreads(database, project.id, bundle),
    },
    bundle,
  );
}

async function knownDecisions(
  database: Database,
  projectId: ProjectId,
  { decisions }: Bundle,
): Promise<ReadonlySet<DecisionId>> {
  const articleIds = [...new Set(decisions.map(({ articleId }) => articleId))];
  // A transaction of its own keeps the one around it open: Dexie loses track of awaits that are nested deeper.
  const stored = await database.transaction('r', database.decisions, () =>
    storedDecisions(database, projectId, articleIds),
  );
  return new Set(stored.map(({ id }) => id));
}

async function knownThreads(database: Database, projectId: ProjectId, { threads }: Bundle): Promise<readonly Thread[]> {
  const ids = [...new Set(threads.map(({ articleId }) => articleId))];
  return database.transaction('r', database.threads, async () => {
    const here: Thread[] = [];
    for (const id of ids) here.push(...(await threadsOf(database, projectId, id)));
    return here;
  });
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

async function addLayers(database: Database, projectId: ProjectId, layers: readonly Layer[]): Promise<void> {
  await putAllWhole(
    database,
    layers.map((layer) => ({ key: layerKey(projectId, layer), stored: { layer, history: NO_HISTORY, number: 0 } })),
    false,
  );
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
  const { decisions, threads, reviews } = database;
  return [projects, annotators, articles, texts, layers, snapshots, entries, labelChanges, decisions, threads, reviews];
}
