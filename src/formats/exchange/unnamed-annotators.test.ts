import { describe, expect, test } from 'vitest';
import { type LooseDataset, type LooseDocument } from './loose.ts';
import { namesOfUnnamed, unnamedFilesIn, type UnnamedPart, withNames } from './unnamed-annotators.ts';

const NO_ONE = new Map<LooseDocument, never>();

function documentOf(place: string, text: string | undefined, annotator = '', isPrediction = false): LooseDocument {
  const span = { id: '1', label: 'entity', ranges: [{ from: 0, to: 1 }], attributes: [], note: '' };
  return {
    place,
    name: place,
    text,
    title: '',
    source: '',
    date: '',
    language: '',
    layers: [
      { annotator, isPrediction, status: 'done', spans: [{ ...span, createdAt: '', changedAt: '' }], links: [] },
    ],
  };
}

/** A part of these files, each with annotations by nobody on these texts. */
function part(name: string, files: Record<string, readonly string[]>): UnnamedPart {
  return { name, unnamed: new Map(Object.entries(files).map(([path, texts]) => [path, new Set(texts)])) };
}

function named(...parts: readonly UnnamedPart[]): readonly string[] {
  return namesOfUnnamed(parts).flatMap((names) => [...names.values()]);
}

describe('whoever made what names nobody', () => {
  test('is one person for twenty files of one article each', () => {
    const files = Array.from({ length: 20 }, (_, at) => part(`${at}.conll`, { [`${at}.conll`]: [`text ${at}`] }));
    expect(new Set(named(...files))).toEqual(new Set(['Unnamed annotator']));
  });

  test('is somebody called like the file where two are on one text, the others of the drop as well', () => {
    const files = [
      part('Eve.conll', { 'Eve.conll': ['a', 'b'] }),
      part('bo.v2.conll', { 'bo.v2.conll': ['b'] }),
      part('cy.zip', { 'x/1.ann': ['c'], 'x/2.ann': ['d'] }),
    ];
    expect(named(...files)).toEqual(['Eve', 'bo.v2', 'cy', 'cy']);
  });

  test('is called like the file in an archive where those in it are on one text', () => {
    expect(named(part('all.zip', { 'in/eve.conll': ['a'], 'in/bo.conll': ['a'] }))).toEqual(['eve', 'bo']);
  });

  test('is called like the first of files that lie beside one another', () => {
    const loose = part('tram.ann and 2 more', { 'tram.ann': ['a'], 'tax.ann': ['b'] });
    expect(named(loose, part('bo.conll', { 'bo.conll': ['a'] }))).toEqual(['tram', 'tram', 'bo']);
  });

  test.each([
    [
      ['eve.conll', 'eve.jsonl'],
      ['eve', 'eve.jsonl'],
    ],
    [
      ['a.conll', 'a.conll', 'A.conll'],
      ['a', 'a.conll', 'A (2)'],
    ],
    [
      ['.hidden', 'b'],
      ['.hidden', 'b'],
    ],
  ])('are not called the same: %j', (paths, expected) => {
    expect(named(...paths.map((path) => part(path, { [path]: ['a'] })))).toEqual(expected);
  });
});

describe('files that name nobody', () => {
  test('are found by their documents’ places, with texts that may differ in white space', () => {
    const documents = [
      documentOf('a.conll line 1', 'Taxes rose.'),
      documentOf('a.conll.jsonl line 1', 'Taxes  rose.\n'),
      documentOf('b.conll line 1', 'Rain.', 'Ann'),
      documentOf('b.conll line 9', 'Rain.', '', true),
    ];
    const files = unnamedFilesIn(documents, ['a.conll', 'a.conll.jsonl', 'b.conll'], NO_ONE);
    expect([...files.keys()]).toEqual(['a.conll', 'a.conll.jsonl']);
    expect(files.get('a.conll')).toEqual(files.get('a.conll.jsonl'));
  });

  test('have the text of the article that was found where they have none', () => {
    const [one, other] = [documentOf('a.json', undefined), documentOf('b.json', 'Rain.')];
    const files = unnamedFilesIn([one, other], ['a.json', 'b.json'], new Map([[one, { text: 'Rain.' }]]));
    expect(files.get('a.json')).toEqual(files.get('b.json'));
    expect(unnamedFilesIn([one], ['a.json'], NO_ONE).get('a.json')!.size).toBe(0);
  });

  test('get the names, or what the user says, and nobody else does', () => {
    const documents = [
      documentOf('a.conll line 1', 'A'),
      documentOf('b.conll line 1', 'A', 'Ann'),
      documentOf('c', 'A'),
    ];
    const dataset: LooseDataset = { documents, problems: [], units: ['utf-16'] };
    const names = new Map([
      ['a.conll', 'a'],
      ['c', 'c'],
    ]);
    const result = withNames(dataset, ['a.conll', 'b.conll', 'c'], names, new Map([['c', 'Cy']]));
    expect(result.documents.map(({ layers }) => layers[0]!.annotator)).toEqual(['a', 'Ann', 'Cy']);
  });
});
