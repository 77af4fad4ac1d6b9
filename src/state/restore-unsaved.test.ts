import 'fake-indexeddb/auto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { guidelinesInForce } from '#core/project/guidelines.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { loadUnsaved, takeBeside, UNSAVED } from '#storage/unsaved.ts';
import { restoreUnsaved } from './restore-unsaved.ts';
import { articleOf, goldOf, reviewTaxes } from './review/reviewed.arbitrary.ts';
import { openTaxes, openTestBrowser, shown, type TestBrowser, type TestTab } from './test-stores.arbitrary.ts';

const ENTITY = 'entity' as LabelId;

function tag(tab: TestTab, words: string): void {
  tab.select(words);
  tab.do().applyLabel(ENTITY);
}

/** What the next page does before it shows anything, with the locks of a tab of its own. */
async function restore({ disk, locks }: TestBrowser, patience = 20): Promise<void> {
  const tab = locks.openTab();
  await takeBeside(disk.database);
  const rows = await loadUnsaved(disk.database);
  await restoreUnsaved({ database: disk.database, requestTabLock: tab.request }, rows, patience);
  tab.close();
}

async function reopened(browser: TestBrowser): Promise<readonly string[]> {
  const next = await browser.openTab();
  await next.open('Taxes');
  return shown(next.do());
}

describe('edits that a page could not save any more', () => {
  test('are appended by the next page, in their order, and then forgotten', async () => {
    const { browser, tab } = await openTaxes();
    tag(tab, 'Rome');
    await tab.do().settled();
    browser.disk.beforeWrite = refuseEntries;
    tag(tab, 'Paris');
    tag(tab, 'Monday');
    tab.do().keepUnsaved();
    await tab.do().settled();
    tab.close();
    browser.disk.beforeWrite = () => undefined;
    expect(await loadUnsaved(browser.disk.database)).toHaveLength(1);
    await restore(browser);
    expect(await loadUnsaved(browser.disk.database)).toEqual([]);
    expect(await reopened(browser)).toEqual(['entity: Rome', 'entity: Monday', 'entity: Paris']);
  });

  test('are not written twice where the page had saved them after all', async () => {
    const { browser, tab } = await openTaxes();
    tag(tab, 'Rome');
    tab.do().keepUnsaved();
    const rows = await loadUnsaved(browser.disk.database);
    await tab.do().settled();
    tab.close();
    await browser.disk.database.settings.bulkPut([...rows]);
    expect(rows).toHaveLength(1);
    await restore(browser);
    expect(await browser.disk.database.entries.count()).toBe(1);
    expect(await reopened(browser)).toEqual(['entity: Rome']);
  });

  test('are forgotten once a page that was only hidden has saved them', async () => {
    const { browser, tab } = await openTaxes();
    tag(tab, 'Rome');
    tab.do().keepUnsaved();
    await tab.do().settled();
    await expect.poll(() => loadUnsaved(browser.disk.database)).toEqual([]);
  });

  test('are there also where the database could not take them any more, and are appended once', async () => {
    const beside = placeBeside();
    const { browser, tab } = await openTaxes();
    browser.disk.beforeWrite = refuseEntries;
    tag(tab, 'Rome');
    tab.do().keepUnsaved();
    await tab.do().settled();
    tab.close();
    browser.disk.beforeWrite = () => undefined;
    expect(beside.size).toBe(1);
    // The transaction of the last moment died with the page.
    await browser.disk.database.settings.where('key').startsWith(UNSAVED).delete();
    await restore(browser);
    expect([beside.size, await loadUnsaved(browser.disk.database)]).toEqual([0, []]);
    expect(await reopened(browser)).toEqual(['entity: Rome']);
    await restore(browser);
    expect(await browser.disk.database.entries.count()).toBe(1);
  });

  test('beside the database are forgotten with those in it', async () => {
    const beside = placeBeside();
    const { tab } = await openTaxes();
    tag(tab, 'Rome');
    tab.do().keepUnsaved();
    expect(beside.size).toBe(1);
    await tab.do().settled();
    await expect.poll(() => beside.size).toBe(0);
  });

  test('wait while another tab writes their layer', async () => {
    const { browser, tab } = await openTaxes();
    browser.disk.beforeWrite = refuseEntries;
    tag(tab, 'Rome');
    tab.do().keepUnsaved();
    await tab.do().settled();
    browser.disk.beforeWrite = () => undefined;
    await restore(browser);
    expect(await loadUnsaved(browser.disk.database)).toHaveLength(1);
    expect(await browser.disk.database.entries.count()).toBe(0);
  });

  test('are written where the page that kept them gives its layer back a moment later', async () => {
    const { browser, tab } = await openTaxes();
    browser.disk.beforeWrite = refuseEntries;
    tag(tab, 'Rome');
    tab.do().keepUnsaved();
    await tab.do().settled();
    browser.disk.beforeWrite = () => undefined;
    const restoring = restore(browser, 60_000);
    setTimeout(() => {
      tab.close();
    }, 50);
    await restoring;
    expect(await loadUnsaved(browser.disk.database)).toEqual([]);
    expect(await reopened(browser)).toEqual(['entity: Rome']);
  });

  test('come after those of somebody who went on, and stay where they do not fit any more', async () => {
    const { browser, tab } = await openTaxes();
    tag(tab, 'Rome');
    await tab.do().settled();
    browser.disk.beforeWrite = refuseEntries;
    tag(tab, 'Paris');
    tab.do().deleteSpan(tab.do().layer.spans.find(({ ranges }) => ranges[0]!.from < 70)!.id);
    tab.do().keepUnsaved();
    await tab.do().settled();
    tab.close();
    browser.disk.beforeWrite = () => undefined;
    const other = await browser.openTab();
    await other.open('Taxes');
    other.do().deleteSpan(other.do().layer.spans[0]!.id);
    await other.do().settled();
    other.close();
    await restore(browser);
    expect(await reopened(browser)).toEqual(['entity: Paris']);
    // What did not fit is seen in Settings, can be had as a file, and goes when it is discarded.
    const { copies } = await browser.openTab();
    await copies.getState().readUnsaved();
    const [kept] = copies.getState().unsaved;
    expect(kept).toMatchObject({ kind: 'edits', many: 1, at: expect.stringMatching(/^2024-06-17T/) as string });
    await copies.getState().downloadUnsaved(kept!.key);
    const [file] = browser.downloads;
    expect(file!.fileName).toMatch(/^unsaved-steps-.*\.json$/);
    expect(JSON.parse(await file!.blob.text())).toMatchObject([{ step: { edit: { kind: 'remove-span' } } }]);
    await copies.getState().discardUnsaved(kept!.key);
    expect(copies.getState()).toMatchObject({ unsaved: [], failure: '' });
    expect(await loadUnsaved(browser.disk.database)).toEqual([]);
  });
});

describe('decisions that a page could not save any more', () => {
  const TWO = { ann: ['entity: Ann Lee', 'entity: Rome'], bo: ['entity: Ann Lee'] };

  test('are made by the next page, in their order, with the article called finished', async () => {
    const { browser, tab, review } = await reviewTaxes(TWO);
    browser.disk.beforeWrite = refuseReviews;
    review().accept(0);
    review().reject();
    void review().finish();
    review().keepUnsaved();
    await review().settled();
    expect(review().saving.kind).toBe('failed');
    tab.close();
    browser.disk.beforeWrite = () => undefined;
    await restore(browser);
    const next = (await browser.openTab()).review.getState;
    await next().open(articleOf(tab, 'Taxes'));
    expect(next().log).toEqual(review().log);
    expect(next().finishedAt).toBe(review().finishedAt);
    expect(goldOf(next())).toEqual(['entity: Rome']);
    expect(await loadUnsaved(browser.disk.database)).toEqual([]);
  });

  test('are not made twice where the page had saved them after all, and are forgotten by one that was only hidden', async () => {
    const { browser, tab, review } = await reviewTaxes(TWO);
    review().accept(0);
    review().keepUnsaved();
    const rows = await loadUnsaved(browser.disk.database);
    expect(rows).toHaveLength(1);
    await review().settled();
    await expect.poll(() => loadUnsaved(browser.disk.database)).toEqual([]);
    tab.close();
    await browser.disk.database.settings.bulkPut([...rows]);
    await restore(browser);
    expect(await browser.disk.database.decisions.count()).toBe(1);
  });

  test('are forgotten once a later try has saved them', async () => {
    const { browser, review } = await reviewTaxes(TWO);
    browser.disk.beforeWrite = refuseReviews;
    review().accept(0);
    review().keepUnsaved();
    await review().settled();
    browser.disk.beforeWrite = () => undefined;
    expect(await loadUnsaved(browser.disk.database)).toHaveLength(1);
    review().retrySaving();
    await review().settled();
    await expect.poll(() => loadUnsaved(browser.disk.database)).toEqual([]);
  });

  test('leave an article open about which somebody decided since', async () => {
    const { browser, tab, review } = await reviewTaxes(TWO);
    review().accept(0);
    review().reject();
    await review().settled();
    browser.disk.beforeWrite = refuseReviews;
    void review().finish();
    review().keepUnsaved();
    await review().settled();
    tab.close();
    browser.disk.beforeWrite = () => undefined;
    const other = (await browser.openTab()).review.getState;
    await other().open(articleOf(tab, 'Taxes'));
    await other().undo();
    await other().settled();
    await restore(browser);
    expect(await browser.disk.database.reviews.count()).toBe(0);
  });

  test('and what the disk refuses at the next start stays for the one after', async () => {
    const { browser, tab, review } = await reviewTaxes(TWO);
    browser.disk.beforeWrite = refuseReviews;
    review().accept(0);
    review().keepUnsaved();
    await review().settled();
    tab.close();
    await restore(browser);
    expect(await loadUnsaved(browser.disk.database)).toHaveLength(1);
    browser.disk.beforeWrite = () => undefined;
    await restore(browser);
    expect(await browser.disk.database.decisions.count()).toBe(1);
  });
});

test('guidelines that a page could not save any more become a version of their own', async () => {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  browser.disk.beforeWrite = (table) => {
    if (table === 'projects') throw diskFull();
  };
  tab.guidelines.getState().writeText(undefined, 'Mark every name once.');
  tab.guidelines.getState().keepUnsaved();
  await expect.poll(() => tab.guidelines.getState().saving.kind).toBe('failed');
  tab.close();
  browser.disk.beforeWrite = () => undefined;
  await restore(browser);
  const next = await browser.openTab();
  expect(guidelinesInForce(next.session.getState().project.guidelines).text).toBe('Mark every name once.');
  expect(await loadUnsaved(browser.disk.database)).toEqual([]);
});

test('guidelines that a later try has saved do not come back over what was written since', async () => {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  const { writeText, keepUnsaved, retrySaving } = tab.guidelines.getState();
  browser.disk.beforeWrite = (table) => {
    if (table === 'projects') throw diskFull();
  };
  writeText(undefined, 'Mark every name once.');
  keepUnsaved();
  await expect.poll(() => tab.guidelines.getState().saving.kind).toBe('failed');
  browser.disk.beforeWrite = () => undefined;
  retrySaving();
  writeText(undefined, 'Mark every name each time.');
  await expect.poll(() => tab.guidelines.getState().saving.kind).toBe('saved');
  await expect.poll(() => loadUnsaved(browser.disk.database)).toEqual([]);
  tab.close();
  await restore(browser);
  const next = await browser.openTab();
  expect(guidelinesInForce(next.session.getState().project.guidelines).text).toBe('Mark every name each time.');
});

const isResolved = async ({ threads, do: annotate }: TestTab): Promise<boolean | undefined> => {
  await threads.getState().open(annotate().article.id);
  return threads.getState().threads[0]?.isResolved;
};
const begin = async () => {
  const { browser, tab } = await openTaxes();
  const { open, start } = tab.threads.getState();
  await open(tab.do().article.id);
  await start({ articleId: tab.do().article.id, spans: [], range: undefined, quote: '' }, 'Is this so?', false);
  return { browser, tab, thread: tab.threads.getState().threads[0]! };
};

describe('a thread that was resolved while its page went away', () => {
  test('is resolved by the next page', async () => {
    const { browser, tab, thread } = await begin();
    browser.disk.beforeWrite = (table) => {
      if (table === 'threads') throw diskFull();
    };
    const resolving = tab.threads.getState().resolve(thread, true);
    tab.threads.getState().keepUnsaved();
    expect(await resolving).toBe(false);
    browser.disk.beforeWrite = () => undefined;
    expect(await isResolved(tab)).toBe(false);
    const { copies } = await browser.openTab();
    await copies.getState().readUnsaved();
    expect(copies.getState().unsaved).toMatchObject([{ kind: 'comments', many: 1 }]);
    await restore(browser);
    expect(await isResolved(tab)).toBe(true);
    expect(await loadUnsaved(browser.disk.database)).toEqual([]);
  });

  test('stays as somebody left it since, and is forgotten by a page that was only hidden', async () => {
    const { browser, tab, thread } = await begin();
    const resolving = tab.threads.getState().resolve(thread, true);
    tab.threads.getState().keepUnsaved();
    const rows = await loadUnsaved(browser.disk.database);
    expect(rows).toHaveLength(1);
    await resolving;
    await expect.poll(() => loadUnsaved(browser.disk.database)).toEqual([]);
    await tab.threads.getState().resolve(thread, false);
    await browser.disk.database.settings.bulkPut([...rows]);
    await restore(browser);
    expect(await isResolved(tab)).toBe(false);
  });

  test('stays away where it was deleted since', async () => {
    const { browser, tab, thread } = await begin();
    const resolving = tab.threads.getState().resolve(thread, true);
    tab.threads.getState().keepUnsaved();
    const rows = await loadUnsaved(browser.disk.database);
    await resolving;
    await browser.disk.database.threads.clear();
    await browser.disk.database.settings.bulkPut([...rows]);
    await restore(browser);
    expect(await browser.disk.database.threads.count()).toBe(0);
  });
});

test('a comment that was being typed is kept as it stood', async () => {
  const { browser, tab } = await openTaxes();
  browser.disk.beforeWrite = (table) => {
    if (table === 'settings') throw diskFull();
  };
  tab.threads.getState().keepDraft('some thread', 'Is this so?');
  tab.threads.getState().keepUnsaved();
  browser.disk.beforeWrite = () => undefined;
  const next = await browser.openTab();
  await next.threads.getState().open(tab.do().article.id);
  expect([...next.threads.getState().drafts]).toEqual([['some thread', 'Is this so?']]);
});

test('what the disk refuses at the next start stays for the one after', async () => {
  const { browser, tab } = await openTaxes();
  browser.disk.beforeWrite = refuseEntries;
  tag(tab, 'Rome');
  tab.do().keepUnsaved();
  await tab.do().settled();
  tab.close();
  await restore(browser);
  expect(await loadUnsaved(browser.disk.database)).toHaveLength(1);
  browser.disk.beforeWrite = () => undefined;
  await restore(browser);
  expect(await reopened(browser)).toEqual(['entity: Rome']);
});

function refuseReviews(table: string): void {
  if (table === 'decisions' || table === 'reviews') throw diskFull();
}

function refuseEntries(table: string): void {
  if (table === 'entries') throw diskFull();
}

/** A localStorage for one test, as far as it is used: its members are its keys. */
function placeBeside(): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  const methods = {
    setItem: (key: string, value: string) => void members.set(key, value),
    getItem: (key: string) => members.get(key) ?? null,
    removeItem: (key: string) => void members.delete(key),
  };
  const place = new Proxy(methods, {
    ownKeys: () => [...members.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  vi.stubGlobal('localStorage', place);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return members;
}
