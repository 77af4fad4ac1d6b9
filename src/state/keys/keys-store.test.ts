import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { saveSetting } from '#storage/settings.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { openTestBrowser } from '#state/test-stores.arbitrary.ts';
import { NO_CHOICES } from './choices.ts';

const CHOSEN = new Map([
  ['write-note', ['M']],
  ['undo', []],
]);

test('keys that were chosen are there after a reload, and gone after a reset', async () => {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  expect(tab.keys.getState().choices).toEqual(NO_CHOICES);
  await tab.keys.getState().choose(CHOSEN);
  expect(tab.keys.getState()).toMatchObject({ choices: CHOSEN, failure: '' });
  expect((await browser.openTab()).keys.getState().choices).toEqual(CHOSEN);
  await tab.keys.getState().choose(NO_CHOICES);
  expect((await browser.openTab()).keys.getState().choices).toEqual(NO_CHOICES);
});

test('what was stored wrongly is as if nothing had been chosen', async () => {
  const browser = await openTestBrowser();
  await saveSetting(browser.disk.database, 'keys', [['write-note', 'M'], 7]);
  expect((await browser.openTab()).keys.getState()).toMatchObject({ choices: NO_CHOICES, failure: '' });
});

test('a disk that refuses is told, and the choice holds until the page is closed', async () => {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  browser.disk.beforeWrite = () => {
    throw diskFull();
  };
  await tab.keys.getState().choose(CHOSEN);
  expect(tab.keys.getState()).toMatchObject({
    choices: CHOSEN,
    failure: expect.stringContaining('disk space') as string,
  });
  browser.disk.beforeWrite = () => undefined;
  await tab.keys.getState().choose(CHOSEN);
  expect(tab.keys.getState().failure).toBe('');
});
