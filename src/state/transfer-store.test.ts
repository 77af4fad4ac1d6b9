import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { EVERYONE } from '#core/bundle/whose.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { writeBundle } from '#formats/native/write.ts';
import { dump, diskFull } from '#storage/test-database.arbitrary.ts';
import { openTestBrowser, promisesRun, rangeOf, shown, TAXES, type TestTab } from './test-stores.arbitrary.ts';
import { type Progress, type TransferState } from './transfer-store.ts';

const SAMPLE = sampleBundle();
const NEW_TEXT = 'A new article. It has words.\n';

describe('reading files', () => {
  test('shows what each is, and writes nothing', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const before = await dump(browser.disk.database);
    await now(tab).read([bundleFile(SAMPLE), new File([NEW_TEXT], 'new.txt'), new File(['{'], 'broken.json')]);
    const { phase, files } = now(tab);
    expect(phase).toBe('preview');
    expect(files.map(({ reading, isHere }) => [reading.kind, reading.fileName, isHere])).toEqual([
      ['bundle', 'sample.json', false],
      ['article', 'new.txt', false],
      ['problems', 'broken.json', false],
    ]);
    expect(files[0]!.reading).toMatchObject({
      annotators: SAMPLE.annotators,
      plan: { labelsAdded: 0, articles: SAMPLE.articles.length, articlesHere: 0, layers: new Map([['added', 2]]) },
    });
    expect(await dump(browser.disk.database)).toEqual(before);
  });

  test('again, after the import, says that all of it is here', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const files = [bundleFile(SAMPLE), new File([NEW_TEXT], 'new.txt'), new File([TAXES.text], 'taxes again.txt')];
    await now(tab).read(files);
    expect(now(tab).files.map(({ isHere }) => isHere)).toEqual([false, false, true]);
    await now(tab).write();
    await now(tab).read(files);
    expect(now(tab).files.map(({ isHere }) => isHere)).toEqual([true, true, true]);
  });

  test('ends with the last choice, whichever is read first', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const slow = slowFile([NEW_TEXT], 'slow.txt');
    const first = now(tab).read([slow.file]);
    await now(tab).read([bundleFile(SAMPLE)]);
    slow.release();
    await first;
    expect(now(tab)).toMatchObject({ phase: 'preview', files: [{ reading: { fileName: 'sample.json' } }] });
  });

  test('that was given up shows nothing when it ends', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const slow = slowFile([NEW_TEXT], 'slow.txt');
    const reading = now(tab).read([slow.file]);
    expect(now(tab).phase).toBe('reading');
    now(tab).reset();
    slow.release();
    await reading;
    expect(now(tab)).toMatchObject({ phase: 'idle', files: [], failure: '' });
  });

  test('that fails says why', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const broken = new File(['x'], 'a.txt');
    broken.arrayBuffer = () => Promise.reject(new Error('the worker died'));
    await now(tab).read([broken]);
    expect(now(tab)).toMatchObject({ phase: 'idle', files: [], failure: 'the worker died' });
    browser.disk.database.close();
    await now(tab).read([bundleFile(SAMPLE)]);
    expect(now(tab)).toMatchObject({ phase: 'idle', failure: expect.stringContaining('closed') as string });
    await now(tab).read([new File([NEW_TEXT], 'new.txt')]);
    expect(now(tab)).toMatchObject({ phase: 'idle', failure: expect.stringContaining('closed') as string });
  });
});

describe('importing', () => {
  test('brings in articles and layers', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await importFiles(tab, [bundleFile(SAMPLE), new File([NEW_TEXT], 'new.txt'), new File(['{'], 'broken.json')]);
    expect(now(tab)).toMatchObject({ phase: 'done', failure: '' });
    await tab.library.getState().refresh();
    expect(tab.library.getState().articles.map(({ title, words }) => [title, words])).toEqual([
      ['Rain', 4],
      ['Taxes', 19],
      ['Taxes rose', 14],
      ['A new article. It has words.', 6],
    ]);
    expect(tab.session.getState().annotators.map(({ name }) => name)).toEqual(['Ada', 'Bo', 'Annotator']);
    await tab.open('Taxes rose', 'ada' as AnnotatorId);
    expect(tab.do()).toMatchObject({ layer: SAMPLE.layers[0], permission: 'other-annotator' });
  });

  test('shows the labels that came with it', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await importFiles(tab, [bundleFile(withPlaces())]);
    expect(tab.session.getState().project.labelSet.labels.map(({ id, key }) => [id, key])).toEqual([
      ['entity', '1'],
      ['claim', '2'],
      ['quote', '3'],
      ['place', ''],
    ]);
  });

  test('lets the work be taken up by whoever made it', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await importFiles(tab, [bundleFile(SAMPLE)]);
    await tab.library.getState().refresh();
    await tab.session.getState().annotateAs('ada' as AnnotatorId);
    await tab.open('Taxes rose');
    expect(tab.do()).toMatchObject({ permission: 'write', layer: SAMPLE.layers[0] });
    tab.do().deleteSpan('s2' as never);
    await tab.do().settled();
    await importFiles(tab, [bundleFile(SAMPLE)]);
    const layers = new Map([
      ['kept', 1],
      ['unchanged', 1],
    ]);
    expect(now(tab).files[0]!.reading).toMatchObject({ plan: { layers } });
    await tab.open('Rain');
    await tab.open('Taxes rose');
    expect(tab.do().layer.spans.map(({ id }) => id)).toEqual(['s1']);
    await tab.do().undo();
    expect(tab.do().layer.spans).toEqual(SAMPLE.layers[0]!.spans);
  });

  test('happens once, however often it is asked for, and nothing else is read meanwhile', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await now(tab).write();
    expect(now(tab).phase).toBe('idle');
    await now(tab).read([bundleFile(SAMPLE)]);
    const writing = now(tab).write();
    expect(now(tab).phase).toBe('writing');
    await Promise.all([now(tab).write(), now(tab).read([new File([NEW_TEXT], 'new.txt')])]);
    now(tab).reset();
    expect(now(tab).phase).toBe('writing');
    await writing;
    expect(now(tab)).toMatchObject({ phase: 'done', files: [{ reading: { fileName: 'sample.json' } }] });
  });

  test('that the disk refuses leaves nothing of the file at fault, and the files before it whole', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const second: Bundle = {
      ...SAMPLE,
      articles: [],
      layers: [],
      decisions: [],
      threads: [],
      annotators: [{ id: 'cy' as AnnotatorId, name: 'Cy' }],
    };
    await now(tab).read([
      bundleFile({ ...second, project: { ...second.project, guidelines: [] }, annotators: [] }, 'nothing.json'),
      bundleFile(withPlaces(), 'first.json'),
      bundleFile(second, 'second.json'),
    ]);
    const { annotators } = await dump(browser.disk.database);
    let writes = 0;
    browser.disk.beforeWrite = (table) => {
      writes += table === 'annotators' ? 1 : 0;
      if (writes === 2) throw diskFull();
    };
    await now(tab).write();
    expect(now(tab)).toMatchObject({
      phase: 'preview',
      failure: expect.stringMatching(/Nothing of the file at fault.*disk space/) as string,
    });
    expect((await dump(browser.disk.database))['annotators']).toEqual(annotators);
    expect(tab.session.getState().project.labelSet.labels.at(-1)).toMatchObject({ id: 'place' });
    browser.disk.beforeWrite = () => undefined;
    await now(tab).write();
    expect(now(tab)).toMatchObject({ phase: 'done', failure: '' });
    expect(tab.session.getState().annotators).toContainEqual({ id: 'cy', name: 'Cy' });
  });

  test('goes on after a fault with the files that are not in yet', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await now(tab).read([new File([NEW_TEXT], 'new.txt'), bundleFile(SAMPLE)]);
    browser.disk.beforeWrite = (table) => {
      if (table === 'layers') throw diskFull();
    };
    await now(tab).write();
    expect(now(tab).files.map(({ reading }) => reading.fileName)).toEqual(['sample.json']);
    await tab.library.getState().refresh();
    expect(tab.library.getState().articles).toHaveLength(3);
  });
});

describe('an export', () => {
  test('of one article and one annotator holds just these', async () => {
    const { tab, ada } = await openWithTwo();
    const taxes = idOf(tab, 'Taxes');
    const prepared = await now(tab).prepareExport({
      articleIds: new Set([taxes]),
      whose: { kind: 'some', annotatorIds: new Set([ada]) },
    });
    expect(prepared).toMatchObject({ fileName: 'taxes.spanmark.json', articles: 1, layers: 1, spans: 1 });
    const bundle = await bundleOf(prepared.blob);
    expect(bundle.annotators.map(({ id }) => id)).toEqual([ada]);
    expect(prepared.start.startsWith('{\n  "format"')).toBe(true);
  });

  test('of all holds every layer that was begun', async () => {
    const { tab } = await openWithTwo();
    const articleIds = new Set(tab.library.getState().articles.map(({ id }) => id));
    const prepared = await now(tab).prepareExport({ articleIds, whose: EVERYONE });
    expect(prepared).toMatchObject({ fileName: 'my-project.spanmark.json', articles: 2, layers: 3, spans: 2 });
    const bundle = await bundleOf(prepared.blob);
    expect(bundle.annotators.map(({ name }) => name).toSorted()).toEqual(['Annotator', 'Bo']);
  });

  test('read in another browser gives the same work', async () => {
    const { tab, ada } = await openWithTwo();
    const articleIds = new Set(tab.library.getState().articles.map(({ id }) => id));
    const { fileName, blob } = await now(tab).prepareExport({ articleIds, whose: EVERYONE });
    const other = await (await openTestBrowser()).openTab();
    await importFiles(other, [new File([blob], fileName)]);
    for (const title of ['Taxes', 'Rain']) {
      await tab.open(title, ada);
      await other.open(title, ada);
      expect(other.do().layer).toEqual(tab.do().layer);
    }
    expect(shown(other.do())).toEqual([]);
    expect(other.do().layer.status).toBe('done');
  });

  test('of nothing is a file all the same', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const prepared = await now(tab).prepareExport({ articleIds: new Set(), whose: EVERYONE });
    expect(prepared).toMatchObject({ fileName: 'my-project.spanmark.json', articles: 0, layers: 0, spans: 0 });
    await now(tab).read([new File([prepared.blob], prepared.fileName)]);
    expect(now(tab).files).toMatchObject([{ reading: { kind: 'bundle' }, isHere: true }]);
  });

  test('shows only the start of a long file', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await importFiles(tab, [new File(['🎉 long '.repeat(5000)], 'long.txt')]);
    await tab.library.getState().refresh();
    const articleIds = new Set(tab.library.getState().articles.map(({ id }) => id));
    const { start, blob } = await now(tab).prepareExport({ articleIds, whose: EVERYONE });
    expect(start.length).toBeLessThanOrEqual(6000);
    expect(blob.size).toBeGreaterThan(40_000);
  });

  test('goes to the downloads under its name', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const prepared = await now(tab).prepareExport({ articleIds: new Set([idOf(tab, 'Rain')]), whose: EVERYONE });
    now(tab).download(prepared);
    expect(browser.downloads).toEqual([{ fileName: 'rain.spanmark.json', blob: prepared.blob }]);
  });

  test('from a disk that cannot be read is refused with what to do', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    browser.disk.database.close();
    const preparing = now(tab).prepareExport({ articleIds: new Set(), whose: EVERYONE });
    await expect(preparing).rejects.toMatchObject({ message: expect.stringContaining('Reload the page') as string });
  });
});

describe('progress', () => {
  test('of reading, importing and making a file grows up to all there is to do, and is gone at the end', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const seen = watchProgress(tab);
    await now(tab).read([bundleFile(withCopies(40))]);
    // 40 articles and 40 layers, each checked twice.
    expectToGrow(seen.splice(0), 160);
    expect(now(tab).progress).toBeUndefined();
    await now(tab).write();
    expectToGrow(seen.splice(0), 80);
    expect(now(tab)).toMatchObject({ phase: 'done', progress: undefined });
    await tab.library.getState().refresh();
    const articleIds = new Set(tab.library.getState().articles.map(({ id }) => id));
    const made: Progress[] = [];
    await now(tab).prepareExport({ articleIds, whose: EVERYONE }, (progress) => made.push(progress));
    // Taxes and Rain are here as well, without a layer.
    expectToGrow(made, 82);
  });

  test('is told at most a hundred times', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const seen = watchProgress(tab);
    await now(tab).read([bundleFile(withCopies(300))]);
    expect(seen.length).toBeLessThanOrEqual(102);
    expectToGrow(seen, 1200);
  });
});

describe('cancelling', () => {
  test('a reading forgets it, and the next reading starts afresh', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const slow = slowFile([NEW_TEXT], 'slow.txt');
    const reading = now(tab).read([slow.file]);
    now(tab).cancel();
    await reading;
    expect(now(tab)).toMatchObject({ phase: 'idle', files: [], failure: '', progress: undefined });
    slow.release();
    await importFiles(tab, [bundleFile(SAMPLE)]);
    expect(now(tab)).toMatchObject({ phase: 'done', files: [{ reading: { fileName: 'sample.json' } }] });
  });

  test.each([1, 3, 5])(
    'an import at its step %i leaves the database as it was, and it can be done after all',
    async (step) => {
      const browser = await openTestBrowser();
      const tab = await browser.openTab();
      await now(tab).read([bundleFile(withCopies(40))]);
      const before = await dump(browser.disk.database);
      let steps = 0;
      browser.beforeStep = () => {
        steps += 1;
        if (steps === step) now(tab).cancel();
      };
      expect(await now(tab).write()).toBe(false);
      expect(now(tab)).toMatchObject({ phase: 'preview', failure: expect.stringContaining('cancelled') as string });
      expect(await dump(browser.disk.database)).toEqual(before);
      browser.beforeStep = () => undefined;
      expect(await now(tab).write()).toBe(true);
      expect(now(tab)).toMatchObject({ phase: 'done', failure: '' });
    },
  );

  test('an import of several files keeps those that came in before, and leaves out the rest', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await now(tab).read([new File([NEW_TEXT], 'new.txt'), bundleFile(withCopies(20)), bundleFile(SAMPLE)]);
    browser.beforeStep = () => {
      now(tab).cancel();
    };
    expect(await now(tab).write()).toBe(true);
    expect(now(tab).files.map(({ reading }) => reading.fileName)).toEqual(['sample.json', 'sample.json']);
    await tab.library.getState().refresh();
    expect(tab.library.getState().articles).toHaveLength(3);
  });

  test('the making of a file rejects it, and the next file is made by a new worker', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const articleIds = new Set(tab.library.getState().articles.map(({ id }) => id));
    const first = now(tab).prepareExport({ articleIds, whose: EVERYONE });
    now(tab).cancelExport();
    await expect(first).rejects.toThrow('closed');
    const second = now(tab).prepareExport({ articleIds: new Set(), whose: EVERYONE });
    const third = now(tab).prepareExport({ articleIds, whose: EVERYONE });
    await expect(second).rejects.toThrow('closed');
    expect(await third).toMatchObject({ articles: 2 });
  });

  test('what is not under way does nothing', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await now(tab).read([bundleFile(SAMPLE)]);
    now(tab).cancel();
    now(tab).cancelExport();
    expect(await now(tab).write()).toBe(true);
  });
});

/** Every progress that the store shows from now on. */
function watchProgress({ transfer }: TestTab): Progress[] {
  const seen: Progress[] = [];
  transfer.subscribe(({ progress }, before) => {
    if (progress && progress !== before.progress) seen.push(progress);
  });
  return seen;
}

function expectToGrow(seen: readonly Progress[], total: number): void {
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toEqual({ done: total, total });
  expect(seen.every((progress, index) => index === 0 || progress.done > seen[index - 1]!.done)).toBe(true);
  expect(new Set(seen.map((progress) => progress.total))).toEqual(new Set([total]));
}

/** The sample with its first article and layer so many times, each text a little different. */
function withCopies(count: number): Bundle {
  const [article, layer] = [SAMPLE.articles[0]!, SAMPLE.layers[0]!];
  const articles = Array.from({ length: count }, (_, index) => {
    const text = `${article.text}${index}\n`;
    return { ...article, text, id: articleIdOf(text) };
  });
  const layers = articles.map(({ id }) => ({ ...layer, articleId: id }));
  return { ...SAMPLE, articles, layers, decisions: [], threads: [] };
}

function now({ transfer }: TestTab): TransferState {
  return transfer.getState();
}

async function importFiles(tab: TestTab, files: readonly File[]): Promise<void> {
  await now(tab).read(files);
  await now(tab).write();
}

/** Ada has tagged a span in “Taxes” and found nothing in “Rain”; Bo has tagged a span in “Taxes”. */
async function openWithTwo(): Promise<{ readonly tab: TestTab; readonly ada: AnnotatorId }> {
  const tab = await (await openTestBrowser()).openTab();
  const ada = tab.session.getState().annotatorId;
  await tab.open('Rain');
  tab.do().setStatus('done');
  await tab.open('Taxes');
  tab.select('Rome');
  tab.do().applyLabel('entity' as LabelId);
  await tab.session.getState().addAnnotator('Bo');
  await tab.open('Taxes');
  tab.do().select({ anchor: rangeOf('Paris').from, head: rangeOf('Paris').to });
  tab.do().applyLabel('entity' as LabelId);
  await tab.do().settled();
  await tab.library.getState().refresh();
  return { tab, ada };
}

function idOf(tab: TestTab, title: string): ArticleId {
  return tab.library.getState().articles.find((article) => article.title === title)!.id;
}

function bundleFile(bundle: Bundle, name = 'sample.json'): File {
  return new File([writeBundle(bundle)], name);
}

/** A project with one more label, whose key another label has here. */
function withPlaces(): Bundle {
  const [entity] = SAMPLE.project.labelSet.labels;
  const labels = [{ ...entity!, id: 'place' as LabelId, name: 'Place' }];
  return {
    project: { ...SAMPLE.project, labelSet: { labels, linkTypes: [] } },
    annotators: [],
    articles: [],
    layers: [],
    decisions: [],
    threads: [],
  };
}

/** A file that is not read until it is let go. */
function slowFile(parts: string[], name: string): { readonly file: File; readonly release: () => void } {
  const file = new File(parts, name);
  const gate = new AbortController();
  const held = new Promise<void>((resolve) => {
    gate.signal.addEventListener('abort', () => {
      resolve();
    });
  });
  const bytes = file.arrayBuffer.bind(file);
  file.arrayBuffer = async () => {
    await held;
    await promisesRun();
    return bytes();
  };
  const release = (): void => {
    gate.abort();
  };
  return { file, release };
}

async function bundleOf(blob: Blob): Promise<Bundle> {
  return JSON.parse(await blob.text()) as Bundle;
}
