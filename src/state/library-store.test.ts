import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Layer } from '#core/project/project.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { type Database } from '#storage/database.ts';
import { type Dependencies } from './dependencies.ts';
import { createLibraryStore, type LibraryState, type LibraryStore } from './library-store.ts';
import { createSessionStore } from './session-store.ts';
import { openTestBrowser, RAIN, TAXES, type TestTab } from './test-stores.arbitrary.ts';

describe('the seed articles', () => {
  test('are added at the first start and never again', async () => {
    const browser = await openTestBrowser();
    const first = await browser.openTab();
    expect(titles(first)).toEqual(['Rain', 'Taxes']);
    expect(now(first)).toMatchObject({ phase: 'ready', failure: '', seedProblems: [] });
    expect(now(first).articles[1]).toMatchObject({
      title: 'Taxes',
      source: 'taxes.txt',
      language: 'en',
      words: 19,
      removed: false,
      progress: [],
    });
    expect(now(await browser.openTab()).articles).toEqual(now(first).articles);
  });

  test('that are all there already cost no write', async () => {
    const browser = await openTestBrowser();
    await browser.openTab();
    browser.disk.beforeWrite = (table) => {
      if (table === 'articles' || table === 'texts') throw diskFull();
    };
    expect(now(await browser.openTab())).toMatchObject({ phase: 'ready', failure: '' });
  });

  test('that come later are added then', async () => {
    const browser = await openTestBrowser();
    browser.seeds = [TAXES];
    expect(titles(await browser.openTab())).toEqual(['Taxes']);
    browser.seeds = [RAIN, TAXES];
    expect(titles(await browser.openTab())).toEqual(['Taxes', 'Rain']);
  });

  test('that cannot be read are told, and the others come in', async () => {
    const browser = await openTestBrowser();
    browser.seeds = [{ fileName: 'empty.txt', text: ' \n' }, TAXES];
    const tab = await browser.openTab();
    expect(titles(tab)).toEqual(['Taxes']);
    expect(now(tab).seedProblems).toEqual([expect.stringMatching(/^empty\.txt: .*no text/)]);
  });

  test('that cannot be added leave the library to be read', async () => {
    const browser = await openTestBrowser();
    browser.seeds = [TAXES];
    await browser.openTab();
    browser.seeds = [TAXES, RAIN];
    browser.disk.beforeWrite = (table) => {
      if (table === 'texts') throw diskFull();
    };
    const tab = await browser.openTab();
    expect(titles(tab)).toEqual(['Taxes']);
    expect(now(tab)).toMatchObject({ phase: 'ready', failure: expect.stringContaining('disk space') as string });
  });
});

describe('an article of the library', () => {
  test('that is taken out stays out after a reload, and can be put back', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const { id } = now(tab).articles[1]!;
    await now(tab).remove(id);
    for (const each of [tab, await browser.openTab()]) {
      expect(now(each).articles.map(({ title, removed }) => [title, removed])).toEqual([
        ['Rain', false],
        ['Taxes', true],
      ]);
    }
    await now(tab).putBack(id);
    for (const each of [tab, await browser.openTab()]) expect(now(each).articles[1]!.removed).toBe(false);
  });

  test('that is taken out keeps its layers', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await tagSomething(tab);
    const { id } = now(tab).articles[1]!;
    await now(tab).remove(id);
    await now(tab).refresh();
    expect(now(tab).articles[1]!.progress).toMatchObject([{ status: 'in-progress', spanCount: 1 }]);
    await tab.open('Taxes');
    expect(tab.do().layer.spans).toHaveLength(1);
  });

  test('shows how far everyone is with it', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const ada = tab.session.getState().annotatorId;
    await tagSomething(tab);
    await tab.session.getState().addAnnotator('Bo');
    const bo = tab.session.getState().annotatorId;
    await tab.open('Taxes');
    tab.do().setStatus('done');
    await tab.do().settled();
    await now(tab).refresh();
    expect(now(tab).articles[1]!.progress).toEqual([
      { annotatorId: ada, status: 'in-progress', spanCount: 1 },
      { annotatorId: bo, status: 'done', spanCount: 0 },
    ]);
    expect(now(tab).articles[0]!.progress).toEqual([]);
  });

  test('shows an open layer as it is in memory', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await tab.open('Taxes');
    const { layer } = tab.do();
    now(tab).showLayer({ ...layer, status: 'done' });
    const { annotatorId } = layer;
    expect(now(tab).articles.map(({ progress }) => progress)).toEqual([
      [],
      [{ annotatorId, status: 'done', spanCount: 0 }],
    ]);
    now(tab).showLayer({ ...layer, status: 'in-progress', spans: [{}, {}] as unknown as Layer['spans'] });
    expect(now(tab).articles[1]!.progress).toEqual([{ annotatorId, status: 'in-progress', spanCount: 2 }]);
  });
});

describe('a large library', () => {
  const MANY = Array.from({ length: 45 }, (_, index) => `Report ${String(index).padStart(2, '0')}`);

  async function large() {
    const browser = await openTestBrowser();
    browser.seeds = MANY.map((title) => ({ fileName: `${title}.txt`, text: `---\ntitle: ${title}\n---\n${title}.\n` }));
    return { browser, tab: await browser.openTab() };
  }

  test('shows its first articles while all of them are read, and none of them counts as the library', async () => {
    const { tab } = await large();
    await tab.open('Report 01');
    tab.do().setStatus('done');
    await tab.do().settled();
    await now(tab).remove(now(tab).articles[0]!.id);
    const seen: LibraryState[] = [];
    tab.library.subscribe((state) => seen.push(state));
    await now(tab).switchOver();
    const opening = seen.find((state) => state.opening)!;
    expect(opening).toMatchObject({ phase: 'loading', articles: [] });
    expect(opening.opening!.map(({ title }) => title)).toEqual(MANY.slice(1, 31));
    expect(opening.opening![0]!.progress).toMatchObject([{ status: 'done' }]);
    expect(seen.filter(({ articles }) => articles.length > 0)).toHaveLength(1);
    expect(now(tab)).toMatchObject({ phase: 'ready', opening: undefined });
    expect(titles(tab)).toEqual(MANY);
    expect(now(tab).present()).toHaveLength(MANY.length - 1);
  });

  test('is waited for by what needs all of it', async () => {
    const { tab } = await large();
    const switching = now(tab).switchOver();
    expect(titles(tab)).toEqual([]);
    await now(tab).whenRead();
    expect(titles(tab)).toEqual(MANY);
    await switching;
  });

  test('is counted whole even where counting is asked for while it is read', async () => {
    const { tab } = await large();
    void now(tab).switchOver();
    const { read, count } = tab.corpus.getState();
    await read();
    await count({ annotatorId: tab.session.getState().annotatorId, isDoneOnly: false });
    expect(tab.corpus.getState().counted!.progress['not-started']).toBe(MANY.length);
  });

  test('of which an article is taken out while it is read does not show it again', async () => {
    const { tab } = await large();
    const { id } = now(tab).articles[3]!;
    const switching = now(tab).switchOver();
    await now(tab).remove(id);
    await switching;
    expect(now(tab).find(id)!.removed).toBe(true);
  });
});

test('an edit, and taking an article out, leaves every other article the one that it was', async () => {
  const tab = await (await openTestBrowser()).openTab();
  const [rain, taxes] = now(tab).articles;
  await tab.open('Taxes');
  now(tab).showLayer({ ...tab.do().layer, status: 'done' });
  expect(now(tab).articles[0]).toBe(rain);
  expect(now(tab).articles[1]).not.toBe(taxes);
  const changed = now(tab).articles[1];
  await now(tab).remove(rain!.id);
  expect(now(tab).articles[1]).toBe(changed);
  expect(now(tab).present()).toEqual([changed]);
});

describe('a disk that refuses', () => {
  test.each<[string, (library: LibraryState) => Promise<void>]>([
    ['to take an article out', (library) => library.remove(library.articles[0]!.id)],
    ['to put one back', (library) => library.putBack(library.articles[0]!.id)],
    ['to be read again', (library) => library.refresh()],
    ['to start again', (library) => library.load()],
  ])('%s leaves the library as it was shown, and says so', async (_, act) => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const { articles } = now(tab);
    browser.disk.database.close();
    await act(now(tab));
    expect(now(tab)).toMatchObject({ phase: 'ready', articles, failure: expect.stringContaining('closed') as string });
  });

  test('at the start leaves nothing to show', async () => {
    const browser = await openTestBrowser();
    const { database } = browser.disk;
    const library = storeWithoutSeeds(database);
    expect(library.getState().phase).toBe('loading');
    await library.getState().load();
    expect(library.getState()).toMatchObject({ phase: 'ready', articles: [], failure: 'not here' });
    database.close();
    const other = storeWithoutSeeds(database);
    await other.getState().load();
    expect(other.getState()).toMatchObject({ phase: 'failed', failure: expect.stringContaining('closed') as string });
  });

  test('says nothing any more once it works', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    await now(tab).remove(now(tab).articles[0]!.id);
    expect(now(tab).failure).toContain('disk space');
    browser.disk.beforeWrite = () => undefined;
    await now(tab).remove(now(tab).articles[0]!.id);
    expect(now(tab)).toMatchObject({ failure: '', articles: [{ removed: true }, { removed: false }] });
  });
});

function now({ library }: TestTab): LibraryState {
  return library.getState();
}

function titles(tab: TestTab): readonly string[] {
  return now(tab).articles.map(({ title }) => title);
}

async function tagSomething(tab: TestTab): Promise<void> {
  await tab.open('Taxes');
  tab.caretIn('Rome');
  tab.do().applyLabel('entity' as LabelId);
  await tab.do().settled();
}

/** A library whose seeds cannot be loaded. */
function storeWithoutSeeds(database: Database): LibraryStore {
  const loadSeeds = Promise.reject.bind(Promise, new Error('not here'));
  const dependencies = { database, now: () => '', loadSeeds } as unknown as Dependencies;
  return createLibraryStore(dependencies, createSessionStore(dependencies));
}
