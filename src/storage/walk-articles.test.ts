import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { type Database } from './database.ts';
import { importBundle } from './import-bundle.ts';
import { loadBundle } from './load-bundle.ts';
import { openTestDisk } from './test-database.arbitrary.ts';
import { walkArticles } from './walk-articles.ts';
import { type BundleChoice } from './walk-start.ts';

const SAMPLE = sampleBundle();

async function walked(database: Database, choice: BundleChoice) {
  const articles: { readonly article: Article; readonly layers: readonly Layer[] }[] = [];
  const reviews: Pick<Bundle, 'decisions' | 'threads'>[] = [];
  const reports: string[] = [];
  let start: Pick<Bundle, 'project' | 'annotators'> | undefined;
  await walkArticles(database, choice, {
    start: (project, annotators) => {
      start = { project, annotators };
    },
    article: (article, layers) => articles.push({ article, layers }),
    review: (review) => reviews.push(review),
    report: (done, total) => reports.push(`${done}/${total}`),
  });
  return { ...start!, articles, reviews, reports };
}

async function stored(bundle: Bundle): Promise<{ readonly database: Database; readonly choice: BundleChoice }> {
  const { database } = await openTestDisk();
  await importBundle(database, bundle.project, bundle, {
    at: '2024-06-20T09:00:00.000Z',
    countWords: () => 1,
    report: () => undefined,
  });
  const articleIds = new Set(bundle.articles.map(({ id }) => id));
  return { database, choice: { project: bundle.project, articleIds, whose: EVERYONE } };
}

test('each article comes with its layers, and all of it is what a bundle has', async () => {
  await fc.assert(
    fc.asyncProperty(bundleArbitrary(), async (bundle) => {
      const { database, choice } = await stored(bundle);
      const { project, annotators, articles, reviews, reports } = await walked(database, choice);
      const layers = articles.flatMap((each) => each.layers);
      expect({ project, annotators, articles: articles.map(({ article }) => article), layers }).toEqual(
        withoutReviews(await loadBundle(database, { ...choice, leavesOutReviews: true })),
      );
      const { decisions, threads } = await loadBundle(database, choice);
      expect(reviews.flatMap((each) => each.decisions)).toEqual(decisions);
      expect(reviews.flatMap((each) => each.threads)).toEqual(threads);
      for (const { article, layers: own } of articles) {
        expect(own.every(({ articleId }) => articleId === article.id)).toBe(true);
      }
      expect(reports).toEqual(bundle.articles.map((_, index) => `${index + 1}/${bundle.articles.length}`));
    }),
    { seed: 20240617, numRuns: 20 },
  );
});

function withoutReviews({ project, annotators, articles, layers }: Bundle) {
  return { project, annotators, articles, layers };
}

test('an article whose only layers are not chosen comes without any, and one of nobody’s project not at all', async () => {
  const { database, choice } = await stored(SAMPLE);
  const nobodys = await walked(database, {
    ...choice,
    whose: { kind: 'some', annotatorIds: new Set(['nobody' as Layer['annotatorId']]) },
  });
  expect(nobodys.articles).toEqual(SAMPLE.articles.map((article) => ({ article, layers: [] })));
  const project = { ...SAMPLE.project, id: 'other' as Bundle['project']['id'] };
  expect((await walked(database, { ...choice, project })).articles).toEqual([]);
});

test('what a visitor throws ends the walk', async () => {
  const { database, choice } = await stored(SAMPLE);
  const visiting = walkArticles(database, choice, {
    start: () => {
      throw new Error('enough');
    },
    article: () => {
      expect.unreachable();
    },
    review: () => {
      expect.unreachable();
    },
    report: () => undefined,
  });
  await expect(visiting).rejects.toThrow();
});
