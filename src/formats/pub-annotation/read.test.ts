import { describe, expect, test } from 'vitest';
import { type LooseDataset } from '#formats/exchange/loose.ts';
import { findUnit, placeSpans } from '#formats/exchange/place-spans.ts';
import { EXAMPLE_TEXT } from '#formats/exchange/example.arbitrary.ts';
import { sourceFiles } from '#formats/exchange/written.arbitrary.ts';
import { PUB_ANNOTATION } from './about.ts';
import { readPubAnnotation } from './read.ts';

const denotation = (id: string, begin: number, end: number, obj: string): object => ({ id, span: { begin, end }, obj });

const HI = denotation('T1', 0, 6, 'Quote');
const LEE = denotation('T2', 12, 19, 'Entity');

function read(value: unknown): LooseDataset {
  return readPubAnnotation(sourceFiles([['doc.json', JSON.stringify(value)]]));
}

function words({ documents, units }: LooseDataset): readonly string[] {
  const { layers, text } = documents[0]!;
  const unit = findUnit(text!, layers, units);
  return layers.flatMap(({ spans }) =>
    placeSpans(text!, spans, unit).map(
      ({ span, ranges }) => `${span.label}: ${ranges.map(({ from, to }) => text!.slice(from, to)).join(' + ')}`,
    ),
  );
}

describe('a document', () => {
  test('has its denotations, relations, attributes and modifications read', () => {
    const dataset = read({
      target: 'http://pubannotation.org/docs/sourcedb/News/sourceid/7',
      sourcedb: 'News',
      sourceid: 7,
      divid: 0,
      project: 'quotes',
      text: EXAMPLE_TEXT,
      denotations: [HI, LEE],
      relations: [{ id: 'R1', subj: 'T1', pred: 'speaker', obj: 'T2' }],
      attributes: [
        { id: 'A1', subj: 'T1', pred: 'direct', obj: true },
        { id: 'A2', subj: 'T2', pred: 'count', obj: 2 },
      ],
      modifications: [{ id: 'M1', pred: 'Negation', obj: 'T1' }],
    });
    expect(dataset.problems).toEqual([]);
    expect(dataset.documents).toEqual([
      {
        place: 'doc.json',
        name: 'News:7:0',
        text: EXAMPLE_TEXT,
        title: '',
        source: 'http://pubannotation.org/docs/sourcedb/News/sourceid/7',
        date: '',
        language: '',
        layers: [
          {
            annotator: 'quotes',
            isPrediction: false,
            status: 'done',
            spans: [
              {
                id: 'T1',
                label: 'Quote',
                ranges: [{ from: 0, to: 6 }],
                attributes: [
                  { name: 'direct', value: 'true' },
                  { name: 'Negation', value: 'true' },
                ],
                note: '',
                createdAt: '',
                changedAt: '',
              },
              {
                id: 'T2',
                label: 'Entity',
                ranges: [{ from: 12, to: 19 }],
                attributes: [{ name: 'count', value: '2' }],
                note: '',
                createdAt: '',
                changedAt: '',
              },
            ],
            links: [{ id: 'R1', type: 'speaker', from: 'T1', to: 'T2' }],
          },
        ],
      },
    ]);
    expect(words(dataset)).toEqual(['Quote: “Hi 🎉”', 'Entity: Ann Lee']);
  });

  test('is read by UTF-16 code units where the words are whole only then', () => {
    const moved = [
      denotation('T1', 0, 7, 'Quote'),
      denotation('T2', 13, 20, 'Entity'),
      denotation('T3', 30, 43, 'Claim'),
    ];
    expect(words(read({ text: EXAMPLE_TEXT, denotations: moved }))).toEqual([
      'Quote: “Hi 🎉”',
      'Entity: Ann Lee',
      'Claim: Taxes rose 4%',
    ]);
  });

  test('may have interrupted denotations as a list of spans or as a chain of fragments', () => {
    const bag = {
      id: 'T1',
      span: [
        { begin: 29, end: 34 },
        { begin: 23, end: 27 },
      ],
      obj: 'Claim',
    };
    const chained = [
      denotation('T2-0', 12, 15, '_FRAGMENT'),
      denotation('T2-1', 23, 27, '_FRAGMENT'),
      denotation('T2-2', 29, 34, 'Claim'),
    ];
    const dataset = read({
      text: EXAMPLE_TEXT,
      denotations: [bag, ...chained],
      relations: [
        { id: 'C1', pred: '_lexicallyChainedTo', subj: 'T2-1', obj: 'T2-0' },
        { id: 'C2', pred: '_lexicallyChainedTo', subj: 'T2-2', obj: 'T2-1' },
        { id: 'R1', pred: 'repeats', subj: 'T2-0', obj: 'T1' },
      ],
      attributes: [{ id: 'A1', subj: 'T2-1', pred: 'sure', obj: 'yes' }],
    });
    expect(dataset.problems).toEqual([]);
    expect(words(dataset)).toEqual(['Claim: Rome + Taxes', 'Claim: Ann + Rome + Taxes']);
    expect(dataset.documents[0]!.layers[0]).toMatchObject({
      spans: [{ id: 'T1' }, { id: 'T2-2', attributes: [{ name: 'sure', value: 'yes' }] }],
      links: [{ id: 'R1', from: 'T2-2', to: 'T1' }],
    });
  });

  test('may have a track for each project, and denotations without ids', () => {
    const anonymous = { span: { begin: 23, end: 27 }, obj: 'Entity' };
    const dataset = read({
      text: EXAMPLE_TEXT,
      tracks: [
        { project: 'a', denotations: [HI] },
        { project: 'b', blocks: [anonymous, anonymous] },
        { project: 'b' },
        7,
      ],
    });
    expect(dataset.documents[0]!.layers.map(({ annotator, spans }) => [annotator, spans.map(({ id }) => id)])).toEqual([
      ['a', ['T1']],
      ['b', ['span 1', 'span 2']],
      ['b 2', []],
    ]);
    expect(dataset.problems).toEqual([{ place: 'doc.json tracks[3]', message: 'this is no track' }]);
  });

  test('may come without its text, which is then looked for by its name', () => {
    const target = 'http://pubannotation.org/docs/sourcedb/News/sourceid/7';
    expect(read({ target, denotations: [HI] }).documents).toMatchObject([{ name: target, text: undefined }]);
  });
});

test.each([
  ['a list', [{ text: 'a' }, { text: 'b' }]],
  ['lines', undefined],
])('several documents are read from %s', (_, list) => {
  const json = list ? JSON.stringify(list) : '{"text": "a"}\n{"text": "b"}\n';
  const { documents, problems } = readPubAnnotation(sourceFiles([['doc.json', json]]));
  expect(documents.map(({ text }) => text)).toEqual(['a', 'b']);
  expect(problems).toEqual([]);
});

test('what is wrong is told with its place, and the rest is read', () => {
  const dataset = read([
    {
      text: EXAMPLE_TEXT,
      denotations: [HI, { id: 'T3', span: {} }, { id: 'T4', obj: 'x' }, null, denotation('T5', 0, 1, '_FRAGMENT'), LEE],
      relations: [
        { id: 'R1', subj: 'T1', pred: 'speaker', obj: 'T9' },
        { id: 'R2', subj: 'T1', pred: 'speaker', obj: 'T2' },
      ],
      attributes: [{ subj: 'T1', pred: 'direct', obj: null }],
      modifications: [{ pred: 'Negation', obj: 'E1' }],
    },
    {},
  ]);
  expect(words(dataset)).toEqual(['Quote: “Hi 🎉”', 'Entity: Ann Lee']);
  expect(dataset.documents[0]!.layers[0]!.links).toMatchObject([{ id: 'R2' }]);
  expect(dataset.problems.map(({ place }) => place)).toEqual([
    'doc.json[0] denotations[1]',
    'doc.json[0] denotations[2]',
    'doc.json[0] denotations[3]',
    'doc.json[0]',
    'doc.json[0] attributes[0]',
    'doc.json[0] modifications[0]',
    'doc.json[0] relations[0]',
    'doc.json[1]',
  ]);
});

describe('files that are broken or hostile', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  test.each([
    ['', /empty/],
    ['nul\u0000', /binary/],
    ['{"text": "a", "denotations": [', /ends in the middle/],
    [deep, /no document|too deeply/],
    ['[null, 1, "x", []]', /no document/],
    ['{"text": 7}', /no document/],
    ['{"text": "a", "denotations": {"length": 1e9}}', /no list/],
    ['{"text": "a", "denotations": [{"id": [], "span": [[], 7], "obj": "x"}]}', /no “span”/],
    ['{"text": "a", "denotations": [{"span": {"begin": 1e300, "end": "1"}, "obj": "x"}]}', undefined],
    ['{"__proto__": {"text": "a"}, "tracks": "x"}', /no document/],
  ])('never throw, number %#', (json, expected) => {
    const { problems, documents } = readPubAnnotation(sourceFiles([['bad.json', json]]));
    if (expected) {
      expect(problems[0]!.place).toMatch(/^bad\.json/);
      expect(problems[0]!.message).toMatch(expected);
    } else expect([problems.length, documents.length]).toEqual([0, 1]);
  });

  test('with circles and very long chains of fragments are read to their end', () => {
    const count = 20_000;
    const chain = Array.from({ length: count }, (_, index) => denotation(`T${index}`, index, index + 1, '_FRAGMENT'));
    const links = Array.from({ length: count }, (_, index) => ({
      pred: '_lexicallyChainedTo',
      obj: `T${index}`,
      subj: `T${index + 1}`,
    }));
    const whole = read({
      text: 'x'.repeat(60_000),
      denotations: [...chain, denotation(`T${count}`, count, count + 1, 'Long')],
      relations: links,
    });
    expect(whole.problems).toEqual([]);
    expect(whole.documents[0]!.layers[0]!.spans).toMatchObject([{ ranges: { length: count + 1 } }]);
    const circle = read({
      text: 'x',
      denotations: chain,
      relations: [...links, { pred: '_lexicallyChainedTo', obj: `T${count}`, subj: 'T0' }],
    });
    expect(circle.problems).toHaveLength(100);
  });
});

test.each([
  ['a.json', '{"text": "x", "denotations": []}', true],
  ['a.json', '{"sourcedb": "PubMed", "sourceid": "1", "text": "x"}', true],
  ['a.json', '{"text": "x", "spans": []}', false],
  ['a.txt', '"denotations"', false],
])('recognises %s with %s', (path, start, expected) => {
  expect(PUB_ANNOTATION.recognises!({ path, start, isArchive: false })).toBe(expected);
});
