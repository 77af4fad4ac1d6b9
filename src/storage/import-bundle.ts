import { editBetween } from '#core/edits/edit-between.ts';
import { NO_SUM } from '#core/edits/entry-sum.ts';
import { endOf } from '#core/merge/carried-log.ts';
import { type CopyMerge } from '#core/merge/merge-copies.ts';
import { NO_HISTORY, recordEntry } from '#core/edits/history.ts';
import { changesNothing, type ImportPlan, type LayerFate, planImport } from '#core/bundle/plan-import.ts';
import { type Bundle, type BundledLayer } from '#core/bundle/bundle.ts';
import { canonicalText } from '#core/text/canonical-text.ts';
import { textDigest } from '#core/text/text-digest.ts';
import { type Article, type ArticleId, type Layer, type Project, type ProjectId } from '#core/project/project.ts';
import { bundleThrough } from '#core/relabel/bundle-through.ts';
import { relabelThrough } from '#core/relabel/relabel-layer.ts';
import { type DecisionId } from '#core/review/decision.ts';
import { type Thread } from '#core/review/thread.ts';
import { rowOf, setRemoved } from './articles.ts';
import { type Database } from './database.ts';
import { appendDecisions, storedDecisions } from './decisions.ts';
import { layerReader, standingChanges } from './label-changes.ts';
import { loadLayer, nextStep, putAllWhole, putWhole } from './layers.ts';
import { appendLog, appendMerge, type ChoicesByLayer, mergeOf, putWithLog } from './merge-layer.ts';
import { projectRow, putProject, toProject } from './projects.ts';
import { portions } from './read-layers.ts';
import { rowsOfArticle } from './rows-of.ts';
import { type GroupId, keyOf, type LayerKey, type LayerRow, nameOfLayer } from './rows.ts';
import { guarded, StorageError } from './storage-error.ts';
import { setLayerRemoved } from './trash.ts';
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
  /** What becomes of conflicts between copies of a layer, each of which must have been seen. */
  readonly choices?: ChoicesByLayer | undefined;
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

/** Does what importing the bundle changes; to be called in a transaction. */
async function write(
  database: Database,
  project: Project,
  bundle: Bundle,
  { at, countWords, choices = new Map(), report }: Writing,
): Promise<ImportPlan> {
  const planned = await plan(database, project, bundle, choices);
  if (changesNothing(planned)) return planned;
  const ofFate = (wanted: LayerFate) => planned.layers.filter(({ fate }) => fate === wanted);
  const added = ofFate('added').map(({ layer }) => layer);
  const changed = [...ofFate('updated'), ...ofFate('merged')];
  const total = planned.articles.length + added.length + changed.length;
  const logged = new Map(bundle.layers.map((layer) => [nameOfLayer(layerKey(project.id, layer)), layer]));
  const group = groupOf(
    ofFate('merged').map(({ layer }) => layerKey(project.id, layer)),
    at,
  );
  let done = 0;
  await putProject(database, planned.project, await database.projects.get(project.id));
  await database.annotators.bulkPut([...planned.annotators]);
  for (const some of portions(planned.articles)) {
    await database.articles.bulkPut(some.map((article) => rowOf(project.id, article, countWords(article), at)));
    await database.texts.bulkPut(some.map(({ id, text }) => ({ id, text })));
    report((done += some.length), total);
  }
  for (const id of planned.articlesReplaced) await database.articles.update([project.id, id], { removedAt: at });
  for (const id of planned.articlesBack) await setRemoved(database, project.id, id, '');
  for (const some of portions(added)) {
    await addLayers(
      database,
      project.id,
      some.filter(({ log }) => !log),
    );
    // What has a log is put as the file has it, which is what the log leads to: it is read through changes of the label set.
    for (const layer of some.filter(({ log }) => log)) {
      const key = layerKey(project.id, layer);
      await putWithLog(database, key, logged.get(nameOfLayer(key))!);
    }
    report((done += some.length), total);
  }
  for (const each of changed) {
    const key = layerKey(project.id, each.layer);
    if (each.merge?.kind === 'ahead') {
      await appendLog(database, key, logged.get(nameOfLayer(key))!, each.merge);
    } else if (each.merge?.kind === 'merged' && each.fate === 'merged') {
      await appendMerge(database, key, each.merge, { at, group, choices });
    } else await updateLayer(database, project.id, each.layer);
    report((done += 1), total);
  }
  for (const { layer } of ofFate('back')) {
    await setLayerRemoved(database, layerKey(project.id, layer), undefined);
  }
  await appendDecisions(database, project.id, planned.decisions);
  await putThreads(database, project.id, planned.threads);
  return planned;
}

/** The bundle is read through the changes of the label set, as everybody's layers here are. */
async function plan(
  database: Database,
  project: Project,
  raw: Bundle,
  choices: ChoicesByLayer = new Map(),
): Promise<ImportPlan> {
  const standing = await standingChanges(database, project.id);
  const bundle = bundleThrough(raw, standing);
  const read = await layerReader(database, project.id, standing);
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
  const texts = new Map(raw.articles.map(({ id, text }) => [id, text]));
  for (const [index, head] of heads.entries()) {
    if (!head) continue;
    const { layer } = await read(head);
    const theirs = raw.layers[index]!;
    const seen = (each: Layer): Layer => relabelThrough(each, standing, texts.get(each.articleId) ?? '');
    const merge = await mergeHere(database, head, theirs, seen, choices);
    layers.push({ layer, editedHere: head.editedHere, isAway: head.removedAt !== undefined, merge });
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

/** Not looked for where both logs end with the same entry, which says that all before it is the same. */
function mergeHere(
  database: Database,
  head: LayerRow,
  theirs: BundledLayer,
  seen: (layer: Layer) => Layer,
  choices: ChoicesByLayer,
): Promise<CopyMerge | undefined> {
  if (!theirs.log || head.removedAt !== undefined) return Promise.resolve(undefined);
  const { number, sum } = endOf(theirs.log);
  if (sum !== NO_SUM && sum === head.sum && number === head.number) return Promise.resolve({ kind: 'behind' });
  // A transaction of its own keeps the one around it open: Dexie loses track of awaits that are nested deeper.
  return database.transaction('r', database.snapshots, database.entries, async () => {
    return mergeOf(database, { key: head, theirs, seen, choices: choices.get(nameOfLayer(head)) });
  });
}

/** Marks entries of several layers as one action, which is undone at once. */
function groupOf(keys: readonly LayerKey[], at: string): GroupId | undefined {
  if (keys.length < 2) return undefined;
  return `merge ${textDigest(canonicalText([at, keys.map(nameOfLayer)]))}` as GroupId;
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
    const heads = await rowsOfArticle(database.layers, projectId, id).toArray();
    if (!heads.some(({ editedHere }) => editedHere)) untouched.add(id);
  }
  return untouched;
}

async function addLayers(database: Database, projectId: ProjectId, layers: readonly Layer[]): Promise<void> {
  await putAllWhole(
    database,
    layers.map((layer) => ({
      key: layerKey(projectId, layer),
      stored: { layer, history: NO_HISTORY, number: 0, sum: NO_SUM },
    })),
    false,
  );
}

/** Logs the difference as one entry, so that the history of the layer stays whole. */
async function updateLayer(database: Database, projectId: ProjectId, layer: Layer): Promise<void> {
  const key = layerKey(projectId, layer);
  const stored = await loadLayer(database, key);
  if (stored.damage) throw new StorageError('damaged-log');
  const edit = editBetween(stored.layer, layer);
  if (!edit) return;
  const { number, cause, at, sum } = nextStep(stored, { edit, cause: { kind: 'new' }, at: layer.changedAt });
  await database.entries.add({ ...key, number, edit, cause, at, sum });
  await putWhole(database, key, { layer, history: recordEntry(stored.history, number, cause), number, sum }, false);
}

function layerKey(projectId: ProjectId, { articleId, annotatorId }: Layer): LayerKey {
  return { projectId, articleId, annotatorId };
}

function tables(database: Database) {
  const { projects, annotators, articles, texts, layers, snapshots, entries, labelChanges } = database;
  const { decisions, threads, reviews } = database;
  return [projects, annotators, articles, texts, layers, snapshots, entries, labelChanges, decisions, threads, reviews];
}
