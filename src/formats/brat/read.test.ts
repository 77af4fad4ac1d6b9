import { describe, expect, test } from 'vitest';
import { EXAMPLE_TEXT, oneLayerExample } from '#formats/exchange/example.arbitrary.ts';
import { hostileContents, sourceFile, written } from '#formats/exchange/written.arbitrary.ts';
import { readBrat } from './read.ts';
import { createBratWriter } from './write.ts';

function read(ann: string, text = EXAMPLE_TEXT, extension = 'ann') {
  const { documents, problems } = readBrat([
    sourceFile('ann1/doc.txt', text),
    sourceFile(`ann1/doc.${extension}`, ann),
  ]);
  return { layer: documents[0]!.layers[0]!, problems, documents };
}

function places(ann: string, text?: string) {
  return read(ann, text).layer.spans.map(({ label, ranges, quotes }) => {
    return [label, ranges.map(({ from, to }) => `${from}-${to}`).join(' '), quotes?.join('|')];
  });
}

test('every kind of line is read', () => {
  const { layer, problems } = read(
    [
      'T1\tQUOTE 0 6\t“Hi 🎉”',
      'T2\tENTITY 12 19\tAnn Lee',
      'T4\tSay 7 11\tsaid',
      'T5\tENTITY 16 19\tLee',
      'A1\tdirect T1 yes',
      'A2\treviewed T2',
      'M1\tNegation E1',
      'R1\tspeaker Arg1:T1 Arg2:T2\t',
      'E1\tSay:T4 Speaker:T2 Speaker2:T5',
      'E2\tSay:T4 Cause:E1',
      '*\tAlias T2 T5 T1',
      'N1\tReference T2 Wikidata:Q42\tDouglas Adams',
      '#1\tAnnotatorNotes T1\tby=ann1',
      '#2\tAnnotatorNotes T1\tand more',
      '',
    ].join('\n'),
  );
  expect(layer.spans.map(({ id, label, note, attributes }) => [id, label, note, attributes])).toEqual([
    ['T1', 'QUOTE', 'by=ann1\nand more', [{ name: 'direct', value: 'yes' }]],
    [
      'T2',
      'ENTITY',
      '',
      [
        { name: 'reviewed', value: 'yes' },
        { name: 'Reference', value: 'Wikidata:Q42' },
      ],
    ],
    ['T4', 'Say', '', [{ name: 'Negation', value: 'yes' }]],
    ['T5', 'ENTITY', '', []],
  ]);
  expect(layer.links.map(({ type, from, to }) => [type, from, to])).toEqual([
    ['speaker', 'T1', 'T2'],
    ['Alias', 'T2', 'T5'],
    ['Alias', 'T5', 'T1'],
    ['Speaker', 'T4', 'T2'],
    ['Speaker', 'T4', 'T5'],
    ['Cause', 'T4', 'T4'],
  ]);
  expect(new Set(layer.links.map(({ id }) => id)).size).toBe(6);
  expect(problems).toEqual([]);
});

describe('fragments', () => {
  test.each([
    ['around a line break are one stretch', 'T1\tC 23 28;29 34\tRome. Taxes', [['C', '23-34', 'Rome.\nTaxes']]],
    ['with words in between stay apart', 'T1\tC 23 27;29 34\tRome Taxes', [['C', '23-27 29-34', 'Rome|Taxes']]],
    ['may have a space after the semicolon', 'T1\tC 23 28; 29 34\tRome. Taxes', [['C', '23-34', 'Rome.\nTaxes']]],
    [
      'of old files have no space between their words',
      'T1\tC 23 28;29 34\tRome.Taxes',
      [['C', '23-34', 'Rome.\nTaxes']],
    ],
    ['stay as they are where their words are not there', 'T1\tC 23 28;29 34\tother', [['C', '23-28 29-34', 'other']]],
    ['may have no words', 'T1\tC 23 28;29 34', [['C', '23-34', '']]],
  ])('%s', (_, ann, expected) => {
    expect(places(ann)).toEqual(expected);
  });

  test('in UTF-16 of old releases are joined too', () => {
    expect(places('T1\tC 24 29;30 35\tRome. Taxes')).toEqual([['C', '24-35', 'Rome.\nTaxes']]);
  });

  test.each([
    ['two', 'T1\tC 4 8;10 13\tRome Tax', '4-13', 'Rome\r\nTax'],
    ['one', 'T1\tC 4 8;9 12\tRome Tax', '4-12', 'Rome\nTax'],
  ])('with CRLF as %s are joined', (_, ann, place, words) => {
    expect(places(`${ann}\r\n`, 'of: Rome\r\nTax')).toEqual([['C', place, words]]);
  });
});

test('the files .a1 and .a2 of an article are one layer', () => {
  const { documents } = readBrat([
    sourceFile('doc.a2', 'E1\tSay:T1 Speaker:T2\n'),
    sourceFile('doc.a1', '\uFEFFT1\tSay 7 11\tsaid\nT2\tENTITY 12 19\tAnn Lee\n'),
    sourceFile('doc.txt', EXAMPLE_TEXT),
  ]);
  const [layer] = documents[0]!.layers;
  expect(layer!.annotator).toBe('');
  expect(layer!.links.map(({ from, to }) => [from, to])).toEqual([['T1', 'T2']]);
});

test('an article in the folders of two annotators is one document', () => {
  const folders = ['out/_x2E_A', 'out/B'];
  const { documents } = readBrat(
    folders.flatMap((folder) => [sourceFile(`${folder}/d.txt`, 'a'), sourceFile(`${folder}/d.ann`, '')]),
  );
  expect(documents.map(({ layers }) => layers.map(({ annotator, status }) => [annotator, status]))).toEqual([
    [
      ['.A', 'not-started'],
      ['B', 'not-started'],
    ],
  ]);
});

test.each([
  ['two folders of one text are two people, whatever the files are called', ['eve/a', 'bo/b'], '', ['eve', 'bo']],
  ['a folder alone may be anything', ['news/a'], '', ['']],
  ['a folder that annotators.conf has is an annotator', ['x/a'], 'x\tAnn Lee\n', ['x']],
])('%s', (_, stems, names, expected) => {
  const { documents } = readBrat([
    sourceFile('annotators.conf', names),
    ...stems.flatMap((stem) => [sourceFile(`${stem}.txt`, 'Rome'), sourceFile(`${stem}.ann`, 'T1\tC 0 4\tRome\n')]),
  ]);
  expect(documents.flatMap(({ layers }) => layers.map(({ annotator }) => annotator))).toEqual(expected);
});

test('ranges of ours are believed only as long as the line still has them', () => {
  const own = '#1\tSpanmark T1\t{"id":"s1","ranges":[[23,29],[29,34]]}';
  const moved = '#1\tSpanmark T1\t{"id":"s1","ranges":[[22,29]]}';
  expect(read(`T1\tC 23 28;29 34\tRome. Taxes\n${own}`).layer.spans[0]!.ranges).toHaveLength(2);
  expect(read(`T1\tC 23 28;29 34\tRome. Taxes\n${moved}`).layer.spans[0]!.ranges).toEqual([{ from: 23, to: 34 }]);
});

test('lines that are none of brat’s are problems with their number, and so is what is about nothing', () => {
  const { layer, problems } = read(
    [
      'T1\tQUOTE 0 6\t“Hi 🎉”',
      'T1\tQUOTE 0 6\t“Hi 🎉”',
      'T2 QUOTE 0 6 “Hi 🎉”',
      'T3\tQUOTE 0 x\t“Hi 🎉”',
      'X\t',
      'A1\tdirect T9 yes',
      'R1\tspeaker Arg1:T1 Arg2:T9',
      'A2\tsure R1',
    ].join('\n'),
  );
  expect(layer.spans).toHaveLength(1);
  expect(problems.map(({ place }) => place.replace('ann1/doc.ann ', ''))).toEqual([
    'line 2',
    'line 3',
    'line 4',
    'line 5',
    'line 6',
    'line 8',
    'ann1/doc.ann',
  ]);
});

test('hostile files give a result or problems, never an exception', () => {
  const { files } = written(createBratWriter, [oneLayerExample()]);
  const valid = files.get('ann1/0001-Ann-Lee.ann')!;
  for (const content of hostileContents(valid)) {
    expect(() => readBrat([sourceFile('a/d.txt', EXAMPLE_TEXT), sourceFile('a/d.ann', content)])).not.toThrow();
    expect(() => readBrat([sourceFile('a/d.txt', content), sourceFile('a/d.ann', valid)])).not.toThrow();
  }
});
