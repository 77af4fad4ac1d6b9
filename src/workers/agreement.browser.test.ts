import { expect, test } from 'vitest';
import { agreementReport, DEFAULT_SETTINGS } from '#core/agreement/agreement-report.ts';
import { AS_GOLD } from '#core/agreement/gold-comparison.ts';
import { finish } from '#core/agreement/progress.ts';
import { goldBundle } from '#core/bundle/gold-bundle.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { bundleOf } from '#core/search/corpus.arbitrary.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { writeBundle } from '#formats/native/write.ts';
import { type AgreementProgress } from './agreement-work.ts';
import { createAgreeing } from './agreement.ts';
import { createTransfer } from './transfer.ts';

const AT = '2024-06-17T09:30:00.000Z';
const TEXT = 'Mayor Ada Lind met Bo Ek of the Harbor Times at the old town hall of Lind on Monday.';

function marked(words: readonly string[]) {
  return words.map((each) => ({ label: 'entity', words: each }));
}

/** Three people who marked much the same, each a little otherwise. */
function crowded(): Bundle {
  const bundle = bundleOf([
    {
      title: 'Harbour',
      text: TEXT,
      layers: [
        {
          by: 'Ada',
          status: 'done',
          spans: marked(['Mayor Ada Lind met', 'Lind met Bo', 'Bo Ek of the', 'town hall']),
        },
        {
          by: 'Bo',
          status: 'done',
          spans: marked(['Ada Lind', 'Lind met Bo Ek', 'Ek of the Harbor', 'old town hall']),
        },
        { by: 'Cy', status: 'done', spans: marked(['Mayor Ada', 'met Bo Ek', 'of the Harbor Times', 'hall of Lind']) },
      ],
    },
  ]);
  const id = articleIdOf(TEXT);
  return {
    ...bundle,
    articles: bundle.articles.map((article) => ({ ...article, id })),
    layers: bundle.layers.map((layer) => ({
      ...layer,
      articleId: id,
      changedAt: AT,
      spans: layer.spans.map((span) => ({ ...span, createdAt: AT, changedAt: AT })),
    })),
  };
}

async function onDisk(bundle: Bundle): Promise<void> {
  const transfer = createTransfer();
  const file = new File([writeBundle(bundle)], 'crowded.json');
  const [read] = await transfer.readFiles([file], bundle.project, () => undefined);
  await transfer.write(read!.handle, { project: bundle.project, isNew: false, at: AT }, () => undefined);
}

test('a report is computed in the worker from the disk, is the same as without one, and its spans can be looked up', async () => {
  const bundle = crowded();
  await onDisk(bundle);
  const agreeing = createAgreeing();
  const settings = {
    ...DEFAULT_SETTINGS,
    includesGold: true,
    resamples: 50,
    gamma: { ...DEFAULT_SETTINGS.gamma!, samples: 40 },
  };
  const choice = { project: bundle.project, articleIds: new Set(bundle.articles.map(({ id }) => id)), settings };
  const told: AgreementProgress[] = [];
  const report = await agreeing.report(choice, (progress) => told.push(progress));
  const { articles, layers, project, decisions } = bundle;
  const gold = goldBundle(bundle, false).layers;
  const expected = finish(agreementReport({ articles, layers, labelSet: project.labelSet, decisions, gold }, settings));
  expect(report).toEqual(structuredClone(expected));
  expect(report.counts).toMatchObject({ articles: 1, spans: 12 });
  await expect.poll(() => told.length).toBeGreaterThan(0);

  // A search of no steps leaves everything to the program, which the worker loads by itself.
  const hard = { ...settings, gamma: { ...settings.gamma, mostNodes: 0 } };
  const helped = await agreeing.report({ ...choice, settings: hard }, (progress) => told.push(progress));
  expect(helped.headline.gamma!.leftOut).toEqual([]);
  expect(helped.headline.gamma!.gamma.value).toBeCloseTo(report.headline.gamma!.gamma.value!, 9);

  const { count, cases } = await agreeing.behind({ kind: 'disagreements' }, 2);
  expect(count).toBe(report.articles[0]!.disagreements);
  expect(cases).toHaveLength(2);
  const pair = { one: AS_GOLD, other: bundle.layers[0]!.annotatorId };
  expect(await agreeing.behind({ kind: 'disagreements', pair }, 9)).toEqual({ count: 0, cases: [] });
  agreeing.close();
});

test('what is cancelled is rejected, and the next report comes from a new worker', async () => {
  const bundle = crowded();
  await onDisk(bundle);
  const agreeing = createAgreeing();
  const gamma = { ...DEFAULT_SETTINGS.gamma!, samples: 1000 };
  const choice = { project: bundle.project, articleIds: new Set(bundle.articles.map(({ id }) => id)) };
  const first = agreeing.report({ ...choice, settings: { ...DEFAULT_SETTINGS, gamma } }, () => undefined);
  agreeing.close();
  await expect(first).rejects.toThrow('the agreement was closed');
  await expect(agreeing.behind({ kind: 'disagreements' }, 1)).rejects.toThrow('no agreement was computed');
  const quick = { ...DEFAULT_SETTINGS, resamples: 0, gamma: undefined };
  expect(await agreeing.report({ ...choice, settings: quick }, () => undefined)).toMatchObject({
    counts: { articles: 1 },
  });
  agreeing.close();
});
