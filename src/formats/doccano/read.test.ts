import { describe, expect, test } from 'vitest';
import { EXAMPLE_TEXT, oneLayerExample } from '#formats/exchange/example.arbitrary.ts';
import { hostileContents, sourceFile, written } from '#formats/exchange/written.arbitrary.ts';
import { readDoccano } from './read.ts';
import { createDoccanoWriter } from './write.ts';

const TEXT = JSON.stringify(EXAMPLE_TEXT);

describe('the forms that doccano has had', () => {
  test.each([
    ['label', `{"id":1,"text":${TEXT},"label":[[0,7,"QUOTE"]],"Comments":[]}`],
    ['labels', `{"text":${TEXT},"labels":[[0,7,"QUOTE"]]}`],
    ['data instead of text', `{"data":${TEXT},"label":[[0,7,"QUOTE"]]}`],
    ['names of the import template', `{"column_data":${TEXT},"column_label":[[0,7,"QUOTE"]]}`],
    [
      'entities',
      `{"text":${TEXT},"entities":[{"id":3,"label":"QUOTE","start_offset":0,"end_offset":7}],"relations":[]}`,
    ],
    ['entities as lists, with cats', `{"text":${TEXT},"cats":[],"entities":[[0,7,"QUOTE"]]}`],
    ['a list instead of lines', `[{"text":${TEXT},"label":[[0,7,"QUOTE"]]}]`],
    ['a byte order mark and CRLF', `\uFEFF{"text":${TEXT},"label":[[0,7,"QUOTE"]]}\r\n\r\n`],
  ])('%s', (_, content) => {
    const { documents, problems } = readDoccano([sourceFile('export/Ann.jsonl', content)]);
    expect(problems).toEqual([]);
    expect(documents.map(({ text }) => text)).toEqual([EXAMPLE_TEXT]);
    const [layer] = documents[0]!.layers;
    expect(layer!.annotator).toBe('Ann');
    expect(layer!.spans.map(({ label, ranges }) => [label, ranges])).toEqual([['QUOTE', [{ from: 0, to: 7 }]]]);
  });

  test('annotations name labels by number and their users, who have a layer each', () => {
    const annotations = [
      { label: 4, start_offset: 0, end_offset: 7, user: 1 },
      { label: 5, start_offset: 13, end_offset: 20, user: 2 },
    ];
    const { documents } = readDoccano([sourceFile('all.jsonl', JSON.stringify({ text: EXAMPLE_TEXT, annotations }))]);
    expect(documents[0]!.layers.map(({ annotator, spans }) => [annotator, spans[0]!.label])).toEqual([
      ['1', '4'],
      ['2', '5'],
    ]);
  });

  test('relations join entities by their ids', () => {
    const entities = [3, 9].map((id) => ({ id, label: 'A', start_offset: id, end_offset: id + 1 }));
    const relations = [
      { id: 1, from_id: 9, to_id: 3, type: 'speaker' },
      { id: 2, from_id: 9, to_id: 7, type: 'speaker' },
    ];
    const file = sourceFile('a.jsonl', JSON.stringify({ text: EXAMPLE_TEXT, entities, relations }));
    const { documents, problems } = readDoccano([file]);
    expect(documents[0]!.layers[0]!.links).toEqual([{ id: '1', type: 'speaker', from: '9', to: '3' }]);
    expect(problems.map(({ place }) => place)).toEqual(['a.jsonl line 1']);
  });
});

test.each([
  ['', ['utf-16', 'code-point', 'grapheme']],
  [',"offset_unit":"code-point"', ['code-point']],
  [',"offset_unit":"furlong"', ['utf-16', 'code-point', 'grapheme']],
])('with %j the unit is %j', (named, units) => {
  expect(readDoccano([sourceFile('a.jsonl', `{"text":"a b","label":[[0,1,"A"]]${named}}`)]).units).toEqual(units);
});

test('what is about the whole text, and spans without a place, are problems with their line', () => {
  const { documents, problems } = readDoccano([
    sourceFile(
      'a.jsonl',
      [
        '{"text":"one","label":["sports"]}',
        '{"text":"two","cats":["sports"],"label":[[0,2,"A"],[0,"x","A"],[0,1,""]]}',
        '{"text":"three","Comments":["hm"]}',
        '{"label":[]}',
        'no json',
      ].join('\n'),
    ),
  ]);
  expect(documents).toHaveLength(3);
  expect(problems.map(({ place }) => place)).toEqual([
    'a.jsonl line 5',
    'a.jsonl line 1, label[0]',
    'a.jsonl line 2',
    'a.jsonl line 2, label[1]',
    'a.jsonl line 2, label[2]',
    'a.jsonl line 3',
    'a.jsonl line 4',
  ]);
});

test('hostile files give a result or problems, never an exception', () => {
  for (const variant of ['label', 'entities']) {
    const valid = written(createDoccanoWriter, [oneLayerExample()], { variant }).files.get('ann1.jsonl')!;
    for (const content of hostileContents(valid)) {
      expect(() => readDoccano([sourceFile('ann1.jsonl', content)])).not.toThrow();
    }
  }
});
