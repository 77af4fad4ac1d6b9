import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { type ProjectId } from '#core/project/project.ts';
import { NOTHING_CHOSEN } from '#formats/exchange/dataset-choices.ts';
import { sampleBundle } from '#formats/native/sample-bundle.ts';
import { type DraftArticle } from '#importers/importer.ts';
import { openTestDisk } from '#storage/test-database.arbitrary.ts';
import { type ReadyDrafts } from './open-files.ts';
import { createReadWork, type ReadWork } from './read-work.ts';

const PROJECT = { ...sampleBundle().project, id: 'p1' as ProjectId };
const WORDS = Array.from({ length: 100 }, (_, index) => `word${index}`);

describe('a draft that an importer made', () => {
  test('is an article that can be changed before it comes in, and pages go along', async () => {
    const work = await workIn();
    const pages = [
      { from: 0, page: '1' },
      { from: 9, page: '2' },
    ];
    const [file] = await read(work, ready([{ ...draft('One two. Three.\n'), pages, date: 'in spring' }]));
    expect(file).toMatchObject({ reading: { kind: 'article', article: { title: 'A', date: '', pages } } });
    const { handle } = file!;
    const fields = { ...work.draftOf(handle), author: 'Ann Lee', text: 'One and two. Three.\n' };
    expect(await work.redraft(handle, fields, PROJECT)).toMatchObject({
      ok: true,
      file: { reading: { article: { author: 'Ann Lee', pages: [{ from: 0 }, { from: 13 }] } } },
    });
    expect(await work.redraft(handle, { ...fields, text: '' }, PROJECT)).toMatchObject({ ok: false });
    expect(work.draftOf(handle).text).toBe('One and two. Three.\n');
    expect(await work.write(handle, { project: PROJECT, isNew: false, at: '2026-01-01T00:00:00.000Z' }, nothing)).toBe(
      true,
    );
    expect((await read(work, ready([draft('One and two. Three.\n')])))[0]).toMatchObject({ isHere: true });
  });

  test('is told to be nearly another that is here, or that was read before it', async () => {
    const work = await workIn();
    const [here] = await read(work, ready([draft(WORDS.join(' '), 'Here')]));
    await work.write(here!.handle, { project: PROJECT, isNew: false, at: '2026-01-01T00:00:00.000Z' }, nothing);
    const near = WORDS.with(50, 'other').join(' ');
    const files = await read(
      work,
      ready([draft(near, 'Near'), draft('Another text about nothing at all', 'Far'), draft(`${near} end`, 'Later')]),
    );
    expect(await work.nearArticles(PROJECT)).toEqual([
      { handle: files[0]!.handle, title: 'Here', isHere: true, share: expect.closeTo(0.97, 1) as number },
      { handle: files[2]!.handle, title: 'Near', isHere: false, share: expect.closeTo(0.99, 1) as number },
    ]);
  });

  test('of a book is an article for each part, or all in one', async () => {
    const work = await workIn();
    const parts = [draft('One.\n', 'Book · 1'), draft('Two.\n', 'Book · 2')];
    const files = await read(work, { ...ready(parts), isBook: true });
    expect(files.map(({ book }) => book)).toEqual([1, 2].map(() => ({ id: 1, parts: 2, isWhole: false })));
    const [whole, ...others] = await work.bindBook(1, true, PROJECT);
    expect([whole, others]).toMatchObject([{ book: { isWhole: true }, reading: { article: { title: 'Book' } } }, []]);
    expect(work.draftOf(whole!.handle).text).toBe('One.\n\nTwo.\n');
    expect(await work.bindBook(1, false, PROJECT)).toHaveLength(2);
  });

  test('has what was left out of it as notes, which are no problems of an archive', async () => {
    const notes = [{ place: 'page 2', message: 'a table is left out' }];
    const files = await read(await workIn(), { ...ready([draft('One.\n', 'One')]), problems: notes });
    expect(files).toMatchObject([{ reading: { kind: 'article' }, notes, problems: [] }]);
  });

  test('is none where the file could not be read', async () => {
    const problems = [{ place: 'file', message: 'it is damaged' }];
    const files = await read(await workIn(), { ...ready([]), problems });
    expect(files).toMatchObject([{ reading: { kind: 'problems', fileName: 'a.html', problems } }]);
  });
});

describe('a table', () => {
  const CSV = 'title,text,date\nRain,It rained in Graz.,2026-05-03\nWind,The wind blew.,\nNone,,\n';

  test('becomes an article of each row, which can be changed and left out', async () => {
    const work = await workIn();
    const [table] = await work.readFiles([new File([CSV], 'a.csv')], PROJECT, nothing);
    expect(table).toMatchObject({ reading: { kind: 'table', plan: { articles: 2 } } });
    const [rain, wind, ...others] = await work.splitTable(table!.handle, PROJECT);
    expect(others).toEqual([]);
    expect(rain).toMatchObject({
      reading: { kind: 'article', fileName: 'a.csv · row 2', article: { title: 'Rain', date: '2026-05-03' } },
      notes: [{ place: 'row 4' }],
      formats: [],
    });
    expect(wind).toMatchObject({ reading: { fileName: 'a.csv · row 3', article: { title: 'Wind' } }, notes: [] });
    const fields = { ...work.draftOf(wind!.handle), text: 'The wind blew hard.\n' };
    expect(await work.redraft(wind!.handle, fields, PROJECT)).toMatchObject({ ok: true });
    await work.write(wind!.handle, { project: PROJECT, isNew: false, at: '2026-01-01T00:00:00.000Z' }, nothing);
    expect(await read(work, ready([draft('The wind blew hard.\n'), draft('It rained in Graz.')]))).toMatchObject([
      { isHere: true },
      { isHere: false },
    ]);
    await expect(work.splitTable(rain!.handle, PROJECT)).rejects.toThrow();
  });

  test('that was split, and a book that was bound, leave other files of the same drop as they were', async () => {
    const work = await workIn();
    const spans = JSON.stringify({ text: 'Ann Lee spoke.', label: [[0, 7, 'PER']] });
    const book = { ...ready([draft('One.\n', 'Book · 1'), draft('Two.\n', 'Book · 2')]), isBook: true };
    const files = [new File([CSV], 'a.csv'), book, new File([`${spans}\n`], 'b.jsonl')];
    const [table, , , dataset] = await work.readFiles(files, PROJECT, nothing);
    expect(dataset).toMatchObject({ reading: { kind: 'dataset' } });
    await work.splitTable(table!.handle, PROJECT);
    await work.bindBook(1, true, PROJECT);
    expect(await work.prepareAgain(dataset!.handle, PROJECT)).toEqual(dataset);
  });
});

test('a text that is not UTF-8 is read by a guess, which can be changed', async () => {
  const work = await workIn();
  const bytes = Uint8Array.from('Der W\xe4rter sagte \xfcber die Leute', (letter) => letter.charCodeAt(0));
  const [file] = await work.readFiles([new File([bytes], 'a.txt')], PROJECT, nothing);
  expect(file).toMatchObject({ reading: { encoding: 'windows-1252', start: 'Der Wärter sagte über die Leute' } });
  const again = await work.choose(file!.handle, { ...NOTHING_CHOSEN, format: 'text', encoding: 'koi8-r' }, PROJECT);
  expect(again).toMatchObject({
    reading: { encoding: 'koi8-r', start: expect.stringMatching(/^Der WДrter/) as string },
  });
});

function nothing(): void {}

async function workIn(): Promise<ReadWork> {
  const { database } = await openTestDisk();
  return createReadWork(() => Promise.resolve(database));
}

async function read(work: ReadWork, given: ReadyDrafts) {
  return work.readFiles([given], PROJECT, nothing);
}

function ready(drafts: readonly DraftArticle[]): ReadyDrafts {
  return { fileName: 'a.html', isBook: false, drafts, problems: [] };
}

function draft(text: string, title = 'A'): DraftArticle {
  return { title, author: '', source: '', date: '', language: 'en', text, pages: [] };
}
