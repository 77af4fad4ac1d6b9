import { describe, expect, test } from 'vitest';
import { CONLL } from './about.ts';
import { readConll } from './read.ts';

function read(text: string, path = 'news/one.conll') {
  return readConll([{ path, bytes: new TextEncoder().encode(text) }]);
}

/** The spans as “words LABEL”, one list for each document. */
function spansOf(text: string): readonly (readonly string[])[] {
  return read(text).documents.map(({ text: whole, layers }) =>
    layers[0]!.spans.map(({ label, ranges: [range] }) => `${whole!.slice(range!.from, range!.to)} ${label}`),
  );
}

describe('readConll', () => {
  test.each([
    [
      'IOB1 of the English files of 2003',
      '-DOCSTART- -X- O O\n\nAnn NNP I-NP I-PER\nLee NNP I-NP I-PER\nBo NNP I-NP B-PER\nsaid VBD I-VP O\n',
      [['Ann Lee PER', 'Bo PER']],
    ],
    ['IOB2 of 2002 in two columns', 'Ann B-PER\nLee I-PER\n\nRome B-LOC\n. O\n', [['Ann Lee PER', 'Rome LOC']]],
    ['the Dutch files of 2002', '-DOCSTART- -DOCSTART- O\nAnn N B-PER\n', [['Ann PER']]],
    ['BIOES', 'Ann B-PER\nLee E-PER\nBo S-PER\n', [['Ann Lee PER', 'Bo PER']]],
    ['BILOU', 'Ann B-PER\nLee L-PER\nBo U-PER\n', [['Ann Lee PER', 'Bo PER']]],
    ['TABs, as doccano writes', 'Ann\tB-PER\nLee\tI-PER\n\nBo\tB-PER\n', [['Ann Lee PER', 'Bo PER']]],
    ['an underscore column, as Label Studio writes', '-DOCSTART- -X- O\nAnn -X- _ B-PER\n', [['Ann PER']]],
    ['CRLF and a byte order mark', '\uFEFFAnn B-PER\r\nLee I-PER\r\n\r\nBo O\r\n', [['Ann Lee PER']]],
    ['comments, and # as a word', '# id = 1\n# text = Ann\n# O\nAnn B-PER\n# B-PER\n', [['Ann PER', '# PER']]],
    ['two documents', '-DOCSTART- O\n\nAnn B-PER\n\n-DOCSTART- O\n\nBo B-PER\n', [['Ann PER'], ['Bo PER']]],
    ['labels without a prefix', 'Ann PER\nLee PER\nof O\nRome LOC\n', [['Ann Lee PER', 'Rome LOC']]],
    ['a label with hyphens', 'Ann B-PER-of-note\n', [['Ann PER-of-note']]],
  ])('takes %s', (_, text, expected) => {
    expect(read(text).problems).toEqual([]);
    expect(spansOf(text)).toEqual(expected);
  });

  test('the text of another tool’s file is its words with spaces, and a line for each sentence', () => {
    const [document] = read('“ O\nHi O\n🎉 B-X\n\nRome B-LOC\n').documents;
    expect(document).toMatchObject({ text: '“ Hi 🎉\nRome', name: '', title: 'one', place: 'news/one.conll line 1' });
    expect(document!.layers[0]!.spans[0]).toMatchObject({ ranges: [{ from: 5, to: 7 }], quotes: ['🎉'] });
  });

  const ARTICLE = {
    id: 'abc',
    title: 'News',
    text: 'Ann  Lee\n',
    layers: [{ annotator: 'bo', goes_on: [1], labels: [] }],
  };
  const NOTED = '-DOCSTART- -X- article=abc&annotator=bo O\n\nAnn -X- -X- B-PER\n\nLee -X- -X- B-PER\n';

  function readWith(beside: string): ReturnType<typeof readConll> {
    const encoder = new TextEncoder();
    return readConll([
      { path: 'a.conll', bytes: encoder.encode(NOTED) },
      { path: 'articles.conll.jsonl', bytes: encoder.encode(beside) },
    ]);
  }

  test('the file beside has the text, what the article is called, and which spans go on in the next sentence', () => {
    const [document] = readWith(JSON.stringify(ARTICLE)).documents;
    expect(document).toMatchObject({ name: 'abc', title: 'News', text: 'Ann  Lee\n' });
    expect(document!.layers).toMatchObject([{ annotator: 'bo', spans: [{ ranges: [{ from: 0, to: 8 }] }] }]);
  });

  test.each([
    ['has other words', { ...ARTICLE, text: 'Ann Lea' }],
    ['ends before the words do', { ...ARTICLE, text: 'Ann' }],
    ['goes on after the words', { ...ARTICLE, text: 'Ann Lee went' }],
  ])('a file beside whose text %s is not followed', (_, article) => {
    const [document] = readWith(JSON.stringify(article)).documents;
    expect(document).toMatchObject({ name: 'abc', text: 'Ann\nLee' });
    expect(document!.layers[0]!.spans).toHaveLength(2);
  });

  test('a line beside that is of no use is a problem, and the columns are read without it', () => {
    const { documents, problems } = readWith('{"id": "abc"}\n{broken\n');
    expect(documents).toMatchObject([{ name: 'abc', text: 'Ann\nLee', layers: [{ annotator: 'bo' }] }]);
    expect(problems).toEqual([
      { place: 'articles.conll.jsonl line 2', message: 'this line is not JSON' },
      { place: 'articles.conll.jsonl line 1', message: 'the line has no “id” or no “text”' },
    ]);
  });

  test('an article that nobody has annotated is read from the file beside', () => {
    const { documents } = readWith(JSON.stringify({ ...ARTICLE, id: 'other' }));
    expect(documents.map(({ name, layers }) => [name, layers.length])).toEqual([
      ['abc', 1],
      ['other', 0],
    ]);
  });

  test('a line without a tag is a problem with its place, and the rest is read', () => {
    const { documents, problems } = read('Ann B-PER\nLee\nBo O\n');
    expect(problems).toEqual([{ place: 'news/one.conll line 2', message: 'the line has no tag behind its word' }]);
    expect(documents[0]!.text).toBe('Ann Bo');
  });

  test.each([
    ['nothing', ''],
    ['blank lines', '\n\n\n'],
    ['a note that is cut off', '-DOCSTART- -X- article=%E0%A4%A&annotator O\nAnn O\n'],
    ['names of object members', '-DOCSTART- __proto__ O\nconstructor B-__proto__\n'],
    ['one column throughout', 'word\n'.repeat(5000)],
  ])('%s gives documents or problems, and no more than a hundred of these', (_, text) => {
    const { problems } = read(text);
    expect(problems.length).toBeLessThanOrEqual(100);
  });

  test.each([
    ['NUL bytes', new Uint8Array([65, 0, 66])],
    ['another encoding', new Uint8Array([0xe9, 0x20, 0x4f])],
  ])('%s are a problem', (_, bytes) => {
    const { documents, problems } = readConll([{ path: 'a.conll', bytes }]);
    expect(documents).toEqual([]);
    expect(problems[0]!.place).toMatch(/^a\.conll byte \d+/);
  });

  test('a long file is read to its end', () => {
    expect(read('word O\nAnn B-PER\n'.repeat(50_000)).documents[0]!.layers[0]!.spans.length).toBe(50_000);
  });
});

describe('recognises', () => {
  test.each([
    ['a.conll', '', true],
    ['a.txt', '-DOCSTART- -X- O O\n', true],
    ['a.txt', 'Ann B-PER\nsaid O\n. O\nBo B', true],
    ['a.txt', 'Taxes rose O\nsaid O\n. O\n', false],
    ['articles.conll.jsonl', '{"id": "a"}', true],
    ['a.txt', 'An article.\nIt has two lines.\n', false],
    ['a.jsonl', '{"text": "a", "b": O\n'.repeat(4), false],
  ])('%s with %j: %s', (path, start, expected) => {
    expect(CONLL.recognises!({ path, start, isArchive: false })).toBe(expected);
  });
});
