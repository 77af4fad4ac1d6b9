import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { EXAMPLE_TEXT, workedBundle } from '#formats/exchange/example.arbitrary.ts';
import { AS_IT_IS } from '#formats/exchange/write-dataset.ts';
import { writeBundle } from '#formats/native/write.ts';
import { findFormat } from '#formats/registry.ts';
import { openTestBrowser, type TestTab } from '../test-stores.arbitrary.ts';
import { EXPORT_FORMATS } from './export-formats.ts';

/** Overlaps, an interrupted span, attributes, links, an emoji and two annotators. */
const PROJECT = new File([writeBundle(workedBundle())], 'project.json');

describe.each(EXPORT_FORMATS)('$name', ({ id, defaults }) => {
  test('what the export screen saves comes into an empty browser through the import screen, or is told to be unread', async () => {
    const browser = await openTestBrowser();
    browser.seeds = [];
    const tab = await browser.openTab();
    await bringIn(tab, PROJECT);
    await tab.library.getState().refresh();
    const articleIds = new Set(tab.library.getState().articles.map((article) => article.id));
    const { make, save } = tab.exporting.getState();
    await make({ formatId: id, articleIds, whose: EVERYONE, options: defaults, prepare: AS_IT_IS });
    expect(tab.exporting.getState().making.kind).toBe('made');
    await save();
    expect(tab.exporting.getState().saving).toEqual({ kind: 'saved' });
    const [{ fileName, blob }] = browser.downloads as [(typeof browser.downloads)[0]];
    const empty = await openTestBrowser();
    empty.seeds = [];
    const other = await empty.openTab();
    await other.transfer.getState().read([new File([blob], fileName)]);
    const [read, ...others] = other.transfer.getState().files;
    expect(others).toEqual([]);
    expect(read!.formats.map((format) => format.id)).toContain(id);
    if (!findFormat(id)!.read) {
      const message = expect.stringContaining('is written here and not read') as string;
      expect(read).toMatchObject({ format: id, reading: { kind: 'problems', problems: [{ message }] } });
      return;
    }
    expect(read).toMatchObject({ format: id, reading: { kind: 'dataset', report: { problems: [], orphans: 0 } } });
    expect(await other.transfer.getState().write()).toBe(true);
    await other.library.getState().refresh();
    const [article] = other.library.getState().articles;
    await other.open(article!.title);
    expect(other.do().article?.text).toBe(EXAMPLE_TEXT);
  });
});

async function bringIn(tab: TestTab, file: File): Promise<void> {
  await tab.transfer.getState().read([file]);
  await tab.transfer.getState().write();
  expect(tab.transfer.getState()).toMatchObject({ phase: 'done', failure: '' });
}
