import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type CorpusState } from './corpus-store.ts';
import { type Progress } from './transfer-store.ts';
import { openTaxes, openTestBrowser, type TestBrowser, type TestTab } from './test-stores.arbitrary.ts';

/** A tab whose corpus is read, with an entity on “Rome”. */
async function visit(): Promise<{
  readonly browser: TestBrowser;
  readonly tab: TestTab;
  readonly corpus: () => CorpusState;
}> {
  const { browser, tab } = await openTaxes();
  tab.select('Rome');
  tab.do().applyLabel('entity' as LabelId);
  const corpus = tab.corpus.getState;
  await corpus().read();
  return { browser, tab, corpus };
}

/** Holds back the answers of the worker until each is let go. */
function holdAnswers(browser: TestBrowser): { readonly release: (() => void)[] } {
  const release: (() => void)[] = [];
  browser.beforeAnswer = () =>
    new Promise((resolve) => {
      release.push(resolve);
    });
  return { release };
}

describe('searching', () => {
  test('finds what is on the disk and what was just marked', async () => {
    const { corpus } = await visit();
    expect(corpus().phase).toBe('ready');
    await corpus().search('rome');
    expect(corpus().found).toMatchObject({ query: 'rome', count: 3, articleCount: 2 });
    await corpus().search('label:entity');
    expect(corpus().found).toMatchObject({ query: 'label:entity', count: 1 });
  });

  test('gives articles in the order of the library', async () => {
    const browser = await openTestBrowser();
    browser.seeds = ['D', 'C', 'B', 'A'].map((title) => ({ fileName: `${title}.txt`, text: `${title} is in Rome.\n` }));
    const tab = await browser.openTab();
    await tab.corpus.getState().read();
    await tab.corpus.getState().search('rome');
    const shownIds = tab.library.getState().articles.map(({ id }) => id);
    expect(shownIds).not.toEqual(shownIds.toSorted());
    expect(tab.corpus.getState().found!.articles.map(({ articleId }) => articleId)).toEqual(shownIds);
  });

  test('waits until everything is read, and answers what was asked last', async () => {
    const { tab } = await openTaxes();
    const corpus = tab.corpus.getState;
    await corpus().search('rained');
    await corpus().search('rome');
    expect(corpus()).toMatchObject({ phase: 'closed', found: undefined });
    await corpus().read();
    expect(corpus()).toMatchObject({ phase: 'ready', found: { query: 'rome', count: 2 } });
  });

  test('drops an answer that comes after a newer query', async () => {
    const { browser, corpus } = await visit();
    const { release } = holdAnswers(browser);
    const first = corpus().search('rome');
    const second = corpus().search('taxes');
    release[1]!();
    await second;
    expect(corpus().found?.query).toBe('taxes');
    release[0]!();
    await first;
    expect(corpus().found?.query).toBe('taxes');
  });

  test('drops the answer where the field was emptied since, and shows none', async () => {
    const { browser, corpus } = await visit();
    const { release } = holdAnswers(browser);
    const first = corpus().search('rome');
    await corpus().search(' in:text ');
    release[0]!();
    await first;
    expect(corpus().found).toBeUndefined();
  });

  test('leaves out articles that were taken out of the library, once they are read again', async () => {
    const { tab, corpus } = await visit();
    await corpus().search('rome');
    await tab.library.getState().remove(tab.library.getState().articles[0]!.id);
    await corpus().read();
    expect(corpus().found).toMatchObject({ count: 2, articleCount: 1 });
  });

  test('shows only the last of two readings', async () => {
    const { browser, corpus } = await visit();
    const { release } = holdAnswers(browser);
    const first = corpus().read();
    await vi.waitFor(() => expect(release).toHaveLength(1));
    const second = corpus().read();
    await vi.waitFor(() => expect(release).toHaveLength(2));
    release[0]!();
    await first;
    expect(corpus().phase).toBe('reading');
    release[1]!();
    await second;
    expect(corpus().phase).toBe('ready');
  });

  test('says why the disk could not be read, and can try again', async () => {
    const { browser, tab } = await openTaxes();
    const corpus = tab.corpus.getState;
    await tab.do().settled();
    browser.disk.database.close();
    await corpus().read();
    expect(corpus()).toMatchObject({ phase: 'failed', failure: expect.stringContaining('closed') as string });
    await browser.disk.database.open();
    await corpus().read();
    expect(corpus()).toMatchObject({ phase: 'ready', failure: '' });
  });

  test('says why the worker failed, and answers after another reading', async () => {
    const { browser, corpus } = await visit();
    browser.beforeAnswer = () => Promise.reject(new Error('the search worker failed'));
    await corpus().search('rome');
    expect(corpus()).toMatchObject({ phase: 'failed', failure: 'the search worker failed', found: undefined });
    browser.beforeAnswer = () => Promise.resolve();
    await corpus().read();
    expect(corpus()).toMatchObject({ phase: 'ready', found: { query: 'rome' } });
  });

  test('ends with the visit: nothing of it is shown at the next', async () => {
    const { browser, corpus } = await visit();
    const { release } = holdAnswers(browser);
    const late = corpus().search('rome');
    corpus().close();
    release[0]!();
    await late;
    expect(corpus()).toMatchObject({ phase: 'closed', found: undefined, counted: undefined });
    browser.beforeAnswer = () => Promise.resolve();
    await corpus().read();
    expect(corpus().found).toBeUndefined();
  });
});

describe('reading', () => {
  test('says how far it is, up to all articles and layers', async () => {
    const { tab, corpus } = await visit();
    const seen: Progress[] = [];
    tab.corpus.subscribe(({ progress }) => progress && seen.push(progress));
    await corpus().read();
    expect(seen.map(({ done, total }) => `${done}/${total}`)).toEqual(['1/3', '2/3', '3/3']);
    expect(corpus()).toMatchObject({ phase: 'ready', progress: undefined });
  });

  test('that is cancelled keeps what was found, and can be done after all', async () => {
    const { tab, corpus } = await visit();
    await corpus().search('rome');
    const stop = tab.corpus.subscribe(({ progress }) => progress && corpus().cancel());
    await corpus().read();
    stop();
    expect(corpus()).toMatchObject({ phase: 'cancelled', progress: undefined, failure: '', found: { query: 'rome' } });
    await corpus().search('taxes');
    expect(corpus().found?.query).toBe('rome');
    await corpus().read();
    expect(corpus()).toMatchObject({ phase: 'ready', found: { query: 'taxes' } });
    corpus().cancel();
    expect(corpus().phase).toBe('ready');
    await corpus().count({ annotatorId: tab.session.getState().annotatorId, isDoneOnly: false });
    expect(corpus().counted).toMatchObject({ spanCount: 1 });
  });
});

describe('counting', () => {
  test('gives the figures of the annotator, and the last choice wins', async () => {
    const { browser, tab, corpus } = await visit();
    const { annotatorId } = tab.session.getState();
    await corpus().count({ annotatorId, isDoneOnly: false });
    expect(corpus().counted).toMatchObject({
      choice: { annotatorId, isDoneOnly: false },
      spanCount: 1,
      progress: { 'in-progress': 1, 'not-started': 1 },
    });
    const { release } = holdAnswers(browser);
    const first = corpus().count({ annotatorId, isDoneOnly: false });
    const second = corpus().count({ annotatorId, isDoneOnly: true });
    release[1]!();
    await second;
    release[0]!();
    await first;
    expect(corpus().counted).toMatchObject({ choice: { isDoneOnly: true }, spanCount: 0 });
  });

  test('says why it failed', async () => {
    const { browser, tab, corpus } = await visit();
    browser.beforeAnswer = () => Promise.reject(new Error('no answer'));
    await corpus().count({ annotatorId: tab.session.getState().annotatorId, isDoneOnly: false });
    expect(corpus()).toMatchObject({ phase: 'failed', failure: 'no answer' });
  });

  test('its figures are downloaded as CSV, once there are any', async () => {
    const { browser, tab, corpus } = await visit();
    corpus().downloadFigures();
    expect(browser.downloads).toEqual([]);
    await corpus().count({ annotatorId: tab.session.getState().annotatorId, isDoneOnly: false });
    corpus().downloadFigures();
    const [file] = browser.downloads;
    expect(file!.fileName).toBe('my-project.statistics.csv');
    expect(file!.blob.type).toBe('text/csv');
    expect(await file!.blob.text()).toContain('\r\nLabels,Entity,spans,1\r\n');
  });
});
