import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { dataset, read, row } from './read-files.arbitrary.ts';
import { openTestBrowser, TEXT } from './test-stores.arbitrary.ts';

describe('an archive', () => {
  test('is one dataset of a format, and what it cannot give is told', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const archive = zipSync({
      'README.md': strToU8('# Data'),
      'data/train.jsonl': strToU8(`${JSON.stringify(row(TEXT, [['Rome', 'entity']]))}\n`),
      'more.zip': strToU8('x'),
    });
    await read(tab, [new File([archive], 'data.zip')]);
    expect(tab.transfer.getState().files).toHaveLength(1);
    expect(dataset(tab)).toMatchObject({
      fileName: 'data.zip',
      report: { spans: 1, problems: [{ place: 'more.zip' }] },
    });
  });

  test('that has a text besides what cannot be read tells so beside the text', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const archive = zipSync({ 'a.txt': strToU8('One.'), 'more.zip': strToU8('x') });
    await read(tab, [new File([archive], 'texts.zip')]);
    expect(tab.transfer.getState().files).toMatchObject([
      { reading: { kind: 'article' }, problems: [{ place: 'more.zip' }] },
    ]);
  });

  test('of texts gives an article for each, and a damaged one a problem', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const archive = zipSync({ 'a.txt': strToU8('One.'), 'b/c.txt': strToU8('Two.') });
    await read(tab, [new File([archive], 'texts.zip'), new File([archive.slice(0, 20)], 'bad.zip')]);
    expect(tab.transfer.getState().files.map(({ reading }) => [reading.kind, reading.fileName])).toEqual([
      ['article', 'texts.zip: a.txt'],
      ['article', 'texts.zip: b/c.txt'],
      ['problems', 'bad.zip'],
    ]);
  });
});

describe('a folder', () => {
  test('is read as an archive is, and what the browser could not read or nobody wants is told', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const jsonl = `${JSON.stringify(row(TEXT, [['Rome', 'entity']]))}\n`;
    await read(tab, [
      {
        name: 'data',
        files: [
          { path: 'README.md', file: new File(['# Data'], 'README.md') },
          { path: '.DS_Store', file: new File(['x'], '.DS_Store') },
          { path: 'data/train.jsonl', file: new File([jsonl], 'train.jsonl') },
          { path: 'old/more.zip', file: new File(['x'], 'more.zip') },
        ],
        unread: ['locked'],
      },
    ]);
    expect(dataset(tab)).toMatchObject({
      fileName: 'data',
      report: { spans: 1, problems: [{ place: 'locked' }, { place: 'old/more.zip' }] },
    });
  });

  test('without files, or with more than anybody wants, is a problem', async () => {
    const tab = await (await openTestBrowser()).openTab();
    const file = new File(['x'], 'a.txt');
    const many = Array.from({ length: 20_001 }, (_, index) => ({ path: `${index}.txt`, file }));
    await read(tab, [
      { name: 'empty', files: [], unread: [] },
      { name: 'many', files: many, unread: [] },
    ]);
    expect(tab.transfer.getState().files.map(({ reading }) => reading)).toMatchObject([
      { kind: 'problems', fileName: 'empty', problems: [{ message: 'the folder has no files' }] },
      { kind: 'problems', fileName: 'many', problems: [{ message: expect.stringContaining('20000') as string }] },
    ]);
  });
});
