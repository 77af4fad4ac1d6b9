import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { changesNothing } from '#core/bundle/plan-import.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article, type ArticleId, type Layer, type ProjectId } from '#core/project/project.ts';
import { type Decision } from '#core/review/decision.ts';
import { type Message, type Thread } from '#core/review/thread.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { canonicalBundle } from '#formats/native/canonical.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { setRemoved } from './articles.ts';
import { type Database } from './database.ts';
import { importAsProject, importBundle, previewImport, type Writing } from './import-bundle.ts';
import { appendStep, loadEntry, loadLayer, nextStep } from './layers.ts';
import { loadBundle } from './load-bundle.ts';
import { addProject, saveAnnotator } from './projects.ts';
import { saveReview } from './reviews.ts';
import { type LayerKey } from './rows.ts';
import { dump, failEveryWrite, openTestDisk } from './test-database.arbitrary.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { applyEdit } from '#core/edits/apply-edit.ts';

const SEED = 20261124;
const SAMPLE = sampleBundle();
const [ADAS, BOS] = SAMPLE.layers as [Layer, Layer];
const ADAS_KEY = keyOf(ADAS);
const BOS_KEY = keyOf(BOS);
const AT = '2024-06-20T09:00:00.000Z';

describe('an imported bundle', () => {
  test('is exported as it came in, but for what nobody has begun', async () => {
    await fc.assert(
      fc.asyncProperty(bundleArbitrary(), async (bundle) => {
        const { database } = await openTestDisk();
        await importInto(database, bundle);
        expect(canonicalBundle(await loadAll(database, bundle))).toEqual(canonicalBundle(begun(bundle)));
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  test('changes nothing when it is imported again', async () => {
    await fc.assert(
      fc.asyncProperty(bundleArbitrary(), async (bundle) => {
        const disk = await openTestDisk();
        const { database } = disk;
        await importInto(database, bundle);
        const before = await dump(database);
        disk.beforeWrite = () => {
          throw new Error('nothing is to be written');
        };
        expect(changesNothing(await previewImport(database, bundle.project, bundle))).toBe(true);
        expect(changesNothing(await importInto(database, bundle))).toBe(true);
        expect(await dump(database)).toEqual(before);
      }),
      { seed: SEED, numRuns: 12 },
    );
  });

  test('comes in as its preview said', async () => {
    const { database } = await openTestDisk();
    const preview = await previewImport(database, SAMPLE.project, SAMPLE);
    expect(await dump(database)).toMatchObject({ projects: [], articles: [], layers: [] });
    expect(await importInto(database, SAMPLE)).toEqual(preview);
    expect(preview.layers.map(({ fate }) => fate)).toEqual(['added', 'added']);
  });

  test('with a corrected text takes the earlier one out, unless somebody annotated that here', async () => {
    for (const isAnnotated of [false, true]) {
      const { database } = await openTestDisk();
      const [article] = SAMPLE.articles as [Article];
      await importInto(database, SAMPLE);
      if (isAnnotated) await editHere(database, ADAS_KEY, 'mine');
      const corrected: Article = {
        ...article,
        id: 'c'.repeat(64) as ArticleId,
        text: 'Other.',
        correctionOf: article.id,
      };
      await importInto(database, { ...SAMPLE, articles: [corrected], layers: [] });
      const rows = await database.articles.toArray();
      expect(rows.find(({ id }) => id === article.id)!.removedAt).toBe(isAnnotated ? '' : AT);
      expect(rows).toHaveLength(2);
    }
  });

  test('has its words counted and the time of its coming', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    expect(await database.articles.toArray()).toMatchObject([{ words: 13, addedAt: AT, removedAt: '' }]);
  });

  test('puts back an article that was taken out', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    await setRemoved(database, SAMPLE.project.id, ADAS.articleId, AT);
    const elsewhere = { ...SAMPLE.project, id: 'elsewhere' as ProjectId };
    await importBundle(database, elsewhere, SAMPLE, writing(AT, 0));
    expect(await database.articles.get([SAMPLE.project.id, ADAS.articleId])).toMatchObject({ removedAt: AT });
    await importInto(database, { ...SAMPLE, layers: [] });
    expect(await database.articles.get([SAMPLE.project.id, ADAS.articleId])).toMatchObject({ removedAt: '' });
  });

  test('leaves annotators that are here what they are called here', async () => {
    const { database } = await openTestDisk();
    await saveAnnotator(database, { id: BOS.annotatorId, name: 'Bo Li' });
    await importInto(database, SAMPLE);
    expect(await database.annotators.toArray()).toMatchObject([{ name: 'Ada' }, { name: 'Bo Li' }]);
  });
});

describe('a bundle imported as a project of its own', () => {
  const OTHER = { ...SAMPLE.project, id: 'other' as ProjectId, name: 'Other' };

  test('is there beside the project that has the same articles', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    await importAsProject(database, OTHER, { ...SAMPLE, layers: [newer(ADAS), BOS] }, writing(AT, 0));
    expect(await database.projects.get('other')).toEqual({ ...OTHER, addedAt: AT, removedAt: '' });
    const articleIds = new Set(SAMPLE.articles.map(({ id }) => id));
    for (const bundle of [SAMPLE, { ...SAMPLE, project: OTHER, layers: [newer(ADAS), BOS] }]) {
      const read = await loadBundle(database, { project: bundle.project, articleIds, whose: EVERYONE });
      expect(canonicalBundle(read)).toEqual(canonicalBundle(bundle));
    }
  });

  test('is there with nothing in it', async () => {
    const { database } = await openTestDisk();
    const empty = { ...SAMPLE, annotators: [], articles: [], layers: [], decisions: [], threads: [] };
    await importAsProject(database, OTHER, empty, writing(AT, 0));
    expect(await database.projects.toArray()).toEqual([{ ...OTHER, addedAt: AT, removedAt: '' }]);
  });

  test('is not there at all where a write fails or the project is there already', async () => {
    const { failures, writes } = await failEveryWrite(
      (database) => addProject(database, SAMPLE.project, AT),
      (database) => importAsProject(database, OTHER, SAMPLE, writing(AT, 0)),
    );
    expect(writes).toBeGreaterThan(4);
    for (const { after, before } of failures) expect(after).toEqual(before);
    const { database } = await openTestDisk();
    await addProject(database, OTHER, AT);
    await expect(importAsProject(database, OTHER, SAMPLE, writing(AT, 0))).rejects.toMatchObject({
      problem: 'conflict',
    });
    expect(await database.articles.toArray()).toEqual([]);
  });
});

describe('a layer that was edited here', () => {
  test.each([
    ['a newer bundle of the same annotator', [newer(ADAS), newer(BOS)]],
    ['an older bundle of the same annotator', [{ ...ADAS, spans: [], changedAt: '' }, BOS]],
    ['a bundle of another annotator', [newer(BOS)]],
  ])('is never touched by %s', async (_, layers) => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    await editHere(database, ADAS_KEY, 'mine');
    const mine = rowsOf(await dump(database), ADAS_KEY);
    await importInto(database, { ...SAMPLE, layers });
    expect(rowsOf(await dump(database), ADAS_KEY)).toEqual(mine);
    expect((await loadLayer(database, BOS_KEY)).layer).toEqual(
      layers.find(({ annotatorId }) => annotatorId === BOS.annotatorId),
    );
  });

  test('says so in the plan', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    await editHere(database, ADAS_KEY, 'mine');
    const plan = await importInto(database, { ...SAMPLE, layers: [newer(ADAS), newer(BOS)] });
    expect(plan.layers.map(({ fate }) => fate)).toEqual(['kept', 'updated']);
  });

  test('can be edited further after an import, and keeps its log whole', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    await editHere(database, ADAS_KEY, 'one');
    await importInto(database, { ...SAMPLE, layers: [newer(ADAS)] });
    await editHere(database, ADAS_KEY, 'two');
    const { layer, history, number } = await loadLayer(database, ADAS_KEY);
    expect(layer.spans.map(({ note }) => note)).toEqual(['two', '']);
    expect({ history, number }).toEqual({ history: { done: [1, 2], undone: [] }, number: 2 });
    expect((await loadAll(database, SAMPLE)).layers).toContainEqual(layer);
  });
});

describe('a layer that came from a file and was not edited here', () => {
  test('takes the state of a newer bundle, as one more entry of its log', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    for (const [index, layer] of [newer(ADAS), newer(newer(ADAS))].entries()) {
      const plan = await importInto(database, { ...SAMPLE, layers: [layer] });
      expect(plan.layers.map(({ fate }) => fate)).toEqual(['updated']);
      const number = index + 1;
      const done = Array.from({ length: number }, (_, at) => at + 1);
      expect(await loadLayer(database, ADAS_KEY)).toMatchObject({ layer, history: { done, undone: [] }, number });
      expect(await database.layers.toArray()).toContainEqual(
        expect.objectContaining({ ...ADAS_KEY, number, editedHere: false }),
      );
    }
    // Each entry of the log leads from one state to the next.
    const entries = await database.entries.toArray();
    expect(entries.map(({ number }) => number)).toEqual([1, 2]);
    const last = entries.reduce((layer, { edit, at }) => ({ ...applyEdit(layer, edit), changedAt: at }), ADAS);
    expect(last).toEqual(newer(newer(ADAS)));
  });

  test('can be taken back to what it was before the newer bundle', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    await importInto(database, { ...SAMPLE, layers: [newer(ADAS)] });
    const stored = await loadLayer(database, ADAS_KEY);
    const edit = invertEdit((await loadEntry(database, ADAS_KEY, stored.number)).edit);
    await appendStep(database, ADAS_KEY, nextStep(stored, { edit, cause: { kind: 'undo', of: 1 }, at: AT }));
    expect(await loadLayer(database, ADAS_KEY)).toMatchObject({
      layer: { ...ADAS, changedAt: AT },
      history: { done: [], undone: [1] },
      number: 2,
    });
  });

  test.each([
    ['an older one', { ...ADAS, spans: [], changedAt: '2024-01-01T00:00:00.000Z' }, 'older'],
    ['one of the same time', { ...ADAS, spans: [] }, 'older'],
    ['the same one at another time', { ...ADAS, changedAt: AT }, 'unchanged'],
  ])('stays as it is before %s', async (_, layer, fate) => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    const before = await dump(database);
    const plan = await importInto(database, { ...SAMPLE, layers: [layer] });
    expect(plan.layers).toMatchObject([{ fate }]);
    expect(await dump(database)).toEqual(before);
  });
});

describe('a write that fails anywhere in an import', () => {
  test.each<[string, (database: Database) => Promise<void>, Bundle, number]>([
    ['into an empty database', () => Promise.resolve(), SAMPLE, 8],
    ['over an earlier one', earlier, { ...SAMPLE, layers: SAMPLE.layers.map(newer) }, 8],
  ])('leaves the database as it was: %s', async (_, prepare, bundle, expected) => {
    const { failures, writes } = await failEveryWrite(prepare, (database) => importInto(database, bundle));
    expect(writes).toBeGreaterThanOrEqual(expected);
    for (const { error, before, after } of failures) {
      expect(error).toMatchObject({ problem: 'full' });
      expect(after).toEqual(before);
    }
  });

  async function earlier(database: Database): Promise<void> {
    await importInto(database, SAMPLE);
  }
});

describe('decisions and threads of a bundle', () => {
  const [first, second, third] = SAMPLE.decisions as readonly [Decision, Decision, Decision];
  const [thread] = SAMPLE.threads as readonly [Thread];

  test('are appended after those that are here, each once, and open a finished article again', async () => {
    const { database } = await openTestDisk();
    const mine = { ...third, id: 'mine' as Decision['id'] };
    await importInto(database, { ...SAMPLE, decisions: [first, mine] });
    const review = { projectId: SAMPLE.project.id, articleId: ADAS.articleId, finishedAt: AT, by: BOS.annotatorId };
    await saveReview(database, review);
    const plan = await importInto(database, SAMPLE);
    expect(plan.decisions.map(({ id }) => id)).toEqual(['d2', 'd3']);
    const rows = await database.decisions.toArray();
    expect(rows.map(({ id, number }) => [id, number])).toEqual([
      ['d1', 1],
      ['mine', 2],
      ['d2', 3],
      ['d3', 4],
    ]);
    expect(await database.reviews.count()).toBe(0);
    await saveReview(database, review);
    await importInto(database, SAMPLE);
    expect(await database.reviews.count()).toBe(1);
    expect(second.articleId).toBe(ADAS.articleId);
  });

  test('are united: a thread here gets the messages that it lacks', async () => {
    const { database } = await openTestDisk();
    const [message] = thread.messages as readonly [Message];
    const mine = { ...thread, messages: [{ ...message, id: 'mine' as Message['id'], at: '2024-01-01T00:00:00Z' }] };
    await importInto(database, { ...SAMPLE, threads: [mine] });
    const other = { ...thread, id: 'other' as Thread['id'] };
    const plan = await importInto(database, { ...SAMPLE, threads: [thread, other] });
    expect([plan.threads.length, plan.threadsAdded]).toEqual([2, 1]);
    const { threads } = await loadAll(database, SAMPLE);
    expect(threads.map(({ messages }) => messages.map(({ id }) => id))).toEqual([['m1'], ['mine', 'm1']]);
  });
});

describe('an export', () => {
  test('takes the chosen articles and annotators, and only the people who have a layer in it', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    const ids = new Set([ADAS.articleId]);
    const adas = await loadBundle(database, {
      project: SAMPLE.project,
      articleIds: ids,
      whose: { kind: 'some', annotatorIds: new Set([ADAS.annotatorId]) },
    });
    const none = { decisions: [], threads: [] };
    expect(adas).toEqual({ ...SAMPLE, ...none, annotators: [SAMPLE.annotators[0]], layers: [ADAS] });
    const nobodys = await loadBundle(database, {
      project: SAMPLE.project,
      articleIds: ids,
      whose: { kind: 'some', annotatorIds: new Set(['nobody' as typeof ADAS.annotatorId]) },
    });
    expect(nobodys).toEqual({ ...SAMPLE, ...none, annotators: [], layers: [] });
    const nothing = await loadBundle(database, { project: SAMPLE.project, articleIds: new Set(), whose: EVERYONE });
    expect(nothing).toEqual({ ...SAMPLE, ...none, annotators: [], articles: [], layers: [] });
  });

  test('has the labels that another tab has imported since', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    const before = { ...SAMPLE.project, labelSet: { labels: [], linkTypes: [] } };
    expect((await loadBundle(database, { project: before, articleIds: new Set(), whose: EVERYONE })).project).toEqual(
      SAMPLE.project,
    );
  });

  test('leaves out articles of another project and those it does not know', async () => {
    const { database } = await openTestDisk();
    await importInto(database, SAMPLE);
    const other = { ...SAMPLE.project, id: 'p2' as Bundle['project']['id'] };
    const ids = new Set([ADAS.articleId, 'unknown' as Article['id']]);
    expect(await loadBundle(database, { project: other, articleIds: ids, whose: EVERYONE })).toEqual({
      project: other,
      annotators: [],
      articles: [],
      layers: [],
      decisions: [],
      threads: [],
    });
  });
});

function importInto(database: Database, bundle: Bundle) {
  return importBundle(database, bundle.project, bundle, writing(AT, 13));
}

function loadAll(database: Database, { project, articles }: Bundle): Promise<Bundle> {
  return loadBundle(database, { project, articleIds: new Set(articles.map(({ id }) => id)), whose: EVERYONE });
}

/** What an export takes of a bundle: layers that were begun, their annotators, and who decided or wrote something. */
function begun(bundle: Bundle): Bundle {
  const layers = bundle.layers.filter(({ status }) => status !== 'not-started');
  const people = new Set([
    ...layers.map(({ annotatorId }) => annotatorId),
    ...bundle.decisions.map(({ by }) => by),
    ...bundle.threads.flatMap(({ messages }) => messages.map(({ by }) => by)),
  ]);
  return { ...bundle, layers, annotators: bundle.annotators.filter(({ id }) => people.has(id)) };
}

function keyOf({ articleId, annotatorId }: Layer): LayerKey {
  return { projectId: SAMPLE.project.id, articleId, annotatorId };
}

/** The layer a day later: a span more, another note, and done. */
function newer(layer: Layer): Layer {
  const day = Number(layer.changedAt.slice(8, 10)) + 1;
  const changedAt = `${layer.changedAt.slice(0, 8)}${day}${layer.changedAt.slice(10)}`;
  const spans = layer.spans.map((span) => ({ ...span, note: `${span.note}!` }));
  const more: Span = { ...ADAS.spans[1]!, id: `more ${day}` as SpanId, ranges: [{ from: 60 + day - 17, to: 70 }] };
  return { ...layer, status: 'done', spans: [...spans, more], changedAt };
}

/** One edit made in this browser: the first span's note. */
async function editHere(database: Database, key: LayerKey, note: string): Promise<void> {
  const stored = await loadLayer(database, key);
  const before = stored.layer.spans[0]!;
  const edit = { kind: 'replace-span' as const, before, after: { ...before, note } };
  await appendStep(database, key, nextStep(stored, { edit, cause: { kind: 'new' }, at: AT }));
}

function rowsOf(tables: Awaited<ReturnType<typeof dump>>, key: LayerKey): readonly unknown[] {
  return [tables['layers'], tables['snapshots'], tables['entries']].map((rows) =>
    (rows as LayerKey[]).filter(({ annotatorId }) => annotatorId === key.annotatorId),
  );
}

/** Writing at this time; every article counts so many words. */
function writing(at: string, words: number): Writing {
  return { at, countWords: () => words, report: () => undefined };
}
