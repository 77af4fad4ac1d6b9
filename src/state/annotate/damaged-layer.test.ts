import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { openTaxes, shown } from '#state/test-stores.arbitrary.ts';
import { dump } from '#storage/test-database.arbitrary.ts';

const ENTITY = 'entity' as LabelId;

test('a layer whose log is damaged is shown as it was before, cannot be changed, and can be downloaded', async () => {
  const { browser, tab } = await openTaxes();
  for (const name of ['Ann Lee', 'Bo Li']) {
    tab.select(name);
    tab.do().applyLabel(ENTITY);
  }
  await tab.do().settled();
  tab.do().close();
  await tab.do().settled();
  const last = (await browser.disk.database.entries.toArray()).at(-1)!;
  await browser.disk.database.entries.put({ ...last, at: '2000-01-01T00:00:00.000Z' });
  const before = await dump(browser.disk.database);

  await tab.open('Taxes');
  expect(shown(tab.do())).toEqual(['entity: Ann Lee']);
  expect(tab.do()).toMatchObject({ permission: 'damaged', damage: { soundUpTo: 1, last: 2 } });
  tab.select('Rome');
  tab.do().applyLabel(ENTITY);
  await tab.do().undo();
  expect(tab.do().notice.text).toBe('The log of this layer is damaged, so it can be read, not changed.');
  await tab.do().settled();
  expect((await dump(browser.disk.database))['entries']).toEqual(before['entries']);
  expect((await dump(browser.disk.database))['layers']).toEqual(before['layers']);

  await tab.do().downloadFromMemory();
  expect(await browser.downloads[0]!.blob.text()).toContain('entity');
});

test('an action on many layers leaves one alone whose log is damaged', async () => {
  const { browser, tab } = await openTaxes();
  await tab.open('Rain');
  tab.do().select({ anchor: 13, head: 17 });
  tab.do().applyLabel(ENTITY);
  await tab.do().settled();
  await tab.open('Taxes');
  const [entry] = await browser.disk.database.entries.toArray();
  await browser.disk.database.entries.put({ ...entry!, at: 'changed' });
  const before = await dump(browser.disk.database);
  const rain = tab.library.getState().articles.find(({ title }) => title === 'Rain')!.id;
  const heard: number[] = [];
  await tab.do().commitAcross(
    [rain],
    ({ articleId, status }) => (articleId === rain ? { kind: 'set-status', before: status, after: 'done' } : undefined),
    (changed, busy) => {
      heard.push(changed, busy);
      return 'done';
    },
  );
  expect(heard).toEqual([0, 1]);
  expect((await dump(browser.disk.database))['layers']).toEqual(before['layers']);
});
