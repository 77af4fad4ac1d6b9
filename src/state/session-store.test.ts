import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { LIMITS } from '#formats/limits.ts';
import { renameProject } from '#storage/projects.ts';
import { saveSetting } from '#storage/settings.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { FIRST_PROJECT } from './known-projects.ts';
import { nameOf, type SessionState } from './session-store.ts';
import { openTestBrowser, type TestTab } from './test-stores.arbitrary.ts';

describe('the first start', () => {
  test('makes an annotator without a name, and asks for one', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const { annotatorId, ...state } = now(tab);
    expect(state).toMatchObject({
      project: FIRST_PROJECT,
      annotators: [{ id: annotatorId, name: 'Annotator' }],
      nameAsked: false,
      lastArticleId: undefined,
      failure: '',
    });
    expect(annotatorId).not.toBe('');
  });

  test('is the only one: the annotator is the same ever after', async () => {
    const browser = await openTestBrowser();
    const tabs = [await browser.openTab(), await browser.openTab()];
    expect(now(tabs[1]!).annotators).toHaveLength(1);
    expect(now(tabs[1]!).annotatorId).toBe(now(tabs[0]!).annotatorId);
  });

  test('is repeated where the annotator is not to be found', async () => {
    const browser = await openTestBrowser();
    await saveSetting(browser.disk.database, 'annotatorId', 'nobody');
    await saveSetting(browser.disk.database, 'lastArticleId', 7);
    const tab = await browser.openTab();
    expect(now(tab)).toMatchObject({ annotators: [{ name: 'Annotator' }], lastArticleId: undefined });
  });

  test('without a disk is refused, since nothing can be kept', async () => {
    const browser = await openTestBrowser();
    browser.disk.database.close();
    await expect(browser.openTab()).rejects.toMatchObject({ problem: 'closed' });
  });
});

describe('the name', () => {
  test.each<[string, (session: SessionState) => Promise<void>, string]>([
    ['given', (session) => session.nameAnnotator('  Ada Li '), 'Ada Li'],
    ['left for later', (session) => session.skipName(), 'Annotator'],
    ['given as nothing', (session) => session.nameAnnotator('  '), 'Annotator'],
  ])('is asked for once: %s', async (_, answer, name) => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const { annotatorId } = now(tab);
    await answer(now(tab));
    for (const each of [tab, await browser.openTab()]) {
      expect(now(each)).toMatchObject({ nameAsked: true, annotatorId, annotators: [{ id: annotatorId, name }] });
    }
    expect(nameOf(now(tab).annotators, annotatorId)).toBe(name);
  });

  test('is no longer than a file can hold', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await now(tab).nameAnnotator('x'.repeat(LIMITS.name + 9));
    await now(tab).renameProject(`${'x'.repeat(LIMITS.name - 1)}🎉`);
    expect(now(tab).annotators[0]!.name).toHaveLength(LIMITS.name);
    expect(now(tab).project.name).toBe(`${'x'.repeat(LIMITS.name - 1)}\uFFFD`);
  });

  test('of somebody unknown is the one for those without a name', () => {
    expect(nameOf([], 'x' as AnnotatorId)).toBe('Annotator');
  });
});

describe('who annotates', () => {
  test('can be somebody new', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const ada = now(tab).annotatorId;
    await now(tab).addAnnotator(' Bo ');
    const bo = now(tab).annotatorId;
    expect(bo).not.toBe(ada);
    for (const each of [tab, await browser.openTab()]) {
      expect(now(each)).toMatchObject({ annotatorId: bo, nameAsked: true });
      expect(now(each).annotators.map(({ id, name }) => [id, name])).toEqual([
        [ada, 'Annotator'],
        [bo, 'Bo'],
      ]);
    }
  });

  test('can be somebody who is here', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const ada = now(tab).annotatorId;
    await now(tab).addAnnotator('');
    await now(tab).annotateAs(ada);
    for (const each of [tab, await browser.openTab()]) {
      expect(now(each)).toMatchObject({ annotatorId: ada, annotators: [{ name: 'Annotator' }, { name: 'Annotator' }] });
    }
  });
});

describe('what a browser remembers', () => {
  test('is the article that was open last', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    for (const id of ['a', 'b', 'b'] as ArticleId[]) await now(tab).rememberArticle(id);
    expect([now(tab).lastArticleId, now(await browser.openTab()).lastArticleId]).toEqual(['b', 'b']);
  });

  test('is which articles were open, the last one first and each once', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    for (const id of ['a', 'b', 'c', 'a'] as ArticleId[]) await now(tab).rememberArticle(id);
    for (const each of [tab, await browser.openTab()]) expect(now(each).recentArticleIds).toEqual(['a', 'c', 'b']);
    for (let number = 0; number < 25; number += 1) await now(tab).rememberArticle(`${number}` as ArticleId);
    expect(now(tab).recentArticleIds).toHaveLength(20);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['recentArticleIds', ['a', 7, 'b'], ['a', 'b']],
    ['recentArticleIds', 'a', []],
    ['lastArticleId', 'a', ['a']],
  ])('is read as an older Spanmark or a broken disk has it: %s', async (key, value, expected) => {
    const browser = await openTestBrowser();
    await saveSetting(browser.disk.database, key, value);
    const tab = await browser.openTab();
    expect([now(tab).recentArticleIds, now(tab).lastArticleId]).toEqual([expected, expected[0]]);
  });

  test('is the project’s name', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await now(tab).renameProject(' Taxes ');
    for (const each of [tab, await browser.openTab()])
      expect(now(each).project).toEqual({ ...FIRST_PROJECT, name: 'Taxes' });
    await now(tab).renameProject(' ');
    expect(now(tab).project.name).toBe('My project');
  });

  test('is read again after an import or what another tab did', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await renameProject(browser.disk.database, FIRST_PROJECT, 'Other');
    await now(tab).refresh();
    expect(now(tab).project.name).toBe('Other');
  });
});

describe('a change that the disk refuses', () => {
  test.each<[string, (session: SessionState) => Promise<void>, Partial<SessionState>]>([
    ['a name', (session) => session.nameAnnotator('Ada'), { nameAsked: true }],
    ['no name', (session) => session.skipName(), { nameAsked: true }],
    ['another annotator', (session) => session.annotateAs('x' as AnnotatorId), { annotatorId: 'x' as AnnotatorId }],
    ['a new annotator', (session) => session.addAnnotator('Bo'), {}],
    ['a project name', (session) => session.renameProject('Taxes'), { project: FIRST_PROJECT }],
    ['an article', (session) => session.rememberArticle('a' as ArticleId), { lastArticleId: 'a' as ArticleId }],
  ])('is told and not thrown: %s', async (_, change, expected) => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    await change(now(tab));
    expect(now(tab)).toMatchObject({ ...expected, failure: expect.stringContaining('disk space') as string });
    browser.disk.beforeWrite = () => undefined;
    await now(tab).skipName();
    expect(now(tab).failure).toBe('');
  });
});

test('what the browser says about keeping the data is remembered', async () => {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  await now(tab).askForPersistence();
  expect(now(tab).persistence).toBe('kept');
});

function now({ session }: TestTab): SessionState {
  return session.getState();
}
