import 'fake-indexeddb/auto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { AS_IT_IS } from '#formats/exchange/write-dataset.ts';
import { diskFull } from '#storage/test-database.arbitrary.ts';
import { openTestBrowser, promisesRun, type TestBrowser, type TestTab } from '../test-stores.arbitrary.ts';
import { EXPORT_FORMATS } from './export-formats.ts';
import { type DatasetExport, type ExportState, LARGE } from './export-store.ts';

const [HUGGING_FACE] = EXPORT_FORMATS;

function now({ exporting }: TestTab): ExportState {
  return exporting.getState();
}

/** “Taxes” with two spans by Ada, one of them with a note. */
async function openTagged(): Promise<{ readonly browser: TestBrowser; readonly tab: TestTab }> {
  const browser = await openTestBrowser();
  const tab = await browser.openTab();
  await tab.session.getState().nameAnnotator('Ada Secret');
  await tab.open('Taxes');
  tab.select('Rome');
  tab.do().applyLabel('entity' as LabelId);
  tab.select('Paris');
  tab.do().applyLabel('entity' as LabelId);
  await tab.do().settled();
  await tab.library.getState().refresh();
  return { browser, tab };
}

function wanted(tab: TestTab, part: Partial<DatasetExport['prepare']> = {}): DatasetExport {
  return {
    formatId: 'hugging-face',
    articleIds: new Set(tab.library.getState().articles.map(({ id }) => id)),
    whose: EVERYONE,
    options: HUGGING_FACE!.defaults,
    prepare: { ...AS_IT_IS, ...part },
  };
}

function made(tab: TestTab) {
  const { making } = now(tab);
  if (making.kind !== 'made') throw new Error(JSON.stringify(making));
  return making;
}

async function unzipped(blob: Blob): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return new Map(Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

/** A file as the browser gives it for a place on the disk; what is written counts only once it is closed. */
function placeOnDisk() {
  const chunks: Uint8Array[] = [];
  const ends: string[] = [];
  const place = {
    chunks,
    ends,
    onWrite: () => undefined as void,
    file: {
      createWritable: () =>
        Promise.resolve({
          write: (bytes: Uint8Array) => {
            place.onWrite();
            chunks.push(bytes);
            return Promise.resolve();
          },
          close: () => Promise.resolve(void ends.push('closed')),
          abort: () => Promise.resolve(void ends.push('aborted')),
        }),
    } as unknown as FileSystemFileHandle,
  };
  return place;
}

async function openLarge() {
  const { browser, tab } = await openTagged();
  await now(tab).make(wanted(tab));
  const making = made(tab);
  tab.exporting.setState({ making: { ...making, made: { ...making.made, size: LARGE } } });
  return { browser, tab };
}

describe('an export in another format', () => {
  test('is counted, previewed and told with its losses before it is saved', async () => {
    const { browser, tab } = await openTagged();
    await now(tab).make(wanted(tab));
    const { made: file, fileName } = made(tab);
    expect(fileName).toBe('my-project.hugging-face.zip');
    expect(file.files.map(({ path }) => path)).toEqual(['data/train.jsonl', 'README.md', 'losses.json', 'losses.txt']);
    expect(file.files[0]!.start).toContain('"Rome"');
    expect(file.tally).toMatchObject([{ split: undefined, articles: 2, layers: 1, spans: 2, links: 0 }]);
    expect(file.losses.map(({ reason, count }) => [reason, count])).toEqual([
      ['origin-dropped', 2],
      ['label-set-dropped', 1],
    ]);
    expect(browser.downloads).toEqual([]);
  });

  test('is saved as it was shown', async () => {
    const { browser, tab } = await openTagged();
    await now(tab).make(wanted(tab));
    await now(tab).save();
    expect(now(tab).saving).toEqual({ kind: 'saved' });
    const [download] = browser.downloads;
    expect(download!.fileName).toBe('my-project.hugging-face.zip');
    const files = await unzipped(download!.blob);
    expect([...files.keys()]).toEqual(made(tab).made.files.map(({ path }) => path));
    const rows = files.get('data/train.jsonl')!.trimEnd().split('\n');
    expect(
      rows
        .map((row) => JSON.parse(row) as { title: string })
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(['Rain', 'Taxes']);
    expect(JSON.parse(files.get('losses.json')!)).toMatchObject({
      format: 'hugging-face',
      losses: [{ reason: 'origin-dropped', count: 2, examples: [{ detail: 'Rome' }, { detail: 'Paris' }] }, {}],
    });
    expect(files.get('losses.txt')).toContain('Origins left out (origin-dropped): 2');
  });

  test('without annotators’ names has none in any of its files', async () => {
    const { browser, tab } = await openTagged();
    await now(tab).make(wanted(tab, { isAnonymous: true }));
    await now(tab).save();
    const all = [...(await unzipped(browser.downloads[0]!.blob)).values()].join('\n');
    expect(all).toContain('"annotator":"annotator-1"');
    expect(all).not.toContain('Secret');
    expect(all).not.toContain(tab.session.getState().annotatorId);
  });

  test('is split and renamed, and tells which label is which', async () => {
    const { tab } = await openTagged();
    const renames = { labels: new Map([['entity' as LabelId, 'MISC']]), linkTypes: new Map() };
    const split = { shares: { train: 1, dev: 0, test: 1 }, seed: '1' };
    await now(tab).make(wanted(tab, { renames, split }));
    const { made: file } = made(tab);
    expect(file.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['data/train.jsonl', 'data/test.jsonl']) as string[],
    );
    expect(file.tally.map(({ split: part, articles }) => [part, articles])).toEqual([
      ['train', 1],
      ['test', 1],
    ]);
    expect(file.labelSet.labels[0]!.id).toBe('MISC');
    expect(file.losses.find(({ reason }) => reason === 'label-renamed')!.examples[0]!.detail).toBe('entity → MISC');
  });

  test('has its losses as a file of their own where they are asked for', async () => {
    const { browser, tab } = await openTagged();
    await now(tab).saveReport();
    await now(tab).make(wanted(tab));
    await now(tab).saveReport();
    const [report] = browser.downloads;
    expect(browser.downloads).toHaveLength(1);
    expect(report!.fileName).toBe('my-project.hugging-face.zip.losses.json');
    expect(JSON.parse(await report!.blob.text())).toMatchObject({
      format: 'hugging-face',
      losses: [{ reason: 'origin-dropped', count: 2 }, {}],
    });
  });

  test('of one article has its title', async () => {
    const { tab } = await openTagged();
    const { id } = tab.library.getState().articles.find(({ title }) => title === 'Taxes')!;
    await now(tab).make({ ...wanted(tab), articleIds: new Set([id]) });
    expect(made(tab).fileName).toBe('taxes.hugging-face.zip');
  });

  test('whose options do not fit is refused in a sentence', async () => {
    const { tab } = await openTagged();
    const renames = { labels: new Map([['entity' as LabelId, '']]), linkTypes: new Map() };
    await now(tab).make(wanted(tab, { renames }));
    expect(now(tab).making).toEqual({
      kind: 'refused',
      message: 'Give “Entity” a name: it cannot be written without.',
    });
  });

  test('from a disk that cannot be read is refused with what to do', async () => {
    const { browser, tab } = await openTagged();
    const choice = wanted(tab);
    browser.disk.database.close();
    await now(tab).make(choice);
    expect(now(tab).making).toMatchObject({ kind: 'refused', message: expect.stringContaining('Reload') as string });
  });

  test('can be cancelled while it is made, and made after all', async () => {
    const { tab } = await openTagged();
    const making = now(tab).make(wanted(tab));
    now(tab).cancelMaking();
    await making;
    expect(now(tab).making).toEqual({ kind: 'cancelled' });
    await now(tab).make(wanted(tab));
    expect(made(tab).made.handle).toBeGreaterThan(0);
  });

  test('that is asked for anew takes the place of the one before', async () => {
    const { tab } = await openTagged();
    const first = now(tab).make(wanted(tab));
    const { id } = tab.library.getState().articles.find(({ title }) => title === 'Rain')!;
    const second = now(tab).make({ ...wanted(tab), articleIds: new Set([id]) });
    await Promise.all([first, second]);
    expect(made(tab).fileName).toBe('rain.hugging-face.zip');
    now(tab).leave();
    expect(now(tab).making).toEqual({ kind: 'making', progress: undefined });
  });

  test('says how far it is, up to all articles', async () => {
    const { tab } = await openTagged();
    const seen: unknown[] = [];
    tab.exporting.subscribe(({ making }) => {
      if (making.kind === 'making' && making.progress) seen.push(making.progress);
    });
    await now(tab).make(wanted(tab));
    expect(seen).toEqual([
      { done: 1, total: 2 },
      { done: 2, total: 2 },
    ]);
  });
});

describe('a large file', () => {
  test('is written where the user says, piece by piece', async () => {
    const { browser, tab } = await openLarge();
    const place = placeOnDisk();
    browser.saveFile = () => Promise.resolve(place.file);
    await now(tab).save();
    expect(now(tab).saving).toEqual({ kind: 'saved' });
    expect(place.ends).toEqual(['closed']);
    expect(browser.downloads).toEqual([]);
    const files = await unzipped(new Blob(place.chunks as Uint8Array<ArrayBuffer>[]));
    expect(files.get('data/train.jsonl')).toContain('"Rome"');
  });

  test('is a download where the browser cannot ask', async () => {
    const { browser, tab } = await openLarge();
    await now(tab).save();
    expect(browser.downloads).toHaveLength(1);
  });

  test('is not saved where the user names no place', async () => {
    const { browser, tab } = await openLarge();
    browser.saveFile = () => Promise.resolve(undefined);
    await now(tab).save();
    expect(now(tab).saving).toEqual({ kind: 'none' });
    expect(browser.downloads).toEqual([]);
  });

  test('can be cancelled while it is written: the place is left as it was', async () => {
    const { browser, tab } = await openLarge();
    const place = placeOnDisk();
    browser.saveFile = () => Promise.resolve(place.file);
    place.onWrite = () => {
      now(tab).cancelSaving();
    };
    await now(tab).save();
    await promisesRun();
    expect(now(tab).saving).toEqual({ kind: 'cancelled' });
    expect(place.ends).toEqual(['aborted']);
    place.onWrite = () => undefined;
    await now(tab).save();
    expect(now(tab).saving).toEqual({ kind: 'saved' });
  });

  test('that the disk refuses leaves the place as it was, with the reason', async () => {
    const { browser, tab } = await openLarge();
    const place = placeOnDisk();
    browser.saveFile = () => Promise.resolve(place.file);
    place.onWrite = () => {
      throw diskFull();
    };
    await now(tab).save();
    expect(now(tab).saving).toEqual({ kind: 'failed', message: 'There is no room.' });
    expect(place.ends).toEqual(['aborted']);
  });
});

describe('kept names', () => {
  const renames = { labels: new Map([['entity' as LabelId, 'MISC']]), linkTypes: new Map() };

  test('are there again for the same project, and not for another', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await now(tab).keepProfile({ name: ' CoNLL ', renames });
    await now(tab).keepProfile({ name: 'A', renames: { labels: new Map(), linkTypes: new Map() } });
    await now(tab).keepProfile({ name: 'CoNLL', renames });
    const other = await browser.openTab();
    await now(other).loadProfiles();
    expect(now(other).profiles).toEqual([
      { name: 'A', renames: { labels: new Map(), linkTypes: new Map() } },
      { name: 'CoNLL', renames },
    ]);
    other.session.setState(({ project }) => ({ project: { ...project, id: 'other' as never } }));
    await now(other).loadProfiles();
    expect(now(other).profiles).toEqual([]);
    await now(tab).forgetProfile('CoNLL');
    await now(tab).loadProfiles();
    expect(now(tab).profiles.map(({ name }) => name)).toEqual(['A']);
  });

  test('that are damaged are left out', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const key = `exportRenames ${tab.session.getState().project.id}`;
    const value = [3, null, {}, { name: 'B', labels: [['a', 1], ['b', 'C'], 'x'], linkTypes: 7 }];
    await browser.disk.database.settings.put({ key, value });
    await now(tab).loadProfiles();
    expect(now(tab).profiles).toEqual([
      { name: 'B', renames: { labels: new Map([['b', 'C']]), linkTypes: new Map() } },
    ]);
  });

  test('that the disk refuses are told, and not kept', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    browser.disk.beforeWrite = () => {
      throw diskFull();
    };
    await now(tab).keepProfile({ name: 'CoNLL', renames });
    expect(now(tab)).toMatchObject({ profiles: [], failure: expect.stringContaining('disk space') as string });
  });
});
