import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type Edit } from '#core/edits/edit.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type ArticleId, type Layer } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { loadLayer } from '#storage/layers.ts';
import { diskFull, dump } from '#storage/test-database.arbitrary.ts';
import { openTestBrowser, promisesRun, shown, type TestBrowser, type TestTab } from '#state/test-stores.arbitrary.ts';

const ENTITY = 'entity' as LabelId;

/** Three articles that all begin with the same name. */
const SEEDS = ['One', 'Two', 'Three'].map((title) => ({
  fileName: `${title}.txt`,
  text: `---\ntitle: ${title}\nlanguage: en\n---\nRome and Paris, ${title}.\n`,
}));

async function openThree(): Promise<{ readonly browser: TestBrowser; readonly tab: TestTab }> {
  const browser = await openTestBrowser();
  browser.seeds = SEEDS;
  const tab = await browser.openTab();
  await tab.open('One');
  return { browser, tab };
}

function idOf(tab: TestTab, title: string): ArticleId {
  return tab.library.getState().articles.find((article) => article.title === title)!.id;
}

/** An edit that tags Rome, whose words begin every article. */
function tagRome({ articleId }: Layer): Edit {
  const at = '2024-06-17T09:00:00.000Z';
  const rest = { attributes: [], note: '', origin: 'hand', createdAt: at, changedAt: at } as const;
  const span = { id: `rome ${articleId}` as SpanId, label: ENTITY, ranges: [{ from: 0, to: 4 }], ...rest };
  return { kind: 'add-span', span };
}

/** Tags Rome in the open article and in both others. */
async function tagAll(tab: TestTab, change: (layer: Layer) => Edit | undefined = tagRome): Promise<boolean> {
  const others = ['One', 'Two', 'Three'].map((title) => idOf(tab, title)).filter((id) => id !== tab.do().article.id);
  return tab.do().commitAcross(others, change, (changed, busy) => `Changed ${changed}, busy ${busy}.`);
}

async function stored(tab: TestTab, browser: TestBrowser, title: string) {
  const { project, annotatorId } = tab.session.getState();
  return loadLayer(browser.disk.database, { projectId: project.id, articleId: idOf(tab, title), annotatorId });
}

/** How many spans each article has on the disk, and its status. */
async function onDisk(tab: TestTab, browser: TestBrowser): Promise<readonly string[]> {
  await tab.do().settled();
  const layers = await Promise.all(['One', 'Two', 'Three'].map((title) => stored(tab, browser, title)));
  return layers.map(({ layer }) => `${layer.spans.length} ${layer.status}`);
}

const ALL = ['1 in-progress', '1 in-progress', '1 in-progress'];
const NONE = ['0 not-started', '0 not-started', '0 not-started'];

/** Fails from the write with this number on; gives a function that makes the disk well again. */
function failFrom(browser: TestBrowser, failing: number): () => void {
  let writes = 0;
  browser.disk.beforeWrite = () => {
    writes += 1;
    if (writes >= failing) throw diskFull();
  };
  return () => {
    browser.disk.beforeWrite = () => undefined;
  };
}

describe('an action on several articles', () => {
  test('changes all of them, begins them, and is one transaction', async () => {
    const { tab, browser } = await openThree();
    expect(await tagAll(tab)).toBe(true);
    expect(await onDisk(tab, browser)).toEqual(ALL);
    expect(shown(tab.do())).toEqual(['entity: Rome']);
    expect(tab.do().notice.text).toBe('Changed 3, busy 0.');
    const entries = await browser.disk.database.entries.toArray();
    expect(new Set(entries.map(({ group }) => group)).size).toBe(1);
    expect(browser.locks.held()).toHaveLength(1);
  });

  test('is undone and redone where it was made', async () => {
    const { tab, browser } = await openThree();
    await tagAll(tab);
    await tab.do().undo();
    expect(await onDisk(tab, browser)).toEqual(NONE);
    expect(tab.do().notice.text).toBe('Undone: adding 3 spans, in 3 articles.');
    await tab.do().redo();
    expect(await onDisk(tab, browser)).toEqual(ALL);
    expect(tab.do().notice.text).toBe('Redone: adding 3 spans, in 3 articles.');
    await tab.do().undo();
    expect(await onDisk(tab, browser)).toEqual(NONE);
  });

  test('is undone and redone from another article that is opened after a reload', async () => {
    const { tab, browser } = await openThree();
    await tagAll(tab);
    await tab.do().settled();
    tab.close();
    const later = await browser.openTab();
    await later.open('Three');
    await later.do().undo();
    expect(await onDisk(later, browser)).toEqual(NONE);
    await later.do().redo();
    expect(await onDisk(later, browser)).toEqual(ALL);
    await later.open('Two');
    await later.do().undo();
    expect(await onDisk(later, browser)).toEqual(NONE);
    await later.open('One');
    await later.do().redo();
    expect(await onDisk(later, browser)).toEqual(ALL);
  });

  test('is undone from where nothing was changed, as far as the user can see', async () => {
    const { tab, browser } = await openThree();
    const open = tab.do().article.id;
    await tagAll(tab, (layer) => (layer.articleId === open ? undefined : tagRome(layer)));
    expect(await onDisk(tab, browser)).toEqual(['0 not-started', '1 in-progress', '1 in-progress']);
    await tab.do().undo();
    expect(await onDisk(tab, browser)).toEqual(NONE);
    expect(tab.do().notice.text).toBe('Undone: adding 2 spans, in 2 articles.');
  });

  test('keeps the other articles’ later spans when it is undone, and what it added to them goes', async () => {
    const { tab, browser } = await openThree();
    await tagAll(tab);
    await tab.open('Two');
    tab.do().select({ anchor: 9, head: 14 });
    tab.do().applyLabel(ENTITY);
    await tab.open('One');
    await tab.do().undo();
    expect(await onDisk(tab, browser)).toEqual(['0 not-started', '1 in-progress', '0 not-started']);
    expect(tab.do().notice.text).toBe('Undone: adding 3 spans, in 3 articles.');
    await tab.open('Two');
    expect(shown(tab.do())).toEqual(['entity: Paris']);
    // Taking it back was an edit of its own there, so that it can be undone.
    await tab.do().undo();
    expect(shown(tab.do())).toEqual(['entity: Rome', 'entity: Paris']);
  });

  test('leaves what was changed since when it is undone, takes back the rest and says so; a redo says so too', async () => {
    const { tab, browser } = await openThree();
    await tagAll(tab);
    await tab.open('Two');
    tab.do().setNote(tab.do().layer.spans[0]!.id, 'Keep this.');
    await tab.open('One');
    await tab.do().undo();
    expect(await onDisk(tab, browser)).toEqual(['0 not-started', '1 in-progress', '0 not-started']);
    expect(tab.do().notice.text).toBe(
      'Undone: adding 2 spans, in 2 articles. What was changed since, or is open in another tab, stays as it is (articles: 1).',
    );
    await tab.do().redo();
    expect(await onDisk(tab, browser)).toEqual(ALL);
    expect(tab.do().notice.text).toMatch(/^Redone: adding 2 spans, in 2 articles\. .*\(articles: 1\)\.$/);
    expect((await stored(tab, browser, 'Two')).layer.spans[0]!.note).toBe('Keep this.');
  });

  test('leaves an article alone that another tab is writing, and says so; the undo does too', async () => {
    const { tab, browser } = await openThree();
    const other = await browser.openTab();
    await other.open('Two');
    expect(await tagAll(tab)).toBe(true);
    expect(tab.do().notice.text).toBe('Changed 2, busy 1.');
    expect(await onDisk(tab, browser)).toEqual(['1 in-progress', '0 not-started', '1 in-progress']);
    other.do().close();
    await other.do().settled();
    await other.open('Three');
    await tab.do().undo();
    expect(tab.do().notice.text).toMatch(/\(articles: 1\)\.$/);
    expect(await onDisk(tab, browser)).toEqual(['0 not-started', '0 not-started', '1 in-progress']);
  });

  test('is refused with a sentence where something else was changed while it read', async () => {
    const { tab, browser } = await openThree();
    const acting = tagAll(tab);
    tab.do().setStatus('done');
    expect(await acting).toBe(false);
    expect(tab.do().notice.text).toBe('Something else was changed meanwhile. Try again.');
    expect(await onDisk(tab, browser)).toEqual(['0 done', '0 not-started', '0 not-started']);
    expect(browser.locks.held()).toHaveLength(1);
  });
});

describe('where the disk fails in the middle of an action on several articles', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'at write %i, nothing is half-written and trying again saves all of it',
    async (failing) => {
      const { tab, browser } = await openThree();
      const before = await dump(browser.disk.database);
      const heal = failFrom(browser, failing);
      await tagAll(tab);
      expect(tab.do()).toMatchObject({ saving: { kind: 'failed' }, permission: 'not-saved' });
      expect(await dump(browser.disk.database)).toEqual(before);
      heal();
      tab.do().retrySaving();
      expect(await onDisk(tab, browser)).toEqual(ALL);
      expect(tab.do()).toMatchObject({ saving: { kind: 'saved' }, permission: 'write', changedElsewhere: 1 });
      await promisesRun();
      expect(browser.locks.held()).toHaveLength(1);
      await tab.do().undo();
      expect(await onDisk(tab, browser)).toEqual(NONE);
    },
  );

  test.each(['undo', 'redo'] as const)('so it is with the %s', async (kind) => {
    const { tab, browser } = await openThree();
    await tagAll(tab);
    if (kind === 'redo') await tab.do().undo();
    await tab.do().settled();
    const before = await dump(browser.disk.database);
    const heal = failFrom(browser, 3);
    await tab.do()[kind]();
    expect(tab.do().permission).toBe('not-saved');
    expect(await dump(browser.disk.database)).toEqual(before);
    heal();
    tab.do().retrySaving();
    expect(await onDisk(tab, browser)).toEqual(kind === 'undo' ? NONE : ALL);
  });

  test('no other tab gets at an article whose part waits to be saved, and this tab can open it and try again', async () => {
    const { tab, browser } = await openThree();
    const heal = failFrom(browser, 3);
    await tagAll(tab);
    const other = await browser.openTab();
    await other.open('Two');
    expect(other.do().permission).toBe('other-tab');
    await tab.open('Three');
    expect(tab.do().permission).toBe('not-saved');
    expect(shown(tab.do())).toEqual(['entity: Rome']);
    heal();
    tab.do().retrySaving();
    expect(await onDisk(tab, browser)).toEqual(ALL);
    await promisesRun();
    await promisesRun();
    expect(tab.do().permission).toBe('write');
    expect(shown(tab.do())).toEqual(['entity: Rome']);
    await expect.poll(() => other.do().permission).toBe('write');
    expect(shown(other.do())).toEqual(['entity: Rome']);
  });
});
