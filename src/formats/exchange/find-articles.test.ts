import { describe, expect, test } from 'vitest';
import { type Article } from '#core/project/project.ts';
import { freezeText } from '#core/text/freeze.ts';
import { articleIdOf } from '#formats/article-id.ts';
import { findArticles, libraryOf } from './find-articles.ts';
import { type LooseDocument } from './loose.ts';
import { nameAnnotators } from './name-annotators.ts';
import { type AnnotatorId } from '#core/project/project.ts';

const TAXES = articleOf('Taxes rose.\nIt rained.', 'Taxes', 'news/taxes.txt');
const RAIN = articleOf('It rained in Rome.', 'Rain', 'rain.txt');

describe('the article of a document', () => {
  test.each([
    ['with the same text', TAXES.text],
    ['with other line ends', '\uFEFFTaxes rose.\r\nIt rained.'],
    ['with other white space', 'Taxes  rose. It rained.\n'],
    ['whose words are joined by spaces', 'Taxes rose . It rained .'],
  ])('%s is that of the library', async (_, text) => {
    expect(await find({ text })).toBe(TAXES);
  });

  test('with another text is new, with what the file says of it', async () => {
    expect(await find({ text: 'Snow\r\nfell.', title: 'Snow', date: '2024-06', language: 'de' })).toMatchObject({
      id: articleIdOf('Snow\nfell.'),
      title: 'Snow',
      source: 'file.jsonl',
      date: '2024-06',
      language: 'de',
      text: 'Snow\nfell.',
      original: { newline: 'crlf' },
    });
  });

  test('that says nothing of itself gets a title from its text, and its language is guessed', async () => {
    const text =
      'The taxes of the town are to be raised.\n\nThis is what the council has said about it, and they will.';
    expect(await find({ text, language: 'not a tag', date: 'June' })).toMatchObject({
      title: 'The taxes of the town are to be raised.',
      language: 'en',
      date: '',
    });
  });

  test('of the same text as another is one and the same', async () => {
    const [one, two] = [documentOf({ text: 'Snow fell.' }), documentOf({ text: 'Snow  fell.' })];
    const found = await findArticles([one, two], libraryOf([]), [], 'file.jsonl');
    expect(found.get(one)).toBe(found.get(two));
  });

  test.each([
    ['its id', { name: TAXES.id }],
    ['its file’s name', { name: 'TAXES' }],
    ['an address that ends with its file’s name', { name: 'https://ex.org/documents/taxes.xml' }],
    ['its title', { title: 'Taxes' }],
  ])('without a text is found by %s', async (_, changes) => {
    expect(await find({ text: undefined, ...changes })).toBe(TAXES);
  });

  test('without a text is found among the files that came with it first', async () => {
    const beside = [{ path: 'other/taxes.txt', article: RAIN }];
    expect(await find({ text: undefined, name: 'taxes.txt' }, beside)).toBe(RAIN);
  });

  test.each([
    ['is called like nothing', { name: 'snow.txt' }],
    ['has no name', { name: '' }],
    ['has a name that two articles have', { name: 'twice.txt' }],
  ])('is none where a document without a text %s', async (_, changes) => {
    expect(await find({ text: undefined, ...changes })).toBeUndefined();
  });

  test('is none where its text is white space', async () => {
    expect(await find({ text: ' \r\n' })).toBeUndefined();
  });
});

describe('an annotator that a file names', () => {
  const ann = { id: 'id-1' as AnnotatorId, name: 'Ann Lee' };

  test('is the one who is known by this id or name', () => {
    const nameOf = nameAnnotators([ann]);
    expect([nameOf('id-1', false), nameOf('ann lee ', false)]).toEqual([ann, ann]);
  });

  test('is a new one otherwise, and the same again the next time', () => {
    const nameOf = nameAnnotators([ann]);
    const bo = { id: 'Bo', name: 'Bo' };
    expect([nameOf('Bo', false), nameOf('bo', false), nameAnnotators([])('Bo', false)]).toEqual([bo, bo, bo]);
    expect(nameOf('', false)).toEqual({ id: 'Unnamed annotator', name: 'Unnamed annotator' });
  });

  test('is somebody of a model’s name for predictions, even where a person is called so', () => {
    expect(nameAnnotators([ann])('Ann Lee', true)).toEqual({ id: 'model: Ann Lee', name: 'Ann Lee' });
    expect(nameAnnotators([ann])('', true)).toEqual({ id: 'model: Model', name: 'Model' });
  });
});

function articleOf(raw: string, title: string, source: string): Article {
  const { text, original } = freezeText(raw);
  return {
    id: articleIdOf(text),
    title,
    author: '',
    source,
    date: '',
    language: 'en',
    original,
    correctionOf: '',
    pages: [],
    text,
  };
}

function documentOf(changes: Partial<LooseDocument>): LooseDocument {
  return { place: '', name: '', text: '', title: '', source: '', date: '', language: '', layers: [], ...changes };
}

async function find(changes: Partial<LooseDocument>, beside: Parameters<typeof findArticles>[2] = []) {
  const document = documentOf(changes);
  const library = [TAXES, RAIN, articleOf('One.', '', 'a/twice.txt'), articleOf('Two.', '', 'b/twice.txt')];
  return (await findArticles([document], libraryOf(library), beside, 'file.jsonl')).get(document);
}
