import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type Bundle } from '#core/bundle/bundle.ts';
import { goldBundle } from '#core/bundle/gold-bundle.ts';
import { EVERYONE, type Whose } from '#core/bundle/whose.ts';
import { type ArticleId, type Layer } from '#core/project/project.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { type Database } from './database.ts';
import { importBundle } from './import-bundle.ts';
import { loadBundle } from './load-bundle.ts';
import { saveReview } from './reviews.ts';
import { openTestDisk } from './test-database.arbitrary.ts';
import { walkArticles } from './walk-articles.ts';

const SAMPLE = sampleBundle();
const [ARTICLE] = SAMPLE.articles;
const PARTLY: Whose = { kind: 'gold', includesPartly: true };
const DONE: Whose = { kind: 'gold', includesPartly: false };

/** The sample, in which one decision is missing until Ada’s layer is done, and an article that nobody has touched. */
async function stored(): Promise<{ readonly database: Database; readonly bundle: Bundle }> {
  const { database } = await openTestDisk();
  const other = { ...ARTICLE!, id: articleIdOf('Other.'), text: 'Other.', title: 'Other' };
  const layers = SAMPLE.layers.map((layer) => ({ ...layer, status: 'done' as const }));
  const bundle = { ...SAMPLE, articles: [...SAMPLE.articles, other], layers };
  await importBundle(database, bundle.project, bundle, {
    at: '2024-06-20T09:00:00.000Z',
    countWords: () => 1,
    report: () => undefined,
  });
  return { database, bundle };
}

function load(database: Database, bundle: Bundle, whose: Whose): Promise<Bundle> {
  return loadBundle(database, {
    project: bundle.project,
    articleIds: new Set(bundle.articles.map(({ id }) => id)),
    whose,
  });
}

test('gold is read as the bundle’s own decisions give it, with articles that are done or those that are begun', async () => {
  const { database, bundle } = await stored();
  const whole = await load(database, bundle, EVERYONE);
  expect(await load(database, bundle, PARTLY)).toEqual(goldBundle(whole, true));
  expect((await load(database, bundle, PARTLY)).layers).toMatchObject([
    { articleId: ARTICLE!.id, status: 'in-progress' },
  ]);
  expect(await load(database, bundle, DONE)).toMatchObject({ articles: [], layers: [] });
});

test('an article that a reviewer has called finished is in gold only with nothing open in the layers that were compared', async () => {
  const { database, bundle } = await stored();
  const { id: projectId } = bundle.project;
  const by = bundle.annotators[1]!.id;
  const row = { projectId, articleId: ARTICLE!.id, finishedAt: '2024-06-21T09:00:00.000Z', by };
  await saveReview(database, row);
  expect((await load(database, bundle, DONE)).layers).toEqual([]);
  await saveReview(database, { ...row, compared: [] });
  const { layers } = await load(database, bundle, DONE);
  expect(layers.map(({ status, spans }) => [status, spans.map(({ label }) => label)])).toEqual([['done', ['quote']]]);
});

test('articles come with gold as their only layer, and those without it not at all', async () => {
  const { database, bundle } = await stored();
  const seen: (readonly [ArticleId, readonly Layer['annotatorId'][]])[] = [];
  let announced: readonly ArticleId[] = [];
  const articleIds = new Set(bundle.articles.map(({ id }) => id));
  await walkArticles(
    database,
    { project: bundle.project, articleIds, whose: PARTLY },
    {
      start: (_project, annotators, ids) => {
        announced = ids;
        expect(annotators.map(({ name }) => name)).toEqual(['Gold']);
      },
      article: ({ id }, layers) => seen.push([id, layers.map(({ annotatorId }) => annotatorId)]),
      review: () => {
        expect.unreachable();
      },
      report: () => undefined,
    },
  );
  expect(seen).toEqual([[ARTICLE!.id, ['gold']]]);
  expect(announced).toEqual([ARTICLE!.id]);
});

test('what reviewers said goes out with everybody’s layers only', async () => {
  const { database, bundle } = await stored();
  const some = await load(database, bundle, { kind: 'some', annotatorIds: new Set([bundle.annotators[0]!.id]) });
  expect([some.decisions, some.threads, some.annotators.length]).toEqual([[], [], 1]);
  expect((await load(database, bundle, EVERYONE)).decisions).toHaveLength(3);
});
