import { describe, expect, test } from 'vitest';
import { PRODIGY } from './about.ts';
import { readProdigy } from './read.ts';

const TASK = {
  text: '“Hi 🎉” said Ann Lee',
  spans: [
    { start: 0, end: 6, token_start: 0, token_end: 3, label: 'QUOTE' },
    { start: 12, end: 19, token_start: 5, token_end: 6, label: 'ENTITY' },
  ],
  relations: [
    {
      head: 3,
      child: 6,
      head_span: { start: 0, end: 6, token_start: 0, token_end: 3, label: 'QUOTE' },
      child_span: { start: 12, end: 19, token_start: 5, token_end: 6, label: 'ENTITY' },
      label: 'speaker',
      color: '#ffd882',
    },
  ],
  meta: { source: 'https://news.example/1' },
  answer: 'accept',
  _session_id: 'news-ann1',
};

function read(...tasks: readonly (object | string)[]) {
  const text = tasks.map((task) => (typeof task === 'string' ? task : JSON.stringify(task))).join('\n');
  return readProdigy([{ path: 'a.jsonl', bytes: new TextEncoder().encode(text) }]);
}

describe('readProdigy', () => {
  test('a task without our ids gives spans and the links between them', () => {
    const { documents, problems, units } = read(TASK);
    expect(problems).toEqual([]);
    expect(units[0]).toBe('code-point');
    expect(documents).toMatchObject([{ text: TASK.text, name: '', source: 'https://news.example/1' }]);
    expect(documents[0]!.layers).toMatchObject([
      {
        annotator: 'news-ann1',
        isPrediction: false,
        status: 'done',
        spans: [
          { id: 'span 1', label: 'QUOTE', ranges: [{ from: 0, to: 6 }] },
          { id: 'span 2', label: 'ENTITY', ranges: [{ from: 12, to: 19 }] },
        ],
        links: [{ type: 'speaker', from: 'span 1', to: 'span 2' }],
      },
    ]);
  });

  test.each(['reject', 'ignore'])('the spans of a task with the answer “%s” are left out, which is told', (answer) => {
    const { documents, problems } = read({ ...TASK, answer });
    expect(documents).toMatchObject([{ text: TASK.text, layers: [] }]);
    expect(problems).toEqual([
      { place: 'a.jsonl line 1', message: `the answer is “${answer}”: its spans are left out` },
    ]);
  });

  test('a task that nobody has answered is a prediction', () => {
    expect(read({ text: TASK.text, spans: TASK.spans }).documents[0]!.layers[0]!.isPrediction).toBe(true);
    expect(read({ text: TASK.text }).documents[0]!.layers).toEqual([]);
  });

  test('lines with one text are one document: a layer for each annotator, and each span once', () => {
    const { documents } = read(
      { text: 'Ann Lee', spans: [{ start: 0, end: 3, label: 'X' }], answer: 'accept', _annotator_id: 'a' },
      { text: 'Ann Lee', spans: [{ start: 0, end: 3, label: 'X' }], answer: 'accept', _annotator_id: 'a' },
      { text: 'Ann Lee', spans: [{ start: 4, end: 7, label: 'X' }], answer: 'accept', _annotator_id: 'a' },
      { text: 'Ann Lee', spans: [{ start: 4, end: 7, label: 'X' }], answer: 'accept', _annotator_id: 'b' },
      { text: 'Bo', answer: 'accept', _annotator_id: 'a' },
    );
    const found = documents.map(({ layers }) => layers.map(({ annotator, spans }) => `${annotator} ${spans.length}`));
    expect(found).toEqual([['a 2', 'b 1'], ['a 0']]);
  });

  test('relations between tokens are problems, those between last tokens of spans are links', () => {
    const bare = {
      ...TASK,
      relations: [
        { head: 3, child: 6, label: 'speaker' },
        { head: 4, child: 6, label: 'x' },
      ],
    };
    const { documents, problems } = read(bare);
    expect(documents[0]!.layers[0]!.links).toMatchObject([{ from: 'span 1', to: 'span 2' }]);
    expect(problems).toEqual([
      { place: 'a.jsonl line 1', message: 'relations[1] does not join two spans of the task' },
    ]);
  });

  test.each<[string, readonly (object | string)[]]>([
    ['a line that is cut off', ['{"text": "a", "sp']],
    ['another type of value', ['7', '"a"', '[]', 'null']],
    ['a text that is none', [{ text: 7 }, { text: null }]],
    ['spans without a label', [{ text: 'a', spans: [{ start: 0, end: 1 }] }]],
  ])('%s is a problem', (_, tasks) => {
    expect(read(...tasks).problems.length).toBeGreaterThan(0);
  });

  test.each<[string, readonly (object | string)[]]>([
    ['wrong types inside', [{ text: 'a', spans: 'x', relations: {}, meta: [], tokens: 7, answer: 3 }]],
    [
      'huge and broken numbers',
      [
        {
          text: 'a',
          spans: [
            { start: -1, end: 1e308, label: 'X' },
            { start: 'a', label: 'X' },
          ],
        },
      ],
    ],
    [
      'names of object members',
      ['{"text":"a","__proto__":{"answer":"reject"},"spans":[{"label":"__proto__","start":0,"end":1}]}'],
    ],
    ['deep nesting', [`{"text":"a","meta":${'['.repeat(20_000)}${']'.repeat(20_000)}}`]],
    ['links of nothing to nothing', [{ text: 'a', relations: [{}, { head: 0 }] }]],
  ])('%s gives a result', (_, tasks) => {
    expect(() => read(...tasks)).not.toThrow();
  });

  test('NUL bytes are a problem', () => {
    const { problems } = readProdigy([{ path: 'a.jsonl', bytes: new Uint8Array([123, 0, 125]) }]);
    expect(problems[0]!.place).toMatch(/^a\.jsonl byte 1/);
  });

  test('thousands of lines with one text are one document', () => {
    const tasks = Array.from({ length: 5000 }, (_, start) => ({
      text: 'x',
      spans: [{ start, end: start + 1, label: 'X' }],
      answer: 'accept',
    }));
    expect(read(...tasks).documents[0]!.layers[0]!.spans.length).toBe(5000);
  });
});

test.each([
  ['a.jsonl', JSON.stringify(TASK), true],
  ['a.jsonl', '{"text":"a","label":[[0,1,"X"]]}', false],
  ['a.txt', JSON.stringify(TASK), false],
])('%s with %s is recognised: %s', (path, start, expected) => {
  expect(PRODIGY.recognises!({ path, start, isArchive: false })).toBe(expected);
});
