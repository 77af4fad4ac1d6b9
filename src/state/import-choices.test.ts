import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { NO_FATES } from '#formats/exchange/fates.ts';
import { dump } from '#storage/test-database.arbitrary.ts';
import { dataset, fileOf, handleOf, read, row, type TestFile } from './read-files.arbitrary.ts';
import { openTestBrowser, TEXT } from './test-stores.arbitrary.ts';

describe('a file of another tool', () => {
  test('says what it holds and would change, and writes nothing', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const before = await dump(browser.disk.database);
    await read(tab, [
      fileOf([
        row(TEXT, [
          ['Ann Lee', 'entity'],
          ['Rome', 'PLACE'],
          ['Mars', 'PLACE'],
        ]),
      ]),
    ]);
    expect(dataset(tab)).toMatchObject({
      fileName: 'a.jsonl',
      plan: { articles: 0, articlesHere: 1, labelsAdded: 1, annotatorsAdded: ['Cy'], layers: new Map([['added', 1]]) },
      report: {
        spans: 2,
        grades: { equal: 2, orphan: 1 },
        units: [{ unit: 'code-point', documents: 1 }],
        labels: [
          { name: 'entity', spans: 1, known: 'entity' },
          { name: 'PLACE', spans: 2, known: undefined, fate: { kind: 'new' } },
        ],
      },
      orphans: [{ document: 'Taxes', words: 'Mars' }],
    });
    expect(await dump(browser.disk.database)).toEqual(before);
  });

  test('comes into the library as it was shown, and is here the second time', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const crlf = row(TEXT.replaceAll('\n', '\r\n'), [['Paris', 'PLACE']]);
    await read(tab, [fileOf([crlf, row('Snow fell.', [['Snow', 'entity']])])]);
    expect(dataset(tab)).toMatchObject({ plan: { articles: 1, articlesHere: 1 }, report: { carried: 0 } });
    await tab.transfer.getState().write();
    expect(tab.transfer.getState()).toMatchObject({ phase: 'done', failure: '' });
    expect(tab.session.getState().project.labelSet.labels.map(({ id }) => id)).toEqual([
      'entity',
      'claim',
      'quote',
      'PLACE',
    ]);
    await tab.library.getState().refresh();
    await tab.open('Taxes', 'Cy' as never);
    expect(tab.do().layer.spans.map(({ ranges }) => TEXT.slice(ranges[0]!.from, ranges[0]!.to))).toEqual(['Paris']);
    await read(tab, [fileOf([crlf, row('Snow fell.', [['Snow', 'entity']])])]);
    expect(tab.transfer.getState().files.map(({ isHere }) => isHere)).toEqual([true]);
  });

  test('can be read as another format and back', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await read(tab, [fileOf([row(TEXT, [['Rome', 'PLACE']])])]);
    const [{ handle, format, formats }] = tab.transfer.getState().files as [TestFile];
    expect(format).toBe('hugging-face');
    expect(formats.map(({ id }) => id)).toContain('text');
    const choosing = tab.transfer.getState().choose(handle, { format: 'text' });
    expect(tab.transfer.getState()).toMatchObject({ isChoosing: true, files: [{ format: 'text' }] });
    await choosing;
    expect(tab.transfer.getState()).toMatchObject({
      isChoosing: false,
      files: [{ format: 'text', reading: { kind: 'article' } }],
    });
    await tab.transfer.getState().choose(handle, { format: 'native' });
    expect(tab.transfer.getState().files[0]!.reading.kind).toBe('problems');
    await tab.transfer.getState().choose(handle, { format: 'hugging-face' });
    expect(dataset(tab).report.spans).toBe(1);
  });

  test('takes the offsets in the unit that was chosen', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const at = TEXT.indexOf('Rome');
    const spans = [{ start: at, end: at + 4, label: 'entity', annotator: 'Cy' }];
    await read(tab, [fileOf([{ text: TEXT, spans, layers: [] }])]);
    expect(dataset(tab).report.units).toEqual([{ unit: 'utf-16', documents: 1 }]);
    await tab.transfer.getState().choose(handleOf(tab), { unit: 'code-point' });
    expect(dataset(tab)).toMatchObject({
      choices: { unit: 'code-point' },
      report: { units: [{ unit: 'code-point' }] },
    });
    await tab.transfer.getState().choose(handleOf(tab), { unit: undefined });
    expect(dataset(tab).report.units).toEqual([{ unit: 'utf-16', documents: 1 }]);
  });

  test('has its layers finished as the file says, or as the user does', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await read(tab, [
      fileOf([{ ...row(TEXT, [['Rome', 'entity']]), layers: [{ annotator: 'Cy', status: 'in-progress' }] }]),
    ]);
    expect(dataset(tab)).toMatchObject({ unfinished: 1, choices: { isFinished: undefined } });
    await tab.transfer.getState().choose(handleOf(tab), { isFinished: true });
    expect(dataset(tab)).toMatchObject({ unfinished: 1, choices: { isFinished: true } });
    await tab.transfer.getState().write();
    await tab.library.getState().refresh();
    const taxes = tab.library.getState().articles.find(({ title }) => title === 'Taxes')!;
    expect(taxes.progress).toMatchObject([{ annotatorId: 'Cy', status: 'done' }]);
  });

  test('has its labels mapped or left out as was chosen, and is written so, even while it is read again', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await read(tab, [
      fileOf([
        row(TEXT, [
          ['Rome', 'PLACE'],
          ['Paris', 'CITY'],
          ['Taxes', 'MISC'],
        ]),
      ]),
    ]);
    const { choose, write } = tab.transfer.getState();
    const chosen = new Map([
      ['PLACE', { kind: 'own', id: 'entity' as LabelId } as const],
      ['CITY', { kind: 'left-out' } as const],
    ]);
    void choose(handleOf(tab), { fates: { ...NO_FATES, labels: chosen } });
    expect(dataset(tab).choices.fates.labels).toBe(chosen);
    expect(await write()).toBe(true);
    await tab.library.getState().refresh();
    await tab.open('Taxes', 'Cy' as never);
    expect(
      tab
        .do()
        .layer.spans.map(({ label }) => label)
        .toSorted(),
    ).toEqual(['MISC', 'entity']);
  });

  test('gives the list of what has no place', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await read(tab, [
      fileOf([
        row(TEXT, [
          ['Mars', 'entity'],
          ['Venus', 'entity'],
        ]),
      ]),
    ]);
    void tab.transfer.getState().choose(handleOf(tab), { unit: 'utf-16' });
    await tab.transfer.getState().downloadOrphans(handleOf(tab), 'csv');
    await tab.transfer.getState().downloadOrphans(handleOf(tab), 'json');
    expect(browser.downloads.map(({ fileName }) => fileName)).toEqual(['left-out.csv', 'left-out.json']);
    expect((await browser.downloads[0]!.blob.text()).split('\r\n')).toHaveLength(4);
    expect(await browser.downloads[1]!.blob.text()).toContain('"words": "Venus"');
  });

  test('has spans without a place put where the user says, and lists only the others', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    await read(tab, [
      fileOf([
        row(TEXT, [
          ['Anne Lee', 'entity'],
          ['Mars', 'entity'],
        ]),
      ]),
    ]);
    const [orphan, other] = dataset(tab).orphans;
    const [candidate] = orphan!.candidates;
    expect(candidate).toMatchObject({ words: 'Ann Lee' });
    expect(other!.candidates).toEqual([]);
    const { choose, downloadOrphans, write } = tab.transfer.getState();
    const { ranges, words } = candidate!;
    await choose(handleOf(tab), { places: new Map([[orphan!.key, { ranges, words }]]) });
    expect(dataset(tab)).toMatchObject({ report: { spans: 1, orphans: 1 }, orphans: [{ chosen: { words } }, {}] });
    await downloadOrphans(handleOf(tab), 'json');
    expect(await browser.downloads[0]!.blob.text()).not.toContain('Anne Lee');
    expect(await write()).toBe(true);
    await tab.library.getState().refresh();
    await tab.open('Taxes', 'Cy' as never);
    expect(tab.do().layer.spans.map(({ ranges: [range] }) => TEXT.slice(range!.from, range!.to))).toEqual(['Ann Lee']);
  });

  test('that is given up meanwhile leaves nothing, and a choice for it does nothing', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await read(tab, [fileOf([row(TEXT, [['Rome', 'PLACE']])])]);
    const handle = handleOf(tab);
    const choosing = tab.transfer.getState().choose(handle, { format: 'text' });
    tab.transfer.getState().reset();
    await choosing;
    await tab.transfer.getState().choose(handle, { format: 'text' });
    expect(tab.transfer.getState()).toMatchObject({ phase: 'idle', files: [], isChoosing: false, failure: '' });
  });
});
