import { describe, expect, test } from 'vitest';
import { findUnit } from '#formats/exchange/place-spans.ts';
import { EXAMPLE_TEXT, oneLayerExample } from '#formats/exchange/example.arbitrary.ts';
import { hostileContents, sourceFile, written } from '#formats/exchange/written.arbitrary.ts';
import { readLabelStudio } from './read.ts';
import { createLabelStudioWriter } from './write.ts';

function read(tasks: unknown) {
  return readLabelStudio([sourceFile('a.json', JSON.stringify(tasks))]);
}

function region(id: string, start: number, end: number, labels: readonly string[], more: object = {}) {
  return { id, from_name: 'label', to_name: 'text', type: 'labels', value: { start, end, labels, ...more } };
}

function task(result: readonly unknown[], data: object = { text: EXAMPLE_TEXT }) {
  return { id: 7, data, annotations: [{ completed_by: 1, result }], predictions: [] };
}

function spansOf(result: readonly unknown[], data?: object) {
  const { documents, problems } = read([task(result, data)]);
  return { spans: documents[0]?.layers[0]?.spans ?? [], links: documents[0]?.layers[0]?.links ?? [], problems };
}

test.each([
  [{ completed_by: 3 }, '3'],
  [{ completed_by: { id: 3, email: 'a@b.org' } }, 'a@b.org'],
  [{ completed_by: { id: 3, first_name: 'Ann', last_name: 'Lee' } }, 'Ann Lee'],
  [{ completed_by: { id: 3 } }, '3'],
  [{}, ''],
])('the annotator of %j is %j', (fields, annotator) => {
  const annotations = [{ ...fields, result: [region('s1', 0, 6, ['QUOTE'])] }];
  expect(read([{ data: { text: EXAMPLE_TEXT }, annotations }]).documents[0]!.layers[0]!.annotator).toBe(annotator);
});

test('completions of old versions are read, and predictions are layers of models', () => {
  const result = [region('s1', 0, 6, ['QUOTE'])];
  const { documents } = read([
    {
      data: { body: EXAMPLE_TEXT },
      completions: [{ id: 1, result }],
      predictions: [{ model_version: 'm2', score: 0.5, result }],
    },
  ]);
  expect(documents[0]!.text).toBe(EXAMPLE_TEXT);
  expect(
    documents[0]!.layers.map(({ annotator, isPrediction, spans }) => [annotator, isPrediction, spans.length]),
  ).toEqual([
    ['', false, 1],
    ['m2', true, 1],
  ]);
});

test('offsets of old versions are found to be UTF-16', () => {
  const tasks = [task([region('s1', 13, 20, ['ENTITY'], { text: 'Ann Lee' })])];
  const { documents, units } = read(tasks);
  expect(units).toEqual(['code-point', 'utf-16']);
  expect(findUnit(EXAMPLE_TEXT, documents[0]!.layers, units)).toBe('utf-16');
});

test('results with the id of a region are its attributes', () => {
  const value = { start: 0, end: 6 };
  const { spans, problems } = spansOf([
    region('s1', 0, 6, ['QUOTE'], { text: '“Hi 🎉”' }),
    { id: 's1', from_name: 'direct', type: 'choices', value: { ...value, choices: ['yes', 'maybe'] } },
    { id: 's1', from_name: 'why', type: 'textarea', value: { ...value, text: ['some words'] } },
    { id: 's1', from_name: 'sure', type: 'number', value: { ...value, number: 1.5 } },
    { id: 's1', from_name: 'stars', type: 'rating', value: { ...value, rating: 4 } },
    { id: 's1', from_name: 'topic', type: 'taxonomy', value: { ...value, taxonomy: [['a', 'b']] } },
    { id: 's1', from_name: 'box', type: 'rectangle', value },
  ]);
  expect(spans[0]!.quotes).toEqual(['“Hi 🎉”']);
  expect(spans[0]!.attributes.map(({ name, value: text }) => `${name}=${text}`)).toEqual([
    'direct=yes',
    'direct=maybe',
    'why=some words',
    'sure=1.5',
    'stars=4',
    'topic=a / b',
  ]);
  expect(problems.map(({ place }) => place)).toEqual(['a.json tasks[0].annotations[0].result[6]']);
});

test('a region with several labels is a span for each, with the attributes of that label', () => {
  const { spans } = spansOf([
    region('s1', 0, 6, ['A', 'B']),
    { id: 's1', from_name: 'B.sure', type: 'choices', value: { start: 0, end: 6, choices: ['yes'] } },
    { id: 's1', from_name: 'kind', type: 'choices', value: { start: 0, end: 6, choices: ['x'] } },
  ]);
  expect(spans.map(({ id, label, attributes }) => [id, label, attributes.map(({ name }) => name)])).toEqual([
    ['s1', 'A', ['kind']],
    ['s1 B', 'B', ['sure', 'kind']],
  ]);
});

test.each([
  ['right', [['s1', 's2']]],
  ['left', [['s2', 's1']]],
  [
    'bi',
    [
      ['s1', 's2'],
      ['s2', 's1'],
    ],
  ],
])('a relation to the %s joins %j', (direction, expected) => {
  const { links } = spansOf([
    region('s1', 0, 6, ['QUOTE']),
    region('s2', 12, 19, ['ENTITY']),
    { type: 'relation', from_id: 's1', to_id: 's2', direction, labels: ['speaker'] },
  ]);
  expect(links.map(({ from, to }) => [from, to])).toEqual(expected);
});

test('a part joins its first region only while that has the same label', () => {
  const part = (label: string) => ({ ...region('s1~2', 12, 19, [label]), meta: { part_of: 's1' } });
  expect(spansOf([region('s1', 0, 6, ['A']), part('A')]).spans.map(({ ranges }) => ranges.length)).toEqual([2]);
  expect(spansOf([region('s1', 0, 6, ['A']), part('B')]).spans.map(({ ranges }) => ranges.length)).toEqual([1, 1]);
  const circle = ['x', 'y'].map((id, at) => ({ ...region(id, 0, 6, ['A']), meta: { part_of: ['y', 'x'][at] } }));
  expect(spansOf(circle).spans).toHaveLength(2);
});

describe('what has no place in a plain text is a problem', () => {
  const tree = { start: '/div[1]/text()[1]', end: '/div[1]/text()[1]', startOffset: 0, endOffset: 6 };
  const hyper = { id: 's1', type: 'hypertextlabels', value: { ...tree, hypertextlabels: ['A'] } };

  test.each([
    ['a place in the tree of a page', [hyper], { html: '<div>“Hi 🎉”</div>' }],
    ['a paragraph of a dialogue', [{ ...hyper, value: { ...hyper.value, start: '0', end: '0' } }], { text: 'a b c d' }],
    [
      'offsets over a page without its markup',
      [{ ...hyper, value: { ...hyper.value, globalOffsets: { start: 0, end: 6 } } }],
      { html: '<div>“Hi 🎉”</div>' },
    ],
    ['a choice for the whole text', [{ id: 'x', type: 'choices', value: { choices: ['a'] } }], { text: 'a b c d' }],
    ['a region without a label', [region('s1', 0, 1, [])], { text: 'a b c d' }],
    ['no result at all', [null], { text: 'a b c d' }],
  ])('%s', (_, result, data) => {
    const { spans, problems } = spansOf(result, data);
    expect(spans).toEqual([]);
    expect(problems.map(({ place }) => place)).toEqual(['a.json tasks[0].annotations[0].result[0]']);
  });

  test('but offsets over a page that is plain text are read', () => {
    const value = { ...hyper.value, globalOffsets: { start: 0, end: 6 } };
    expect(spansOf([{ ...hyper, value }], { html: EXAMPLE_TEXT }).spans[0]!.ranges).toEqual([{ from: 0, to: 6 }]);
  });
});

test.each([
  ['JSON-MIN', { text: 'a', label: [{ start: 0, end: 1, text: 'a', labels: ['A'] }], annotator: 1 }, /JSON-MIN/],
  ['no data', { text: 'a' }, /no “data”/],
  ['a dialogue', { data: { title: 'x', dialogue: [{ author: 'a', text: 'b' }] } }, /no text/],
  ['a picture', { data: { image: 7 } }, /no text/],
])('%s is refused', (_, given, message) => {
  const { documents, problems } = read([given]);
  expect(documents).toEqual([]);
  expect(problems).toMatchObject([{ place: 'a.json tasks[0]', message: expect.stringMatching(message) as string }]);
});

test('a text that is only an address is left to the library, and one that was skipped has no layer', () => {
  const annotations = [
    { was_cancelled: true, result: [] },
    { completed_by: 2, result: [] },
  ];
  const { documents, problems } = read([{ data: { text: 'https://example.org/a.txt' }, annotations }]);
  expect(documents[0]!.text).toBeUndefined();
  expect(documents[0]!.layers).toHaveLength(1);
  expect(problems.map(({ place }) => place)).toEqual(['a.json tasks[0].annotations[0]']);
});

test('a single task and tasks on lines are read like a list', () => {
  const one = JSON.stringify(task([]));
  for (const content of [one, `${one}\n${one}`, `[${one}]`, `\uFEFF[${one}]`]) {
    const { documents, problems } = readLabelStudio([sourceFile('a.json', content)]);
    expect(documents.length).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  }
});

test('hostile files give a result or problems, never an exception', () => {
  const valid = written(createLabelStudioWriter, [oneLayerExample()]).files.get('tasks.json')!;
  for (const content of hostileContents(valid)) {
    expect(() => readLabelStudio([sourceFile('tasks.json', content)])).not.toThrow();
  }
});
