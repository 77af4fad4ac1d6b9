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

  test('is none where the file could not be read', async () => {
    const problems = [{ place: 'file', message: 'it is damaged' }];
    const files = await read(await workIn(), { ...ready([]), problems });
    expect(files).toMatchObject([{ reading: { kind: 'problems', fileName: 'a.html', problems } }]);
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
