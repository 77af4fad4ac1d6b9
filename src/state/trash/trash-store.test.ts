import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { openTaxes, openTestBrowser, shown } from '#state/test-stores.arbitrary.ts';
import { dump } from '#storage/test-database.arbitrary.ts';

const ENTITY = 'entity' as LabelId;

async function withLayer() {
  const opened = await openTaxes();
  opened.tab.select('Ann Lee');
  opened.tab.do().applyLabel(ENTITY);
  await opened.tab.do().settled();
  const { article, layer } = opened.tab.do();
  return { ...opened, articleId: article.id, annotatorId: layer.annotatorId };
}

describe('the own layer that is open', () => {
  test('goes into the trash with what was just done, can be read there, and not be changed', async () => {
    const { browser, tab, articleId, annotatorId } = await withLayer();
    tab.select('Rome');
    tab.do().applyLabel(ENTITY);
    expect(await tab.trash.getState().moveLayer(articleId, annotatorId)).toMatchObject({ isDone: true });
    expect(tab.do().permission).toBe('in-trash');
    expect(shown(tab.do())).toHaveLength(2);
    expect(tab.library.getState().find(articleId)!.progress).toEqual([]);
    const before = await dump(browser.disk.database);
    tab.select('Paris');
    tab.do().applyLabel(ENTITY);
    await tab.do().settled();
    expect(tab.do().notice.text).toBe('This layer is in the trash. Put it back to change it.');
    expect((await dump(browser.disk.database))['layers']).toEqual(before['layers']);
  });

  test('comes back and is annotated further, with all that can be undone', async () => {
    const { tab, articleId, annotatorId } = await withLayer();
    await tab.trash.getState().moveLayer(articleId, annotatorId);
    await tab.trash.getState().putLayerBack(articleId, annotatorId);
    expect(tab.do().permission).toBe('write');
    await tab.do().undo();
    await tab.do().settled();
    expect(tab.do().saving).toEqual({ kind: 'saved' });
    expect(shown(tab.do())).toEqual([]);
    expect(tab.library.getState().find(articleId)!.progress).toHaveLength(1);
  });

  test('stays where another tab writes it', async () => {
    const { browser, articleId, annotatorId } = await withLayer();
    const second = await browser.openTab();
    await second.open('Taxes');
    expect(await second.trash.getState().moveLayer(articleId, annotatorId)).toEqual({
      isDone: false,
      text: 'Another tab is annotating this article. Close it there first.',
    });
    const elsewhere = await browser.openTab();
    expect(await elsewhere.trash.getState().moveLayer(articleId, annotatorId)).toMatchObject({ isDone: false });
    expect((await browser.disk.database.layers.toArray())[0]).not.toHaveProperty('removedAt');
  });

  test('stays where its last change is not saved', async () => {
    const { browser, tab, articleId, annotatorId } = await withLayer();
    browser.disk.beforeWrite = (table) => {
      if (table === 'entries') throw new DOMException('There is no room.', 'QuotaExceededError');
    };
    tab.select('Rome');
    tab.do().applyLabel(ENTITY);
    expect(await tab.trash.getState().moveLayer(articleId, annotatorId)).toEqual({
      isDone: false,
      text: 'The last change is not saved. Save it first.',
    });
  });
});

test('a layer in the trash is left alone by an action on many layers', async () => {
  const { browser, tab, articleId, annotatorId } = await withLayer();
  await tab.open('Rain');
  await tab.trash.getState().moveLayer(articleId, annotatorId);
  const before = await dump(browser.disk.database);
  let busy = 0;
  await tab.do().commitAcross(
    [articleId],
    (layer) =>
      layer.articleId === articleId ? { kind: 'set-status', before: layer.status, after: 'done' } : undefined,
    (_, left) => {
      busy = left;
      return '';
    },
  );
  expect(busy).toBe(1);
  expect((await dump(browser.disk.database))['layers']).toEqual(before['layers']);
});

describe('the trash', () => {
  test('lists an article with its days, puts it back, and tells the other tabs', async () => {
    const { browser, tab, articleId } = await withLayer();
    await tab.library.getState().remove(articleId);
    await tab.trash.getState().read();
    const [item] = tab.trash.getState().items!;
    expect(item).toMatchObject({ kind: 'article', title: 'Taxes', spanCount: 1 });
    expect(item!.goesAt!.slice(0, 10)).toBe('2024-07-17');
    const told = browser.told;
    await tab.trash.getState().putBack(item!);
    expect(tab.trash.getState()).toMatchObject({ items: [], said: 'The article is back: “Taxes”.' });
    expect(tab.library.getState().find(articleId)).toMatchObject({ removed: false });
    expect(browser.told).toBeGreaterThan(told);
  });

  test('deletes a seed for good: it does not come back with the next start', async () => {
    const { browser, tab, articleId } = await withLayer();
    await tab.library.getState().remove(articleId);
    await tab.trash.getState().read();
    await tab.trash.getState().deleteForGood(tab.trash.getState().items!);
    expect(tab.trash.getState()).toMatchObject({ items: [], said: 'Deleted for good: “Taxes”.' });
    const next = await browser.openTab();
    expect(next.library.getState().articles.map(({ title }) => title)).toEqual(['Rain']);
  });

  test('says what the disk refuses, and nothing is gone', async () => {
    const { browser, tab, articleId } = await withLayer();
    await tab.library.getState().remove(articleId);
    await tab.trash.getState().read();
    browser.disk.beforeWrite = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
    await tab.trash.getState().deleteForGood(tab.trash.getState().items!);
    expect(tab.trash.getState().failure).toContain('disk space');
    expect(tab.trash.getState().items).toHaveLength(1);
  });

  test('has the first project, which is in no list then and does not come back once it is deleted for good', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const first = tab.session.getState().project.id;
    await tab.projects.getState().add('Second', { kind: 'default' });
    expect(await tab.projects.getState().moveToTrash(first)).toBe(true);
    expect(tab.session.getState().projects.find(({ id }) => id === first)).toMatchObject({ isInTrash: true });
    await tab.trash.getState().read();
    await tab.trash.getState().deleteForGood(tab.trash.getState().items!);
    const next = await browser.openTab();
    expect(next.session.getState().projects.map(({ name }) => name)).toEqual(['Second']);
    await next.projects.getState().add('Third', { kind: 'default' });
    const third = next.session.getState().project.id;
    expect(await next.projects.getState().putAway(third)).toBe(true);
    expect(next.session.getState().projects.map(({ name }) => name)).toEqual(['Second', 'Third']);
    expect(await next.projects.getState().moveToTrash(next.session.getState().project.id)).toBe(false);
    expect(next.projects.getState().failure).toBe('The last project in use cannot be deleted.');
  });
});
