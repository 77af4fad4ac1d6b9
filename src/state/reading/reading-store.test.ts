import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openTestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';
import { loadSetting, saveSetting } from '#storage/settings.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { type Look, STANDARD_LOOK } from './look.ts';

const CHOSEN: Look = {
  theme: 'contrast',
  size: 24,
  lines: 2,
  width: 30,
  font: 'lexend',
  printsList: false,
  tellsSpans: true,
};

describe('the look', () => {
  test('is the standard one at first', async () => {
    const tab = await (await openTestBrowser()).openTab();
    expect(lookIn(tab)).toEqual(STANDARD_LOOK);
  });

  test('is kept, and told to the other tabs once', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await change(tab, CHOSEN);
    expect(browser.toldLook).toBe(1);
    for (const each of [tab, await browser.openTab()]) expect(lookIn(each)).toEqual(CHOSEN);
  });

  test('is shown before it is kept, and of many changes the last is kept', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const changes = [19, 20, 21].map((size) => change(tab, { size }));
    expect(lookIn(tab).size).toBe(21);
    await Promise.all(changes);
    expect(lookIn(await browser.openTab()).size).toBe(21);
  });

  test('of another tab comes when it is loaded again', async () => {
    const browser = await openTestBrowser();
    const [one, other] = [await browser.openTab(), await browser.openTab()];
    await change(one, { theme: 'dark' });
    expect(lookIn(other).theme).toBe('system');
    await other.reading.getState().load();
    expect(lookIn(other).theme).toBe('dark');
  });

  test('that the disk refuses is told, and holds until the page is closed', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    await change(tab, { size: 30 });
    expect(tab.reading.getState().failure).toContain('disk space');
    expect(lookIn(tab).size).toBe(30);
    browser.disk.beforeWrite = () => undefined;
    await change(tab, { font: 'sans' });
    expect(tab.reading.getState().failure).toBe('');
    expect(await loadSetting(browser.disk.database, 'look')).toMatchObject({ size: 30, font: 'sans' });
  });
});

describe('a stored look', () => {
  test.each<[string, unknown, unknown, Partial<Look>]>([
    ['a theme of an older Spanmark', undefined, 'dark', { theme: 'dark' }],
    ['both', { theme: 'light' }, 'dark', { theme: 'light' }],
    ['a theme that there is not', undefined, 'pink', {}],
    ['no look at all', 7, undefined, {}],
    ['sizes out of range', { size: 900, lines: 0, width: '30' }, undefined, {}],
    ['an unknown font', { font: 'runes', printsList: 'yes' }, undefined, {}],
    ['one good part among bad ones', { size: 20, lines: null }, null, { size: 20 }],
  ])('is read as far as it makes sense: %s', async (_, look, theme, expected) => {
    const browser = await openTestBrowser();
    await saveSetting(browser.disk.database, 'look', look);
    await saveSetting(browser.disk.database, 'theme', theme);
    expect(lookIn(await browser.openTab())).toEqual({ ...STANDARD_LOOK, ...expected });
  });
});

function lookIn({ reading }: TestTab): Look {
  return reading.getState().look;
}

function change({ reading }: TestTab, part: Partial<Look>): Promise<void> {
  return reading.getState().change(part);
}
