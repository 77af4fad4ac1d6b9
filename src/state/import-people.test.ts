import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { read } from './read-files.arbitrary.ts';
import { openTestBrowser, TEXT, type TestTab } from './test-stores.arbitrary.ts';

describe('files that do not say who annotated', () => {
  test('are one person’s where each is on another article', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await read(tab, [columns('one.conll', 'Rome'), columns('two.conll', 'Paris'), columns('three.conll', 'Bonn')]);
    expect(unnamed(tab)).toEqual([['Unnamed annotator'], ['Unnamed annotator'], ['Unnamed annotator']]);
    await tab.transfer.getState().write();
    expect(tab.transfer.getState()).toMatchObject({ phase: 'done', failure: '' });
    const names = namesIn(tab);
    expect(names.filter((name) => name === 'Unnamed annotator')).toHaveLength(1);
    expect(names).not.toContain('one');
  });

  test('are by somebody called like the file where two are on one article, and the user can rename each', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await read(tab, [columns('eve.conll', 'Rome'), columns('bo.conll', 'Rome'), columns('more.conll', 'Bonn')]);
    expect(unnamed(tab)).toEqual([['eve'], ['bo'], ['more']]);
    const { handle } = tab.transfer.getState().files[2]!;
    await tab.transfer.getState().choose(handle, { called: new Map([['more', 'eve']]) });
    expect(unnamed(tab)).toEqual([['eve'], ['bo'], ['eve']]);
    await tab.transfer.getState().write();
    expect(namesIn(tab)).toEqual(expect.arrayContaining(['eve', 'bo']));
    expect(namesIn(tab)).not.toContain('more');
  });

  test('are one person’s again as soon as a file that was on the same article is read as a text', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await read(tab, [columns('eve.conll', 'Rome'), columns('bo.conll', 'Rome')]);
    const { handle } = tab.transfer.getState().files[1]!;
    await tab.transfer.getState().choose(handle, { format: 'text' });
    expect(unnamed(tab)).toEqual([['Unnamed annotator'], []]);
  });

  test('and lie in folders are told apart by these only where two folders have one article', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await read(tab, [zip('a.zip', standoff('news', 'Rome'), standoff('sport', 'Paris'))]);
    expect(unnamed(tab)).toEqual([['Unnamed annotator']]);
    await read(tab, [zip('b.zip', standoff('eve', 'Bonn'), standoff('bo', 'Bonn'))]);
    expect(unnamed(tab)).toEqual([[]]);
    await tab.transfer.getState().write();
    expect(namesIn(tab)).toEqual(expect.arrayContaining(['eve', 'bo']));
  });
});

const marked = (name: string, tags: readonly string[]): File =>
  new File([['Rome', 'is', 'far', '.'].map((word, at) => `${word} ${tags[at] ?? 'O'}\n`).join('')], name);

describe('a later file that does not say who annotated', () => {
  test('is somebody else’s where the unnamed annotator has other annotations on the same article', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await importAll(tab, [marked('data.conll', ['B-entity'])]);
    await read(tab, [marked('data.conll', ['B-entity', 'I-entity'])]);
    expect(unnamed(tab)).toEqual([['Unnamed annotator (2)']]);
    expect(others(tab)).toEqual([['Unnamed annotator']]);
    await tab.transfer.getState().write();
    await read(tab, [marked('data.conll', ['O', 'B-entity'])]);
    expect(unnamed(tab)).toEqual([['Unnamed annotator (3)']]);
    expect(others(tab)).toEqual([['Unnamed annotator', 'Unnamed annotator (2)']]);
  });

  test('is the same person’s where it has the same annotations, or others on other articles only', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await importAll(tab, [marked('one.conll', ['B-entity'])]);
    await importAll(tab, [marked('two.conll', ['O', 'B-entity'])]);
    await read(tab, [marked('again.conll', ['O', 'B-entity'])]);
    expect(unnamed(tab)).toEqual([['Unnamed annotator (2)']]);
    await read(tab, [columns('more.conll', 'Bonn')]);
    expect(unnamed(tab)).toEqual([['Unnamed annotator']]);
    expect(others(tab)).toEqual([[]]);
  });

  test('is the unnamed annotator’s as soon as the user says so, whose layer it then updates', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await importAll(tab, [marked('data.conll', ['B-entity'])]);
    await read(tab, [marked('data.conll', ['B-entity', 'I-entity'])]);
    const { handle } = tab.transfer.getState().files[0]!;
    const called = new Map([['Unnamed annotator (2)', 'Unnamed annotator']]);
    await tab.transfer.getState().choose(handle, { called });
    expect(unnamed(tab)).toEqual([['Unnamed annotator']]);
    await tab.transfer.getState().write();
    expect(namesIn(tab).filter((name) => name.startsWith('Unnamed'))).toEqual(['Unnamed annotator']);
  });

  test('is nobody’s of a file’s name who has other annotations on the same article', async () => {
    const tab = await (await openTestBrowser()).openTab();
    await importAll(tab, [marked('eve.conll', ['B-entity']), marked('bo.conll', ['O', 'B-entity'])]);
    await read(tab, [marked('eve.conll', ['O', 'O', 'B-entity']), marked('bo.conll', ['O', 'B-entity'])]);
    expect(unnamed(tab)).toEqual([['eve.conll'], ['bo']]);
    expect(others(tab)).toEqual([['eve'], ['eve']]);
  });
});

describe('an archive', () => {
  test('and another one are two people’s where both name nobody', async () => {
    const browser = await openTestBrowser();
    const tab = await browser.openTab();
    const [one, other] = [TEXT.indexOf('Ann Lee'), TEXT.indexOf('Lee')];
    await read(tab, [new File([archive(one, 'Ann Lee')], 'eve.zip'), new File([archive(other, 'Lee')], 'Bo Chen.zip')]);
    await tab.transfer.getState().write();
    expect(tab.transfer.getState()).toMatchObject({ phase: 'done', failure: '' });
    const names = tab.session.getState().annotators.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['eve', 'Bo Chen']));
  });
});

test('two files of one annotator say which of them counts', async () => {
  const tab = await (await openTestBrowser()).openTab();
  await read(tab, [rows('ann.jsonl', 'Ann Lee', 2024), rows('ann-later.jsonl', 'Lee', 2025)]);
  const twice = { layers: 1, annotators: ['Cy'], isOfOneTime: false };
  expect(tab.transfer.getState().files.map((each) => each.twice)).toEqual([
    [{ ...twice, fileName: 'ann-later.jsonl', isTaken: false }],
    [{ ...twice, fileName: 'ann.jsonl', isTaken: true }],
  ]);
  await tab.transfer.getState().write();
  await tab.library.getState().refresh();
  await tab.open('Taxes', 'Cy' as never);
  expect(tab.do().layer.spans.map(({ ranges: [range] }) => TEXT.slice(range!.from, range!.to))).toEqual(['Lee']);
});

/** A row of Cy’s with these words marked, in a file of this year. */
function rows(name: string, words: string, year: number): File {
  const start = TEXT.indexOf(words);
  const span = { start, end: start + words.length, text: words, label: 'entity', annotator: 'Cy' };
  const line = JSON.stringify({ text: TEXT, title: '', spans: [span], layers: [] });
  return new File([`${line}\n`], name, { lastModified: Date.UTC(year, 5, 1) });
}

/** A file of tokens by nobody in which a town is marked. */
function columns(name: string, town: string): File {
  return new File([`${town} B-entity\nis O\nfar O\n. O\n`], name);
}

function unnamed(tab: TestTab): readonly (readonly string[])[] {
  return tab.transfer.getState().files.map(({ reading }) => {
    return reading.kind === 'dataset' ? reading.unnamed.map(({ name }) => name) : [];
  });
}

function others(tab: TestTab): readonly (readonly string[])[] {
  return tab.transfer.getState().files.map(({ reading }) => (reading.kind === 'dataset' ? reading.others : []));
}

async function importAll(tab: TestTab, files: readonly File[]): Promise<void> {
  await read(tab, files);
  await tab.transfer.getState().write();
  expect(tab.transfer.getState()).toMatchObject({ phase: 'done', failure: '' });
}

function namesIn(tab: TestTab): readonly string[] {
  return tab.session.getState().annotators.map(({ name }) => name);
}

/** A text and what is marked at its start, in a folder. */
function standoff(folder: string, words: string): Record<string, Uint8Array> {
  return {
    [`${folder}/doc.txt`]: strToU8(`${words} is far.`),
    [`${folder}/doc.ann`]: strToU8(`T1\tentity 0 ${words.length}\t${words}\n`),
  };
}

function zip(name: string, ...folders: readonly Record<string, Uint8Array>[]): File {
  return new File([zipSync(Object.assign({}, ...folders) as Record<string, Uint8Array>)], name);
}

/** The text of the library with these words marked. */
function archive(at: number, words: string): Uint8Array<ArrayBuffer> {
  return zipSync({
    'taxes.txt': strToU8(TEXT),
    'taxes.ann': strToU8(`T1\tentity ${at} ${at + words.length}\t${words}\n`),
  });
}
