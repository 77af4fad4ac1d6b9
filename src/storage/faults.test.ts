import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle } from '#core/bundle/bundle.ts';
import { EVERYONE } from '#core/bundle/whose.ts';
import { editBetween } from '#core/edits/edit-between.ts';
import { type Edit } from '#core/edits/edit.ts';
import { edited, freshCopy } from '#core/merge/device.arbitrary.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { followRule } from '#core/labels/follow-rule.ts';
import { type Article, type ArticleId, type Layer, type Project } from '#core/project/project.ts';
import { relabelLayer } from '#core/relabel/relabel-layer.ts';
import { type BatchId, type Decision, type DecisionId } from '#core/review/decision.ts';
import { type Span } from '#core/spans/span.ts';
import { type Thread, type ThreadId } from '#core/review/thread.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { readReview } from './article-review.ts';
import * as articles from './articles.ts';
import { bringNewer } from './bring-newer.ts';
import { correctArticle } from './correct-article.ts';
import { type Database } from './database.ts';
import * as decisions from './decisions.ts';
import { FAULTS, type Fault, type FaultyDisk, openFaultyDisk, PROBLEMS_OF } from './faults.arbitrary.ts';
import { loadFirstArticles } from './first-articles.ts';
import { importAsProject, importBundle, previewImport } from './import-bundle.ts';
import * as changes from './label-changes.ts';
import * as layers from './layers.ts';
import { loadBundle } from './load-bundle.ts';
import { loadGone } from './gone.ts';
import { loadLayerLog } from './layer-log.ts';
import { countEdits, LAST_COPY } from './copies.ts';
import { deleteForGood } from './delete-for-good.ts';
import { loadTrash, setLayerRemoved } from './trash.ts';
import { readOpened } from './open-article.ts';
import * as projects from './projects.ts';
import { loadReviews, removeReview, saveReview } from './reviews.ts';
import { type GroupId, type LayerKey } from './rows.ts';
import { loadSetting, loadSettings, removeSetting, saveSetting } from './settings.ts';
import { StorageError } from './storage-error.ts';
import { addingSteps, appendAll, KEY, replayed } from './steps.arbitrary.ts';
import { dump } from './test-database.arbitrary.ts';
import { loadAllThreads, loadThreads, saveThread } from './threads.ts';
import { loadUnsaved, restoreSteps, unsavedSteps } from './unsaved.ts';
import { restoreReview } from './unsaved-review.ts';
import { restoreThreads } from './unsaved-threads.ts';
import { walkArticles } from './walk-articles.ts';
import { walkBundle } from './walk-bundle.ts';

const AT = '2024-06-20T09:00:00.000Z';
const SAMPLE = sampleBundle();
const PROJECT: Project = { ...SAMPLE.project, id: KEY.projectId };
const [ADAS] = SAMPLE.layers as [Layer];
const [FIRST] = SAMPLE.articles as [Article];
const [DECISION] = SAMPLE.decisions as [Decision];
const [THREAD] = SAMPLE.threads as [Thread];
const BUNDLE: Bundle = { ...SAMPLE, project: PROJECT };
const KEY_OF_ADA: LayerKey = { projectId: PROJECT.id, articleId: ADAS.articleId, annotatorId: ADAS.annotatorId };
const WRITING = { at: AT, countWords: () => 9, report: () => undefined };
const STEPS = addingSteps(3);
const MANY_STEPS = addingSteps(64);
const REVIEW = { projectId: PROJECT.id, articleId: FIRST.id, finishedAt: AT, by: ADAS.annotatorId };
const OTHER_PROJECT: Project = { ...PROJECT, id: 'other' as Project['id'] };
const ALL = { project: PROJECT, articleIds: new Set(SAMPLE.articles.map(({ id }) => id)), whose: EVERYONE };
const OTHER = { ...FIRST, id: 'e'.repeat(64) as ArticleId, title: 'Other' };
const FOLLOWED = followRule(PROJECT.labelSet, { kind: 'label', from: 'entity' as LabelId, to: 'claim' as LabelId });
const CHANGE: changes.NewLabelChange = {
  at: AT,
  by: KEY.annotatorId,
  text: 'Merged.',
  before: PROJECT.labelSet,
  after: FOLLOWED.after,
  rules: FOLLOWED.rules,
  group: 'g1' as GroupId,
};
const NEXT = addingSteps(STEPS.length + 1).at(-1)!;

/** Ada’s layer as she went on with it on another device. */
const ELSEWHERE = (() => {
  const [span] = ADAS.spans as [Span];
  const change: Edit = { kind: 'replace-span', before: span, after: { ...span, note: 'Elsewhere.' } };
  const { layer, log } = edited(freshCopy(ADAS), change);
  return { ...layer, log };
})();

type Job = (database: Database) => Promise<unknown>;

/** A library with two annotators' layers, a long log, decisions, a thread and settings. */
async function fill(database: Database): Promise<void> {
  await projects.addProject(database, PROJECT, AT);
  await importBundle(database, PROJECT, BUNDLE, WRITING);
  await appendAll(database, STEPS);
  await saveReview(database, REVIEW);
  await saveSetting(database, 'theme', 'dark');
  await saveSetting(database, 'unsaved steps', unsavedSteps([{ key: KEY, step: NEXT }]));
}

/** Changes the label set first: what the job does needs a change that stands. */
function afterChange(job: Job): { readonly prepare: Job; readonly job: Job } {
  return { prepare: (database) => changes.commitLabelChange(database, PROJECT, CHANGE, []), job };
}

const nothing = (): undefined => undefined;

/** Every function of storage that is called from outside a transaction, on a filled database. */
const JOBS: Readonly<Record<string, Job | { readonly prepare: Job; readonly job: Job }>> = {
  addArticles: (db) => articles.addArticles(db, PROJECT.id, [{ article: OTHER, words: 3 }], AT),
  addProject: (db) => projects.addProject(db, { ...PROJECT, id: 'other' as Project['id'] }, AT),
  appendDecisions: (db) => {
    const more = ['x1', 'x2'].map((id) => ({ ...DECISION, id: id as DecisionId }));
    return decisions.appendDecisions(db, PROJECT.id, more);
  },
  appendStep: (db) => layers.appendStep(db, KEY, NEXT),
  appendSteps: (db) => layers.appendSteps(db, [{ key: KEY, step: NEXT }]),
  articlesOfBatch: (db) => decisions.articlesOfBatch(db, PROJECT.id, 'b' as BatchId),
  bringNewer: (db) => {
    const newer = { ...replayed(addingSteps(2)).layer, ...KEY, changedAt: AT };
    return bringNewer(db, PROJECT.id, newer);
  },
  bringUpToDate: afterChange((db) => changes.bringUpToDate(db, KEY, AT)),
  changeProject: (db) => projects.changeProject(db, PROJECT, (stored) => ({ ...stored, name: 'New' })),
  commitLabelChange: (db) => {
    const stored = replayed(STEPS);
    const edit = editBetween(stored.layer, relabelLayer(stored.layer, CHANGE, '').layer)!;
    const step = layers.nextStep(stored, { edit, cause: { kind: 'new' }, at: AT, group: CHANGE.group });
    return changes.commitLabelChange(db, PROJECT, CHANGE, [{ key: KEY, step }]);
  },
  countDecisions: (db) => decisions.countDecisions(db, PROJECT.id),
  countEdits: (db) => countEdits(db),
  correctArticle: async (db) => {
    const article = { ...FIRST, id: 'f'.repeat(64) as ArticleId, correctionOf: FIRST.id };
    const carried = SAMPLE.layers
      .filter(({ articleId }) => articleId === FIRST.id)
      .map((layer) => ({ layer: { ...layer, articleId: article.id }, madeFrom: 0, isOwn: false }));
    return correctArticle(db, PROJECT.id, { article, words: 9, layers: carried, draftKey: 'theme' }, AT);
  },
  deleteForGood: {
    prepare: async (db) => {
      await saveSetting(db, LAST_COPY, { at: AT, kind: 'download', edits: 9 });
      await articles.setRemoved(db, PROJECT.id, FIRST.id, AT, ADAS.annotatorId);
    },
    job: async (db) => {
      const [item] = await loadTrash(db);
      return deleteForGood(db, item!);
    },
  },
  importArticle: (db) => articles.importArticle(db, PROJECT.id, { article: OTHER, words: 3 }, AT),
  importAsProject: (db) => importAsProject(db, { ...PROJECT, id: 'other' as Project['id'] }, BUNDLE, WRITING),
  importBundle: (db) => {
    const newer = SAMPLE.layers.map((layer) => ({ ...layer, spans: [], links: [], changedAt: AT }));
    return importBundle(db, PROJECT, { ...BUNDLE, articles: [...BUNDLE.articles, OTHER], layers: newer }, WRITING);
  },
  'importBundle, adding a layer with its log': (db) =>
    importBundle(db, OTHER_PROJECT, { ...BUNDLE, project: OTHER_PROJECT, layers: [ELSEWHERE] }, WRITING),
  'importBundle, going on with a log': {
    prepare: (db) => {
      const { log, ...layer } = ELSEWHERE;
      const begun = { ...layer, spans: ADAS.spans, log: { ...log, entries: [] } };
      return importBundle(db, OTHER_PROJECT, { ...BUNDLE, project: OTHER_PROJECT, layers: [begun] }, WRITING);
    },
    job: (db) => importBundle(db, OTHER_PROJECT, { ...BUNDLE, project: OTHER_PROJECT, layers: [ELSEWHERE] }, WRITING),
  },
  'importBundle, merging a layer': {
    prepare: async (db) => {
      const before = await layers.loadLayer(db, KEY_OF_ADA);
      const edit: Edit = { kind: 'set-status', before: before.layer.status, after: 'not-started' };
      await layers.appendStep(db, KEY_OF_ADA, layers.nextStep(before, { edit, cause: { kind: 'new' }, at: AT }));
    },
    job: (db) => importBundle(db, PROJECT, { ...BUNDLE, layers: [ELSEWHERE] }, WRITING),
  },
  inWalk: (db) =>
    walkBundle(db, ALL, {
      start: nothing,
      article: nothing,
      layer: nothing,
      decision: nothing,
      thread: nothing,
      report: nothing,
    }),
  isInUse: (db) => layers.isInUse(db, KEY),
  layersOf: afterChange((db) => changes.layersOf(db, PROJECT.id, [KEY, KEY_OF_ADA])),
  loadAllDecisions: (db) => decisions.loadAllDecisions(db, PROJECT.id),
  loadAllProjects: (db) => projects.loadAllProjects(db),
  loadAllThreads: (db) => loadAllThreads(db, PROJECT.id),
  loadAnnotators: (db) => projects.loadAnnotators(db),
  loadArticle: (db) => articles.loadArticle(db, PROJECT.id, FIRST.id),
  loadArticles: (db) => articles.loadArticles(db, PROJECT.id),
  loadBundle: (db) => loadBundle(db, ALL),
  'loadBundle, with logs': (db) => loadBundle(db, { ...ALL, withLogs: true }),
  loadDecisions: (db) => decisions.loadDecisions(db, PROJECT.id, FIRST.id),
  loadEntry: (db) => layers.loadEntry(db, KEY, 3),
  loadFirstArticles: (db) => loadFirstArticles(db, PROJECT.id, 10),
  loadGone: (db) => loadGone(db, 'articles'),
  loadGroup: (db) => layers.loadGroup(db, CHANGE.group),
  loadHeads: (db) => layers.loadHeads(db, PROJECT.id),
  loadHeadsOf: (db) => layers.loadHeadsOf(db, PROJECT.id, FIRST.id),
  loadLabelChanges: (db) => changes.loadLabelChanges(db, PROJECT.id),
  loadLayer: (db) => layers.loadLayer(db, KEY),
  loadLayerLog: (db) => loadLayerLog(db, KEY),
  loadLayers: (db) => layers.loadLayers(db, [KEY, KEY_OF_ADA]),
  loadProject: (db) => projects.loadProject(db, PROJECT.id),
  loadProjects: (db) => projects.loadProjects(db),
  loadReviews: (db) => loadReviews(db, PROJECT.id),
  loadSetting: (db) => loadSetting(db, 'theme'),
  loadSettings: (db) => loadSettings(db),
  loadThreads: (db) => loadThreads(db, PROJECT.id, FIRST.id),
  loadTrash: (db) => loadTrash(db),
  loadUnsaved: (db) => loadUnsaved(db),
  loadWholeArticles: (db) => articles.loadWholeArticles(db, PROJECT.id, [FIRST.id]),
  previewImport: (db) => previewImport(db, PROJECT, BUNDLE),
  readAllLayers: afterChange((db) => changes.readAllLayers(db, PROJECT.id)),
  readOpened: afterChange((db) => readOpened(db, KEY_OF_ADA)),
  readReview: (db) => readReview(db, { projectId: PROJECT.id, articleId: FIRST.id, isCompared: () => true }),
  removeReview: (db) => removeReview(db, REVIEW),
  removeSetting: (db) => removeSetting(db, 'theme'),
  renameProject: (db) => projects.renameProject(db, PROJECT, 'New'),
  restoreReview: (db) => {
    const made = [{ ...DECISION, id: 'x3' as DecisionId }];
    const decided = { kind: 'decisions', projectId: PROJECT.id, decisions: made } as const;
    return restoreReview(db, 'unsaved steps', { review: [decided, { kind: 'finish', row: REVIEW }] });
  },
  restoreSteps: (db) => restoreSteps(db, 'unsaved steps', unsavedSteps([{ key: KEY, step: NEXT }])),
  restoreThreads: (db) => {
    const resolved = { ...THREAD, isResolved: true, changedAt: AT };
    return restoreThreads(db, 'unsaved steps', { threads: [{ projectId: PROJECT.id, thread: resolved }] });
  },
  saveAnnotator: (db) => projects.saveAnnotator(db, { id: ADAS.annotatorId, name: 'Ada Lee' }),
  saveReview: (db) => saveReview(db, { ...REVIEW, finishedAt: '2024-06-21T09:00:00.000Z' }),
  saveSetting: (db) => saveSetting(db, 'theme', 'light'),
  saveThread: (db) => saveThread(db, PROJECT.id, { ...THREAD, id: 'new' as ThreadId }),
  setLayerRemoved: (db) => setLayerRemoved(db, KEY, { at: AT, by: KEY.annotatorId }),
  setProjectRemoved: {
    prepare: (db) => projects.addProject(db, { ...PROJECT, id: 'other' as Project['id'] }, AT),
    job: (db) => projects.setProjectRemoved(db, PROJECT.id, AT),
  },
  setRemoved: (db) => articles.setRemoved(db, PROJECT.id, FIRST.id, AT),
  undoLabelChange: afterChange((db) => {
    const project = { ...PROJECT, labelSet: CHANGE.after };
    return changes.undoLabelChange(db, { project, number: 1, labelSet: CHANGE.before }, [{ key: KEY, step: NEXT }]);
  }),
  unknownArticles: (db) => articles.unknownArticles(db, PROJECT.id, [FIRST.id, OTHER.id]),
  walkArticles: (db) => walkArticles(db, ALL, { start: nothing, article: nothing, review: nothing, report: nothing }),
  whereArticleIs: (db) => articles.whereArticleIs(db, PROJECT.id, FIRST.id),
  writeSnapshotIfDue: {
    prepare: (db) => appendAll(db, MANY_STEPS.slice(STEPS.length)),
    job: (db) => layers.writeSnapshotIfDue(db, KEY),
  },
};

// Thousands of errors are made, and what stood on the stack at each is nobody's concern.
const stackTraceLimit = Error.stackTraceLimit;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

/** For the last line of `npm run faults`. */
const total = { calls: 0 };

for (const [name, given] of Object.entries(JOBS)) {
  test(`${name}: no fault at any of its calls leaves anything by halves`, async ({ annotate }) => {
    const { prepare, job } = typeof given === 'function' ? { prepare: () => Promise.resolve(), job: given } : given;
    const disk = await openFaultyDisk();
    await fill(disk.database);
    await prepare(disk.database);
    const before = await dump(disk.database);
    let calls = 0;
    while (!(await survives(disk, job, calls + 1, before))) calls += 1;
    expect(calls).toBeGreaterThan(0);
    total.calls += calls;
    await annotate(`${calls} calls of the disk × ${Object.keys(FAULTS).length} faults survived, then done`);
  });
}

/** True where the job has no call of this number; else each fault there is told and changes nothing. */
async function survives(
  { database, failAt, calls, isWriting }: FaultyDisk,
  job: Job,
  number: number,
  before: Awaited<ReturnType<typeof dump>>,
): Promise<boolean> {
  for (const fault of Object.keys(FAULTS) as Fault[]) {
    failAt(number, fault);
    const error: unknown = await job(database).then(nothing, (reason: unknown) => reason);
    const happened = calls() >= number;
    const mayHaveWritten = isWriting();
    failAt(undefined);
    // The try without a fault is the retry after all of them: it must succeed.
    if (!happened) {
      expect(error).toBeUndefined();
      return true;
    }
    expect(error, `${fault} at call ${number}`).toBeInstanceOf(StorageError);
    const { problem } = error as StorageError;
    expect(PROBLEMS_OF[fault], `${fault} at call ${number}`).toContain(problem);
    expect(error).toMatchObject({ message: expect.stringMatching(/\w\.$/) as string });
    if (!mayHaveWritten) continue;
    const after = await dump(database);
    // Only what differs needs the slower comparison, which tells where.
    if (!isDeepStrictEqual(after, before)) expect(after, `${fault} at call ${number}`).toEqual(before);
  }
  return false;
}

test('every function of storage that tells errors is among them', async ({ annotate }) => {
  const names = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|arbitrary)\.ts$/.test(name))
    .flatMap((name) => {
      const source = readFileSync(join(import.meta.dirname, name), 'utf8');
      const functions = source.split(/^export /m).filter((part) => /^(?:async )?function /.test(part));
      return functions
        .filter((part) => part.slice(0, part.search(/^\}/m)).includes('guarded('))
        .map((part) => /function (\w+)/.exec(part)![1]!);
    });
  // Opening has tests of its own, and `guarded` is what the others use.
  const missing = names.filter((name) => !['openDatabase', 'guarded', ...Object.keys(JOBS)].includes(name));
  expect(missing).toEqual([]);
  const jobs = Object.keys(JOBS).length;
  await annotate(`in all ${jobs} functions, ${total.calls} calls × ${Object.keys(FAULTS).length} faults`);
});
