import 'fake-indexeddb/auto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import {
  openTaxes,
  openTestBrowser,
  promisesRun,
  shown,
  type TestBrowser,
  type TestTab,
} from '#state/test-stores.arbitrary.ts';

const ENTITY = 'entity' as LabelId;

describe('“Saved”', () => {
  test('is said only once the edit is on the disk', async () => {
    const { tab, browser } = await openTaxes();
    const release = await holdDisk(browser);
    const said = savingsOf(tab);
    tag(tab, 'Rome');
    await promisesRun();
    expect(said).toEqual(['saving']);
    expect(shown(tab.do())).toEqual(['entity: Rome']);
    release();
    await tab.do().settled();
    expect(said).toEqual(['saving', 'saved']);
    expect(await numbersOnDisk(browser)).toEqual([1]);
  });

  test('is said after the transaction is complete, not when its writes are', async () => {
    const browser = await openTestBrowser();
    const events: string[] = [];
    browser.disk.database.use({
      stack: 'dbcore',
      create: (core) => ({
        ...core,
        transaction: (names, mode, options) => {
          const transaction = core.transaction(names, mode, options);
          if (mode === 'readwrite') {
            (transaction as unknown as EventTarget).addEventListener('complete', () => events.push('complete'));
          }
          return transaction;
        },
      }),
    });
    browser.disk.database.close({ disableAutoOpen: false });
    await browser.disk.database.open();
    const tab = await browser.openTab();
    await tab.open('Taxes');
    events.length = 0;
    tab.annotate.subscribe(({ saving }, before) => {
      if (saving !== before.saving) events.push(saving.kind);
    });
    tag(tab, 'Rome');
    await tab.do().settled();
    expect(events).toEqual(['saving', 'complete', 'saved']);
  });

  test('waits for the last of several edits, which are written in their order', async () => {
    const { tab, browser } = await openTaxes();
    const release = await holdDisk(browser);
    const said = savingsOf(tab);
    for (const words of ['Rome', 'Paris', 'Monday']) tag(tab, words);
    await tab.do().undo();
    release();
    await tab.do().settled();
    expect(said.filter((kind) => kind === 'saved')).toHaveLength(1);
    expect(said.at(-1)).toBe('saved');
    expect(await numbersOnDisk(browser)).toEqual([1, 2, 3, 4]);
  });

  test('does not keep an edit waiting that is made at the very moment it is said', async () => {
    const { tab, browser } = await openTaxes();
    let more = 0;
    tab.annotate.subscribe(({ saving }, before) => {
      if (saving.kind !== 'saved' || before.saving.kind === 'saved' || more > 0) return;
      more += 1;
      tag(tab, 'Paris');
    });
    tag(tab, 'Rome');
    await tab.do().settled();
    expect(await numbersOnDisk(browser)).toEqual([1, 2]);
    expect(tab.do().saving.kind).toBe('saved');
  });
});

describe('an edit that the disk refuses', () => {
  test('stays in sight, and nothing more can be edited', async () => {
    const { tab, browser } = await openTaxes();
    tag(tab, 'Rome');
    await tab.do().settled();
    browser.disk.beforeWrite = refuse;
    tag(tab, 'Paris');
    await tab.do().settled();
    expect(tab.do()).toMatchObject({
      permission: 'not-saved',
      saving: { kind: 'failed', message: expect.stringContaining('disk space') as string },
    });
    const { layer } = tab.do();
    expect(shown(tab.do())).toEqual(['entity: Rome', 'entity: Paris']);
    const acts = [
      () => tag(tab, 'Monday'),
      () => tab.do().deleteSpan(layer.spans[0]!.id),
      () => tab.do().setStatus('done'),
      () => tab.do().setNote(layer.spans[0]!.id, 'x'),
      () => void tab.do().undo(),
      () => void tab.do().redo(),
    ];
    for (const act of acts) {
      act();
      expect(tab.do().notice.text).toContain('could not be saved');
      tab.do().say('');
    }
    expect(tab.do().layer).toBe(layer);
    expect(await numbersOnDisk(browser)).toEqual([1]);
  });

  test('is saved in its order with those behind it once the disk allows', async () => {
    const { tab, browser } = await openTaxes();
    browser.disk.beforeWrite = refuse;
    for (const words of ['Rome', 'Paris', 'Monday']) tag(tab, words);
    await tab.do().undo();
    await tab.do().settled();
    expect(tab.do().permission).toBe('not-saved');
    const said = savingsOf(tab);
    tab.do().retrySaving();
    await tab.do().settled();
    expect(said).toEqual(['saving', 'failed']);
    expect(tab.do().permission).toBe('not-saved');
    browser.disk.beforeWrite = allow;
    tab.do().retrySaving();
    tab.do().retrySaving();
    await tab.do().settled();
    expect(tab.do()).toMatchObject({ permission: 'write', saving: { kind: 'saved' } });
    expect(await numbersOnDisk(browser)).toEqual([1, 2, 3, 4]);
    expect(browser.locks.held()).toHaveLength(1);
    tag(tab, 'Bo Li');
    await tab.do().settled();
    expect(await reloaded(browser, tab)).toEqual(['entity: Rome', 'entity: Bo Li', 'entity: Paris']);
  });

  test('is tried again by itself, quietly, until the disk takes it', async () => {
    const { tab, browser } = await openTaxes();
    browser.disk.beforeWrite = refuse;
    for (const words of ['Rome', 'Paris']) tag(tab, words);
    await tab.do().settled();
    const said = savingsOf(tab);
    browser.secondsPass();
    await tab.do().settled();
    expect(said).toEqual(['failed']);
    browser.disk.beforeWrite = allow;
    browser.secondsPass();
    await tab.do().settled();
    expect(said).toEqual(['failed', 'saved']);
    expect(tab.do().permission).toBe('write');
    expect(await numbersOnDisk(browser)).toEqual([1, 2]);
  });

  test('is there when the article is left and opened again', async () => {
    const { tab, browser } = await openTaxes();
    tag(tab, 'Rome');
    await tab.do().settled();
    browser.disk.beforeWrite = refuse;
    tag(tab, 'Paris');
    tab.do().setStatus('done');
    await tab.do().undo();
    const { layer, history, number } = tab.do();
    await tab.open('Rain');
    expect(tab.do()).toMatchObject({ permission: 'not-saved', saving: { kind: 'failed' } });
    await tab.open('Taxes');
    expect(tab.do()).toMatchObject({ layer, history, number, permission: 'not-saved' });
    browser.disk.beforeWrite = allow;
    tab.do().retrySaving();
    await tab.do().settled();
    await tab.do().undo();
    await tab.do().settled();
    expect(tab.do()).toMatchObject({ permission: 'write', saving: { kind: 'saved' } });
    expect(await numbersOnDisk(browser)).toEqual([1, 2, 3, 4, 5]);
    expect(await reloaded(browser, tab)).toEqual(['entity: Rome']);
  });

  test('stops editing in every article of one’s own, and says it is not saved where another is read', async () => {
    const { tab, browser } = await openTaxes();
    const ada = tab.session.getState().annotatorId;
    browser.disk.beforeWrite = refuse;
    tag(tab, 'Rome');
    await tab.open('Rain');
    tab.do().applyLabel(ENTITY);
    expect(tab.do()).toMatchObject({ layer: { spans: [] }, permission: 'not-saved' });
    browser.disk.beforeWrite = allow;
    await tab.session.getState().addAnnotator('Bo');
    browser.disk.beforeWrite = refuse;
    await tab.open('Rain', ada);
    expect(tab.do()).toMatchObject({ permission: 'other-annotator', saving: { kind: 'failed' } });
    browser.disk.beforeWrite = allow;
    tab.do().retrySaving();
    await tab.do().settled();
    expect(tab.do()).toMatchObject({ permission: 'other-annotator', saving: { kind: 'saved' } });
  });

  test('keeps its layer’s lock after the article is closed, until it is saved', async () => {
    const { tab, browser } = await openTaxes();
    browser.disk.beforeWrite = refuse;
    tag(tab, 'Rome');
    await tab.open('Rain');
    tab.do().close();
    await tab.do().settled();
    const other = await openSecondTab(browser, tab);
    await other.open('Taxes');
    expect(other.do().permission).toBe('other-tab');
    browser.disk.beforeWrite = allow;
    tab.do().retrySaving();
    await tab.do().settled();
    await other.do().settled();
    await expect.poll(() => other.do().permission).toBe('write');
    expect(shown(other.do())).toEqual(['entity: Rome']);
    other.do().close();
    await other.do().settled();
    expect(browser.locks.held()).toEqual([]);
  });

  test('because another tab wrote the layer says so, and does not hide what that tab wrote', async () => {
    const { tab, browser } = await openTaxes();
    const others = await openTestTabWithoutLocks(browser, tab);
    tag(others, 'Paris');
    await others.do().settled();
    tag(tab, 'Rome');
    await tab.do().settled();
    expect(tab.do()).toMatchObject({
      permission: 'not-saved',
      saving: { message: expect.stringContaining('Another tab') as string },
    });
    expect(shown(tab.do())).toEqual(['entity: Rome']);
    // No later try can mend that.
    const before = tab.do().saving;
    browser.secondsPass();
    await tab.do().settled();
    expect(tab.do().saving).toBe(before);
    await tab.open('Rain');
    await tab.open('Taxes');
    expect(shown(tab.do())).toEqual(['entity: Paris']);
  });
});

describe('leaving an article', () => {
  test('while it is being saved loses nothing, and the next one waits for the disk', async () => {
    const { tab, browser } = await openTaxes();
    const release = await holdDisk(browser);
    for (const words of ['Rome', 'Paris']) tag(tab, words);
    const opening = tab.open('Rain');
    await promisesRun();
    expect(tab.do()).toMatchObject({ phase: 'opening', saving: { kind: 'saving' } });
    release();
    await opening;
    expect(tab.do()).toMatchObject({ phase: 'open', article: { title: 'Rain' }, saving: { kind: 'saved' } });
    expect(await numbersOnDisk(browser)).toEqual([1, 2]);
    await tab.open('Taxes');
    expect(shown(tab.do())).toEqual(['entity: Rome', 'entity: Paris']);
  });

  test('gives its lock back, but not before its last edit is on the disk', async () => {
    const { tab, browser } = await openTaxes();
    const release = await holdDisk(browser);
    for (const words of ['Rome', 'Paris']) tag(tab, words);
    expect(browser.locks.held()).toHaveLength(1);
    tab.do().close();
    await promisesRun();
    expect(browser.locks.held()).toHaveLength(1);
    release();
    await tab.do().settled();
    expect(browser.locks.held()).toEqual([]);
  });

  test('and coming back at once finds its own lock', async () => {
    const { tab, browser } = await openTaxes();
    await makeSteps(tab, 64);
    const permissions = new Set<string>();
    tab.annotate.subscribe(({ phase, permission }) => phase === 'open' && permissions.add(permission));
    tab.do().close();
    await tab.open('Taxes');
    expect([...permissions]).toEqual(['write']);
    expect(browser.locks.held()).toHaveLength(1);
  });

  test('whose saving fails after it was closed is told on the next one', async () => {
    const { tab, browser } = await openTaxes();
    browser.disk.beforeWrite = refuse;
    tag(tab, 'Rome');
    tab.do().close();
    await tab.do().settled();
    expect(tab.do()).toMatchObject({ phase: 'closed', saving: { kind: 'failed' } });
    await tab.open('Rain');
    expect(tab.do().permission).toBe('not-saved');
  });
});

describe('a snapshot', () => {
  test('is written once there is an idle moment after many edits, while the article stays open', async () => {
    const { tab, browser } = await openTaxes();
    const { snapshots } = browser.disk.database;
    await makeSteps(tab, 63);
    await browser.idle();
    expect(await snapshots.count()).toBe(0);
    await makeSteps(tab, 1);
    expect(await snapshots.count()).toBe(0);
    await browser.idle();
    expect(await snapshots.toArray()).toMatchObject([{ number: 64, status: 'in-progress' }]);
    await makeSteps(tab, 64);
    await browser.idle();
    expect(await snapshots.toArray()).toMatchObject([{ number: 128 }]);
  });

  test('that a long session never came to write is written after the next opening', async () => {
    const { tab, browser } = await openTaxes();
    await makeSteps(tab, 70);
    tab.close();
    const next = await browser.openTab();
    await next.open('Taxes');
    expect(next.do().number).toBe(70);
    await browser.idle();
    expect(await browser.disk.database.snapshots.toArray()).toMatchObject([{ number: 70 }]);
  });

  test('is not written by whoever may not write the layer', async () => {
    const { tab, browser } = await openTaxes();
    await makeSteps(tab, 70);
    const ada = tab.session.getState().annotatorId;
    const other = await openSecondTab(browser, tab);
    await other.session.getState().addAnnotator('Bo');
    await other.open('Taxes', ada);
    expect(other.do()).toMatchObject({ permission: 'other-annotator', number: 70 });
    const asked = browser.waitingForIdle();
    await other.open('Rain', ada);
    expect(browser.waitingForIdle()).toBe(asked);
    expect(asked).toBe(1);
  });

  test('that the disk refuses takes nothing from the edits, and is tried again after as many', async () => {
    const { tab, browser } = await openTaxes();
    browser.disk.beforeWrite = (table) => {
      if (table === 'snapshots') throw diskFull();
    };
    await makeSteps(tab, 64);
    await browser.idle();
    expect(tab.do()).toMatchObject({ number: 64, saving: { kind: 'saved' }, permission: 'write' });
    browser.disk.beforeWrite = () => undefined;
    await makeSteps(tab, 64);
    await browser.idle();
    expect(await browser.disk.database.snapshots.toArray()).toMatchObject([{ number: 128 }]);
  });
});

/** So many edits, all on the disk. */
async function makeSteps(tab: TestTab, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    tab.do().setStatus(tab.do().layer.status === 'done' ? 'in-progress' : 'done');
  }
  await tab.do().settled();
}

describe('a second tab', () => {
  test('reads until the first lets go, then reads what that wrote and writes', async () => {
    const { tab, browser } = await openTaxes();
    tag(tab, 'Rome');
    await tab.do().settled();
    const other = await openSecondTab(browser, tab);
    await other.open('Taxes');
    expect(other.do()).toMatchObject({ permission: 'other-tab', number: 1 });
    tag(other, 'Paris');
    await other.do().undo();
    expect(shown(other.do())).toEqual(['entity: Rome']);
    expect(other.do().notice.text).toContain('Another tab');
    tag(tab, 'Monday');
    tab.do().close();
    await tab.do().settled();
    await expect.poll(() => other.do().permission).toBe('write');
    expect(shown(other.do())).toEqual(['entity: Rome', 'entity: Monday']);
    tag(other, 'Paris');
    await other.do().settled();
    expect(await numbersOnDisk(browser)).toEqual([1, 2, 3]);
  });

  test('keeps the place of its caret, and drops the selection of a span that is gone', async () => {
    const { tab, browser } = await openTaxes();
    tag(tab, 'Rome');
    await tab.do().settled();
    const other = await openSecondTab(browser, tab);
    await other.open('Taxes');
    const { paragraphs } = other.do();
    other.do().selectSpan(other.do().layer.spans[0]!.id, false);
    const { selection } = other.do();
    tab.do().deleteSpan();
    tab.do().close();
    await expect.poll(() => other.do().permission).toBe('write');
    expect(other.do()).toMatchObject({ selection, selectedId: undefined, layer: { spans: [] } });
    expect(other.do().paragraphs).toBe(paragraphs);
  });

  test.each([
    ['while it is still reading', false],
    ['before it knows that it has to wait', true],
  ])('may write where the first lets go %s', async (_, isEarly) => {
    const { tab, browser } = await openTaxes();
    tag(tab, 'Rome');
    await tab.do().settled();
    const other = await openSecondTab(browser, tab);
    if (isEarly) browser.locks.onRequest = tab.close;
    const opening = other.open('Taxes');
    await expect.poll(() => browser.locks.requests()).toBe(2);
    tab.close();
    await opening;
    await expect.poll(() => other.do().permission).toBe('write');
    await promisesRun();
    expect(other.do()).toMatchObject({ phase: 'open', permission: 'write' });
    expect(shown(other.do())).toEqual(['entity: Rome']);
  });

  test('that has gone on to another article is not thrown back', async () => {
    const { tab, browser } = await openTaxes();
    const other = await openSecondTab(browser, tab);
    await other.open('Taxes');
    await other.open('Rain');
    tag(tab, 'Rome');
    tab.do().close();
    await tab.do().settled();
    await promisesRun();
    expect(other.do()).toMatchObject({ article: { title: 'Rain' }, permission: 'write', layer: { spans: [] } });
    expect(browser.locks.held()).toHaveLength(1);
  });

  test('says so where it cannot read what the first wrote', async () => {
    const { tab, browser } = await openTaxes();
    const other = await openSecondTab(browser, tab);
    await other.open('Taxes');
    browser.disk.database.close();
    tab.close();
    await expect.poll(() => other.do().phase).toBe('failed');
    expect(other.do().failure).toContain('closed');
  });

  test('may write another article, and the layer of another annotator', async () => {
    const { tab, browser } = await openTaxes();
    const other = await openSecondTab(browser, tab);
    await other.open('Rain');
    expect(other.do().permission).toBe('write');
    await other.session.getState().addAnnotator('Bo');
    await other.open('Taxes');
    expect(other.do().permission).toBe('write');
    expect(tab.do().permission).toBe('write');
  });
});

function tag(tab: TestTab, words: string): void {
  tab.select(words);
  tab.do().applyLabel(ENTITY);
}

function refuse(table: string): void {
  if (table === 'entries' || table === 'layers') throw diskFull();
}

function allow(): void {
  // The disk has room again.
}

/** What the tab says about saving from now on, each time it says something else. */
function savingsOf(tab: TestTab): string[] {
  const said: string[] = [];
  tab.annotate.subscribe(({ saving }, before) => {
    if (saving !== before.saving) said.push(saving.kind);
  });
  return said;
}

async function numbersOnDisk({ disk }: TestBrowser): Promise<readonly number[]> {
  return (await disk.database.entries.toArray()).map(({ number }) => number);
}

/** The spans of the article after the tab was closed and the app opened anew. */
async function reloaded(browser: TestBrowser, tab: TestTab): Promise<readonly string[]> {
  tab.close();
  const later = await browser.openTab();
  await later.open('Taxes');
  return shown(later.do());
}

async function openSecondTab(browser: TestBrowser, first: TestTab): Promise<TestTab> {
  const second = await browser.openTab();
  expect(second.session.getState().annotatorId).toBe(first.session.getState().annotatorId);
  return second;
}

/** A second tab in which the article is open for writing as well, as in a browser without tab locks. */
async function openTestTabWithoutLocks(browser: TestBrowser, first: TestTab): Promise<TestTab> {
  first.close();
  const second = await browser.openTab();
  await second.open('Taxes');
  return second;
}

/** Keeps every write waiting behind one that does not end, until the function it gives is called. */
async function holdDisk({ disk }: TestBrowser): Promise<() => void> {
  const { name } = disk;
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('success', () => {
      resolve(opening.result);
    });
  });
  const transaction = database.transaction(['layers', 'entries'], 'readwrite');
  let isHeld = true;
  const goOn = (): void => {
    if (isHeld) transaction.objectStore('layers').count().addEventListener('success', goOn);
  };
  goOn();
  const release = (): void => {
    isHeld = false;
    database.close();
  };
  onTestFinished(release);
  return release;
}
