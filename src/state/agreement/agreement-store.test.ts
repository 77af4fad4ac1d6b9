import 'fake-indexeddb/auto';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type AgreementReport } from '#core/agreement/report.ts';
import { type AnnotatorId, type LayerStatus } from '#core/project/project.ts';
import { bundleOf } from '#core/search/corpus.arbitrary.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { writeBundle } from '#formats/native/write.ts';
import { openTestBrowser, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';

const AT = '2024-06-17T09:30:00.000Z';
const LATER = '2024-06-18T09:30:00.000Z';
const TEXT = 'Mayor Ada Lind met Bo Ek at the Harbor Times.';
const QUICK = { resamples: 20, gamma: undefined };

/** What three people marked as names on one article, as a file. */
function bundleText(statusOfCy: LayerStatus = 'in-progress'): string {
  const bundle = bundleOf([
    {
      title: 'Harbour',
      text: TEXT,
      layers: [
        { by: 'Ada', status: 'done', spans: names('Ada Lind', 'Bo Ek') },
        { by: 'Bo', status: 'done', spans: names('Mayor Ada Lind', 'Bo Ek', 'Harbor Times') },
        { by: 'Cy', status: statusOfCy, spans: names('Bo Ek') },
      ],
    },
  ]);
  const id = articleIdOf(TEXT);
  return writeBundle({
    ...bundle,
    articles: bundle.articles.map((article) => ({ ...article, id })),
    layers: bundle.layers.map((layer) => ({
      ...layer,
      articleId: id,
      changedAt: layer.annotatorId === 'Cy' && statusOfCy === 'done' ? LATER : AT,
      spans: layer.spans.map((span) => ({ ...span, createdAt: AT, changedAt: AT })),
    })),
  });
}

function names(...words: readonly string[]) {
  return words.map((each) => ({ label: 'entity', words: each }));
}

async function openWith(content: string): Promise<{ readonly browser: TestBrowser; readonly tab: TestTab }> {
  const browser = await openTestBrowser();
  browser.seeds = [];
  const tab = await browser.openTab();
  await tab.transfer.getState().read([new File([content], 'a.json')]);
  await tab.transfer.getState().write();
  await tab.library.getState().refresh();
  return { browser, tab };
}

test('the figures of the screen are those of the command line, to the last digit', async () => {
  const content = bundleText();
  const { browser, tab } = await openWith(content);
  await tab.agreement.getState().choose({ resamples: 20 });
  expect(tab.agreement.getState()).toMatchObject({ phase: 'ready', failure: '' });
  await tab.agreement.getState().saveReport('json');
  const { fileName, blob } = browser.downloads.at(-1)!;
  expect(fileName).toMatch(/\.agreement\.json$/);
  expect(await blob.text()).toBe(await commandLine(content, '--json', '--resamples', '20'));
});

test('a choice computes again, and who is left out is not in the report', async () => {
  const { tab } = await openWith(bundleText());
  const { choose } = tab.agreement.getState();
  await choose(QUICK);
  expect(reportIn(tab).annotatorIds).toEqual(['Ada', 'Bo']);
  await choose({ includesInProgress: true });
  expect(reportIn(tab).annotatorIds).toEqual(['Ada', 'Bo', 'Cy']);
  await choose({ annotatorIds: ['Ada', 'Cy'] as AnnotatorId[] });
  expect(reportIn(tab).annotatorIds).toEqual(['Ada', 'Cy']);
  expect(reportIn(tab).method.settings.annotatorIds).toEqual(['Ada', 'Cy']);
});

test('coming back computes nothing as long as nothing has changed on the disk, even where the library was read anew', async () => {
  const { tab } = await openWith(bundleText());
  await tab.agreement.getState().choose(QUICK);
  const first = reportIn(tab);
  await tab.agreement.getState().visit();
  await tab.library.getState().refresh();
  await tab.agreement.getState().visit();
  expect(reportIn(tab)).toBe(first);
});

test('what another tab has changed is computed on coming back, though this tab has heard nothing of it', async () => {
  const { browser, tab } = await openWith(bundleText());
  await tab.agreement.getState().choose(QUICK);
  await finishCy(await browser.openTab());
  await tab.agreement.getState().visit();
  expect(reportIn(tab).annotatorIds).toEqual(['Ada', 'Bo', 'Cy']);
});

test('what changes while figures are computed is in them at the end, and nothing is computed twice for no reason', async () => {
  const { browser, tab } = await openWith(bundleText());
  const other = await browser.openTab();
  const { compute, visit, choose } = tab.agreement.getState();
  await choose(QUICK);
  let reports = 0;
  tab.agreement.subscribe(({ report }, before) => {
    if (report !== before.report) reports += 1;
  });
  let looks = 0;
  // Cy's file is there by the time at which it is looked whether anything has changed.
  tab.annotate.setState({
    settled: async () => {
      looks += 1;
      if (looks === 2) await finishCy(other);
    },
  });
  const computing = compute();
  await visit();
  await computing;
  expect(reports).toBe(2);
  expect(reportIn(tab).annotatorIds).toEqual(['Ada', 'Bo', 'Cy']);
  await Promise.all([compute(), visit()]);
  expect(reports).toBe(3);
});

test('what was cancelled is not begun again by coming back', async () => {
  const { tab } = await openWith(bundleText());
  const { compute, cancel, visit } = tab.agreement.getState();
  const computing = compute();
  cancel();
  await computing;
  await visit();
  expect(tab.agreement.getState()).toMatchObject({ phase: 'cancelled', report: undefined });
});

test('what is behind a figure is looked up, and a worker that has nothing says so', async () => {
  const { tab } = await openWith(bundleText());
  const { choose, lookBehind, closeBehind } = tab.agreement.getState();
  const all = { kind: 'disagreements', pair: undefined, label: undefined, articleId: undefined } as const;
  await lookBehind(all, 'All');
  expect(tab.agreement.getState().behind).toMatchObject({ found: undefined, failure: 'no agreement was computed' });
  await choose(QUICK);
  await lookBehind(all, 'All');
  expect(tab.agreement.getState().behind).toMatchObject({ title: 'All', found: { count: 2 }, failure: '' });
  closeBehind();
  expect(tab.agreement.getState().behind).toBeUndefined();
});

test('cancelling keeps the report before, and leaving the project lets go of it', async () => {
  const { tab } = await openWith(bundleText());
  const { choose, compute, cancel, leaveProject } = tab.agreement.getState();
  await choose(QUICK);
  const before = reportIn(tab);
  const computing = compute();
  cancel();
  await computing;
  expect(tab.agreement.getState()).toMatchObject({ phase: 'cancelled', report: before, failure: '' });
  leaveProject();
  expect(tab.agreement.getState()).toMatchObject({ phase: 'closed', report: undefined });
});

/** Cy’s file comes in once more, now that Cy is done. */
async function finishCy(tab: TestTab): Promise<void> {
  await tab.transfer.getState().read([new File([bundleText('done')], 'cy.json')]);
  await tab.transfer.getState().write();
}

function reportIn(tab: TestTab): AgreementReport {
  return tab.agreement.getState().report!;
}

/** What `npm run agreement` prints for the file. */
async function commandLine(content: string, ...args: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spanmark-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'a.json'), content);
  const start = join(import.meta.dirname, '../../cli/start-agreement.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [start, 'a.json', ...args], { cwd: folder }, (_error, output) => {
      resolve(output);
    });
  });
}
