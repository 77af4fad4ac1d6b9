import 'fake-indexeddb/auto';
import { EVERYONE } from '#core/bundle/whose.ts';
import { describe, expect, test, vi } from 'vitest';
import { loadSetting } from '#storage/settings.ts';
import { openTestBrowser, openTaxes, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';
import { ageInWords, isCopyDue, lastCopyFrom } from './last-copy.ts';

const LOSSES = { articles: 1, layers: 0, edits: 2, others: 0 };
const ENTRY = { put: [{ table: 'entries', key: ['p', 'a', 'b', 1] }], gone: [], isLarge: false };

/** A folder as the browser gives it, as far as the store needs one. */
const FOLDER = { name: 'Backups', getDirectoryHandle: true } as unknown as FileSystemDirectoryHandle;

async function started(prepare: (browser: TestBrowser) => void = () => undefined) {
  const browser = await openTestBrowser();
  prepare(browser);
  const tab = await browser.openTab();
  await tab.copies.getState().start();
  return { browser, tab };
}

/** The store’s state, for reading. */
const of = (tab: TestTab) => tab.copies.getState();

describe('the second copy', () => {
  test('tells what its writer says, each time', async () => {
    const told: Parameters<TestBrowser['startMirror']>[0][] = [];
    const { tab } = await started((browser) => {
      browser.startMirror = (onState) => {
        told.push(onState);
        onState({ kind: 'current', at: 'then', damaged: 0 });
        return Promise.resolve();
      };
    });
    expect(of(tab).mirror).toEqual({ kind: 'current', at: 'then', damaged: 0 });
    told[0]!({ kind: 'behind', at: 'then', losses: LOSSES });
    expect(of(tab).mirror.kind).toBe('behind');
  });

  test('that cannot be had is told, and everything else works', async () => {
    const { tab } = await started();
    expect(of(tab)).toMatchObject({ mirror: { kind: 'none' }, failure: '' });
  });

  test('is kept by one tab, and by the next when that is closed', async () => {
    const start = vi.fn(() => Promise.resolve());
    const { browser, tab } = await started((each) => {
      each.startMirror = start;
    });
    const second = await browser.openTab();
    await second.copies.getState().start();
    expect(of(second).mirror.kind).toBe('elsewhere');
    expect(start).toHaveBeenCalledOnce();
    tab.close();
    await vi.waitFor(() => {
      expect(start).toHaveBeenCalledTimes(2);
    });
  });
});

describe('a copy outside of the browser', () => {
  test('is counted from: edits of any tab come on top, and a download takes them away', async () => {
    const { browser, tab } = await openTaxes();
    tab.do().setStatus('done');
    await tab.do().settled();
    await tab.copies.getState().start();
    expect(of(tab)).toMatchObject({ lastCopy: undefined, editsSince: 1 });
    tab.copies.getState().heardWrites(ENTRY);
    expect(of(tab).editsSince).toBe(2);
    await tab.copies.getState().downloadAll();
    expect(browser.downloads.map(({ fileName }) => fileName)).toEqual(['my-project.spanmark.json']);
    expect(of(tab)).toMatchObject({ lastCopy: { kind: 'download', edits: 1 }, editsSince: 0, failure: '' });
    expect(await loadSetting(browser.disk.database, 'lastCopy')).toEqual(of(tab).lastCopy);
    const next = await browser.openTab();
    await next.copies.getState().start();
    expect(of(next)).toMatchObject({ lastCopy: of(tab).lastCopy, editsSince: 0 });
  });

  test('that was never made is missed from the first edit on, over all starts, until there is one', async () => {
    const { browser, tab } = await openTaxes();
    await tab.copies.getState().start();
    expect(of(tab).uncopiedSince).toBeUndefined();
    tab.do().setStatus('done');
    await tab.do().settled();
    tab.copies.getState().heardWrites(ENTRY);
    await vi.waitFor(() => {
      expect(of(tab).uncopiedSince).toMatch(/^2024-06-17T/);
    });
    const since = of(tab).uncopiedSince;
    tab.copies.getState().heardWrites(ENTRY);
    const next = await browser.openTab();
    await next.copies.getState().start();
    expect(of(next).uncopiedSince).toBe(since);
    await next.copies.getState().downloadAll();
    expect(of(next).uncopiedSince).toBeUndefined();
    expect(await loadSetting(browser.disk.database, 'uncopiedSince')).toBeUndefined();
  });

  test('is counted from as before where edits from before it were deleted for good', async () => {
    const { browser, tab } = await openTaxes();
    for (const status of ['done', 'in-progress', 'done'] as const) tab.do().setStatus(status);
    await tab.do().settled();
    const { id } = tab.do().article;
    await tab.copies.getState().downloadAll();
    await tab.open('Rain');
    tab.do().setStatus('done');
    await tab.do().settled();
    await tab.library.getState().remove(id);
    await tab.trash.getState().read();
    await tab.trash.getState().deleteForGood(tab.trash.getState().items!);
    const next = await browser.openTab();
    await next.copies.getState().start();
    expect(of(next)).toMatchObject({ lastCopy: { kind: 'download' }, editsSince: 1 });
  });

  test('says how many layers it has without their edits', async () => {
    const { browser, tab } = await openTaxes();
    for (const status of ['done', 'in-progress', 'done'] as const) tab.do().setStatus(status);
    await tab.do().settled();
    await tab.copies.getState().downloadAll();
    expect(of(tab).withoutEdits).toBe(0);
    await browser.disk.database.entries.filter(({ number }) => number === 2).modify({ at: '2000-01-01T00:00:00.000Z' });
    await tab.copies.getState().downloadAll();
    expect(of(tab)).toMatchObject({ withoutEdits: 1, lastCopy: { kind: 'download' } });
    const prepared = await tab.transfer
      .getState()
      .prepareExport({ articleIds: new Set([tab.do().article.id]), whose: EVERYONE, withLogs: true });
    expect(prepared).toMatchObject({ withoutEdits: 1, isTooLarge: false });
  });

  test('that fails is told until it is dismissed', async () => {
    const { browser, tab } = await started();
    browser.disk.beforeRead = () => {
      throw new DOMException('', 'UnknownError');
    };
    await tab.copies.getState().downloadAll();
    expect(of(tab)).toMatchObject({ lastCopy: undefined, failure: expect.stringContaining('damaged') as string });
    tab.copies.getState().forgetFailure();
    expect(of(tab).failure).toBe('');
  });

  test.each<
    [string, boolean, Omit<Parameters<typeof isCopyDue>[0], 'uncopiedSince'> & { readonly uncopiedSince?: string }]
  >([
    ['nothing was edited', false, { lastCopy: undefined, editsSince: 0 }],
    ['nothing was counted yet', false, { lastCopy: undefined, editsSince: undefined }],
    ['some edits came after no copy', false, { lastCopy: undefined, editsSince: 199 }],
    [
      'the first edit is less than a day old, and no copy was made',
      false,
      { lastCopy: undefined, editsSince: 1, uncopiedSince: '2024-06-16T09:00:01.000Z' },
    ],
    [
      'the first edit is a day old, and no copy was made',
      true,
      { lastCopy: undefined, editsSince: 1, uncopiedSince: '2024-06-16T09:00:00.000Z' },
    ],
    ['200 edits came after no copy', true, { lastCopy: undefined, editsSince: 200 }],
    [
      'an edit came less than a day after the copy',
      false,
      { lastCopy: copyAt('2024-06-16T09:00:01.000Z'), editsSince: 1 },
    ],
    ['an edit came, and the copy is a day old', true, { lastCopy: copyAt('2024-06-16T09:00:00.000Z'), editsSince: 1 }],
    ['the copy is old, and nothing was edited since', false, { lastCopy: copyAt('2024-01-01'), editsSince: 0 }],
  ])('is due or not where %s: %s', (_, isDue, copies) => {
    expect(isCopyDue({ uncopiedSince: undefined, ...copies }, '2024-06-17T09:00:00.000Z')).toBe(isDue);
  });

  test.each([
    ['2024-06-17T08:59:30Z', 'just now'],
    ['2024-06-17T09:10:00Z', 'just now'],
    ['2024-06-17T08:01:00Z', '59 min ago'],
    ['2024-06-17T08:00:00Z', '1 h ago'],
    ['2024-06-15T09:00:01Z', '47 h ago'],
    ['2024-06-15T09:00:00Z', '2 d ago'],
  ])('of %s is from %s', (at, words) => {
    expect(ageInWords(at, '2024-06-17T09:00:00.000Z')).toBe(words);
  });

  test.each([
    [undefined],
    [null],
    ['x'],
    [{}],
    [{ at: 'never', kind: 'folder', edits: 1 }],
    [{ at: '2024-06-17', edits: '1' }],
  ])('is none where the settings hold %j', (stored) => {
    expect(lastCopyFrom(stored)).toBeUndefined();
  });
});

describe('the backup folder', () => {
  test('is not offered where the browser has none', async () => {
    const { tab } = await started();
    expect(of(tab).folder).toEqual({ kind: 'unsupported' });
  });

  test('is written when it is chosen, and after edits once there is nothing else to do', async () => {
    const backUp = vi.fn(() => Promise.resolve({}));
    const { browser, tab } = await started(withFolder(true, backUp));
    await tab.copies.getState().chooseFolder();
    expect(of(tab)).toMatchObject({ folder: { kind: 'ready', name: 'Backups' }, lastCopy: { kind: 'folder' } });
    expect(backUp).toHaveBeenCalledOnce();
    const waiting = browser.waitingForIdle();
    tab.copies.getState().heardWrites(ENTRY);
    tab.copies.getState().heardWrites(ENTRY);
    expect(browser.waitingForIdle()).toBe(waiting + 1);
    await browser.idle();
    await vi.waitFor(() => {
      expect(of(tab).folder.kind).toBe('ready');
    });
    expect(backUp).toHaveBeenCalledTimes(2);
    tab.copies.getState().heardWrites({ put: [{ table: 'settings', key: 'theme' }], gone: [], isLarge: false });
    expect(browser.waitingForIdle()).toBe(0);
  });

  test('that cannot be written to is told, and tried again after the next edit', async () => {
    const backUp = vi.fn<TestBrowser['backUp']>(() => Promise.reject(new Error('It is gone.')));
    const { browser, tab } = await started(withFolder(true, backUp));
    await tab.copies.getState().chooseFolder();
    expect(of(tab)).toMatchObject({ folder: { kind: 'failed', message: 'It is gone.' }, lastCopy: undefined });
    backUp.mockImplementation(() => Promise.resolve({}));
    tab.copies.getState().heardWrites(ENTRY);
    await browser.idle();
    await vi.waitFor(() => {
      expect(of(tab)).toMatchObject({ folder: { kind: 'ready' }, lastCopy: { kind: 'folder' } });
    });
  });

  test('is left alone by a tab that does not keep the copies', async () => {
    const backUp = vi.fn(() => Promise.resolve({}));
    const { browser, tab } = await started(withFolder(true, backUp));
    await tab.copies.getState().chooseFolder();
    const second = await browser.openTab();
    await second.copies.getState().start();
    expect(of(second).folder.kind).toBe('ready');
    second.copies.getState().heardWrites(ENTRY);
    await browser.idle();
    expect(backUp).toHaveBeenCalledOnce();
  });

  test('that is ahead is told and not written into, until the user goes on without what it holds', async () => {
    const lead = { articles: 1, layers: 2, decisions: 0, threads: 0 };
    const backUp = vi.fn<TestBrowser['backUp']>((_, goesOn) => Promise.resolve(goesOn ? {} : { lead }));
    const { browser, tab } = await started(withFolder(true, backUp));
    await tab.copies.getState().chooseFolder();
    expect(of(tab)).toMatchObject({ folder: { kind: 'ahead', name: 'Backups', lead }, lastCopy: undefined });
    tab.copies.getState().heardWrites(ENTRY);
    await browser.idle();
    await vi.waitFor(() => {
      expect(of(tab).folder.kind).toBe('ahead');
    });
    expect(backUp).toHaveBeenCalledTimes(2);
    await tab.copies.getState().goOn();
    expect(of(tab)).toMatchObject({ folder: { kind: 'ready' }, lastCopy: { kind: 'folder' } });
  });

  test('is compared at a start that may read it, without a question', async () => {
    const lead = { articles: 0, layers: 1, decisions: 0, threads: 0 };
    const { browser, tab } = await started(withFolder(true));
    await tab.copies.getState().chooseFolder();
    tab.close();
    browser.backUp = () => Promise.resolve({ lead });
    const next = await browser.openTab();
    await next.copies.getState().start();
    expect(of(next).folder.kind).toBe('ready');
    await browser.idle();
    await vi.waitFor(() => {
      expect(of(next).folder).toEqual({ kind: 'ahead', name: 'Backups', lead });
    });
  });

  test('that may not be written to is asked for again, and left when the user says so', async () => {
    const { browser, tab } = await started(withFolder(true));
    await tab.copies.getState().chooseFolder();
    tab.close();
    browser.folder!.isAllowed = false;
    const backUp = vi.fn(() => Promise.resolve({}));
    browser.backUp = backUp;
    const next = await browser.openTab();
    await next.copies.getState().start();
    expect(of(next).folder).toEqual({ kind: 'asks', name: 'Backups' });
    expect(backUp).not.toHaveBeenCalled();
    await next.copies.getState().allowFolder();
    expect(of(next).folder.kind).toBe('ready');
    expect(backUp).toHaveBeenCalledOnce();
    await next.copies.getState().leaveFolder();
    expect(of(next).folder).toEqual({ kind: 'none' });
    expect(await loadSetting(browser.disk.database, 'backupFolder')).toBeUndefined();
  });
});

function copyAt(at: string) {
  return { at, kind: 'download', edits: 0 } as const;
}

/** A browser whose user chooses FOLDER. */
function withFolder(isAllowed: boolean, backUp: TestBrowser['backUp'] = () => Promise.resolve({})) {
  return (browser: TestBrowser): void => {
    browser.folder = { handle: FOLDER, isAllowed };
    browser.backUp = backUp;
  };
}
