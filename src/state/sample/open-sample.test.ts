import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { reviewableIn } from '#state/reviewable.ts';
import { openTestBrowser, type TestBrowser } from '#state/test-stores.arbitrary.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';

const folder = resolve(import.meta.dirname, '../../../seeds');

async function browserWithSample(): Promise<TestBrowser> {
  const browser = await openTestBrowser();
  browser.sample = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((fileName) => ({ fileName, text: readFileSync(join(folder, fileName), 'utf8') }));
  return browser;
}

test('the sample project is shown with all of its articles ready to be compared', async () => {
  const browser = await browserWithSample();
  const tab = await browser.openTab();
  const mine = tab.session.getState().annotatorId;
  expect(await tab.projects.getState().openSample()).toBe(true);
  expect(tab.session.getState().project.name).toBe('Sample project');
  expect(reviewableIn(tab.library.getState().present())).toEqual({ articles: 14, annotators: 3 });
  expect(tab.session.getState().annotatorId).toBe(mine);
  expect(tab.session.getState().annotators.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Ann Bell', 'Bo Chen', 'Cy Dahl']),
  );
});

test('asked for again it is the same project, and a new one once that is in the trash', async () => {
  const tab = await (await browserWithSample()).openTab();
  const { openSample, moveToTrash, switchTo } = tab.projects.getState();
  const own = tab.session.getState().project.id;
  await openSample();
  const { id } = tab.session.getState().project;
  await switchTo(own);
  await openSample();
  expect(tab.session.getState().project.id).toBe(id);
  await moveToTrash(id);
  expect(tab.session.getState().project.id).toBe(own);
  await openSample();
  expect(tab.session.getState().project.id).not.toBe(id);
  expect(tab.library.getState().present()).toHaveLength(14);
});

test('where the disk refuses it, nothing of it is there and the reason is told', async () => {
  const browser = await browserWithSample();
  const tab = await browser.openTab();
  const { id } = tab.session.getState().project;
  browser.disk.beforeWrite = (table) => {
    if (table === 'entries' || table === 'layers') throw diskFull();
  };
  expect(await tab.projects.getState().openSample()).toBe(false);
  browser.disk.beforeWrite = () => undefined;
  expect(tab.projects.getState().failure).not.toBe('');
  expect(tab.session.getState().project.id).toBe(id);
  await tab.session.getState().refresh();
  expect(tab.session.getState().projects).toHaveLength(1);
});
