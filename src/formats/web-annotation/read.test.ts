import { describe, expect, test } from 'vitest';
import { EXAMPLE_TEXT, workedExample } from '#formats/exchange/example.arbitrary.ts';
import { sourceFiles, writeArticles } from '#formats/exchange/written.arbitrary.ts';
import { placeSpans, findUnit } from '#formats/exchange/place-spans.ts';
import { type LooseDataset } from '#formats/exchange/loose.ts';
import { WEB_ANNOTATION } from './about.ts';
import { readWebAnnotation } from './read.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** An annotation of words by quote and position, as others write them. */
function annotation(id: string, exact: string, [start, end]: readonly [number, number], given: object = {}): object {
  return {
    '@context': CONTEXT,
    id: `https://notes.example/${id}`,
    type: 'Annotation',
    motivation: 'tagging',
    body: { type: 'TextualBody', value: 'ENTITY', purpose: 'tagging' },
    target: {
      source: 'https://news.example/taxes',
      selector: [
        { type: 'TextQuoteSelector', exact },
        { type: 'TextPositionSelector', start, end },
      ],
    },
    ...given,
  };
}

/** A link from the first annotation to another. */
function link(to: string): object {
  return {
    id: `https://notes.example/link-${to}`,
    type: 'Annotation',
    motivation: 'linking',
    body: [{ type: 'TextualBody', purpose: 'tagging', value: 'speaker' }, { id: `https://notes.example/${to}` }],
    target: 'https://notes.example/1',
  };
}

/** An annotation as the server of Hypothesis gives it. */
function note(given: object): object {
  return {
    id: 'abc',
    user: 'acct:ada@hypothes.is',
    uri: 'https://news.example/taxes',
    created: '2025-01-02T03:04:05.123456+00:00',
    updated: '2025-01-02T03:04:05.123456+00:00',
    text: 'loud',
    tags: ['QUOTE'],
    document: { title: ['Taxes'] },
    target: [
      {
        source: 'https://news.example/taxes',
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0, endContainer: '/p[1]', endOffset: 7 },
          { type: 'TextPositionSelector', start: 13, end: 20 },
          { type: 'TextQuoteSelector', exact: 'Ann Lee', prefix: 'said ', suffix: ' of' },
        ],
      },
    ],
    ...given,
  };
}

function read(value: unknown, ...others: readonly (readonly [string, string])[]): LooseDataset {
  return readWebAnnotation(sourceFiles([['notes.json', JSON.stringify(value)], ...others]));
}

/** The words that spans get, by label. */
function words({ documents, units }: LooseDataset, text = EXAMPLE_TEXT): readonly string[] {
  const [document] = documents;
  const unit = findUnit(text, document!.layers, units);
  return document!.layers.flatMap(({ spans }) =>
    placeSpans(text, spans, unit).map(
      ({ span, ranges, grade }) =>
        `${span.label}: ${ranges.map(({ from, to }) => text.slice(from, to)).join(' + ')} (${grade})`,
    ),
  );
}

describe('annotations of the W3C model', () => {
  test.each([
    ['code points', [12, 19], [0, 6]],
    ['UTF-16 code units', [13, 20], [0, 7]],
  ] as const)('are placed by %s, whichever fit the quotes', (_, lee, hi) => {
    const dataset = read([annotation('1', 'Ann Lee', lee), annotation('2', '“Hi 🎉”', hi)]);
    expect(words(dataset)).toEqual(['ENTITY: Ann Lee (equal)', 'ENTITY: “Hi 🎉” (equal)']);
  });

  test('are found by their quote and what is around it where a position is missing or wrong', () => {
    const selector = { type: 'TextQuoteSelector', exact: 'e', prefix: 'Le', suffix: ' of' };
    const target = { source: 'https://news.example/taxes', selector };
    const dataset = read([annotation('1', '', [0, 0], { target }), annotation('2', 'Rome', [0, 4])]);
    expect(words(dataset)).toEqual(['ENTITY: e (moved)', 'ENTITY: Rome (moved)']);
    expect(dataset.documents[0]!.layers[0]!.spans[0]).toMatchObject({ prefix: 'Le', suffix: ' of' });
  });

  test('are not placed by a position that refines another selector and counts from there', () => {
    const position = { type: 'TextPositionSelector', start: 0, end: 5 };
    const quote = { type: 'TextQuoteSelector', exact: 'Taxes' };
    const refined = [[position, quote], position].map((refinedBy) => ({
      target: { source: 'urn:x:1', selector: { type: 'FragmentSelector', value: 'p2', refinedBy } },
    }));
    const dataset = read([annotation('1', '', [0, 0], refined[0]), annotation('2', '', [0, 0], refined[1])]);
    expect(words(dataset)).toEqual(['ENTITY: Taxes (moved)']);
    expect(dataset.problems).toMatchObject([{ place: 'notes.json[1]' }]);
  });

  test('are put together by what they are about, whatever file they are in, with who made them', () => {
    const other = { target: { source: { id: 'urn:x:2' }, selector: { type: 'TextQuoteSelector', exact: 'Rome' } } };
    const dataset = readWebAnnotation(
      sourceFiles([
        ['a/one.jsonld', JSON.stringify(annotation('1', 'Lee', [16, 19], { creator: 'https://people.example/ada' }))],
        ['a/two.json', JSON.stringify({ type: 'AnnotationPage', items: [annotation('2', 'Rome', [23, 27], other)] })],
        [
          'a/three.jsonl',
          [annotation('3', 'Ann', [12, 15], { creator: [{ name: 'Ben' }, 'x'] }), annotation('4', 'Hi', [1, 3])]
            .map((each) => JSON.stringify(each))
            .join('\n'),
        ],
      ]),
    );
    expect(dataset.problems).toEqual([]);
    expect(
      dataset.documents.map(({ name, source, layers }) => [name, source, layers.map(({ annotator }) => annotator)]),
    ).toEqual([
      ['https://news.example/taxes', 'https://news.example/taxes', ['https://people.example/ada', 'Ben', '']],
      ['urn:x:2', '', ['']],
    ]);
  });

  test.each([
    ['no body', {}, { label: 'highlighting', note: '' }],
    ['a comment only', { body: { type: 'TextualBody', value: 'Why?' } }, { label: 'commenting', note: 'Why?' }],
    ['the short form of a body', { bodyValue: 'Why?' }, { label: 'commenting', note: 'Why?' }],
    [
      'a concept for a class',
      { body: { type: 'SpecificResource', purpose: 'classifying', source: 'https://v.example/Person' } },
      { label: 'https://v.example/Person' },
    ],
    [
      'an identity',
      {
        body: [
          { purpose: 'tagging', value: 'PERSON' },
          { purpose: 'identifying', source: 'https://w.example/Q42' },
        ],
      },
      { label: 'PERSON', attributes: [{ name: 'identifier', value: 'https://w.example/Q42' }] },
    ],
    [
      'a value that is described in words',
      {
        body: [
          { purpose: 'tagging', value: 'QUOTE' },
          { purpose: 'describing', value: 'direct=yes=so' },
        ],
      },
      { label: 'QUOTE', attributes: [{ name: 'direct', value: 'yes=so' }], note: '' },
    ],
    [
      'a sentence that describes',
      {
        body: [
          { purpose: 'tagging', value: 'QUOTE' },
          { purpose: 'describing', value: 'it says a=b' },
        ],
      },
      { label: 'QUOTE', attributes: [], note: 'it says a=b' },
    ],
    [
      'a link to something outside',
      { motivation: 'linking', body: 'https://w.example/Q42' },
      { label: 'linking', attributes: [{ name: 'link', value: 'https://w.example/Q42' }] },
    ],
  ])('say what they say with %s', (_, given, expected) => {
    const { body: __, motivation: ___, ...bare } = annotation('1', 'Rome', [23, 27]) as Record<string, unknown>;
    const dataset = read({ ...bare, ...given });
    expect(dataset.problems).toEqual([]);
    expect(dataset.documents[0]!.layers[0]!.spans).toMatchObject([expected]);
  });

  test('with two tags become two spans, the note only on the first', () => {
    const body = [
      { purpose: 'tagging', value: 'CLAIM' },
      { purpose: 'tagging', value: 'QUOTE' },
      { purpose: 'commenting', value: 'both' },
    ];
    const dataset = read(annotation('1', 'Rome', [23, 27], { body }));
    expect(dataset.documents[0]!.layers[0]!.spans).toMatchObject([
      { id: 'https://notes.example/1', label: 'CLAIM', note: 'both' },
      { id: 'https://notes.example/1 2', label: 'QUOTE', note: '' },
    ]);
  });

  test('are joined by links whose ends are in the file and of one annotator; others are problems', () => {
    const dataset = read([
      annotation('1', 'Rome', [23, 27]),
      annotation('2', 'Lee', [16, 19]),
      link('2'),
      link('3'),
      link('4'),
      annotation('4', 'Hi', [1, 3], { creator: 'urn:x:ben' }),
    ]);
    expect(dataset.documents[0]!.layers[0]!.links).toEqual([
      {
        id: 'https://notes.example/link-2',
        type: 'speaker',
        from: 'https://notes.example/1',
        to: 'https://notes.example/2',
      },
    ]);
    expect(dataset.problems).toEqual([
      { place: 'notes.json[3]', message: expect.stringMatching(/does not join two annotations/) as string },
      { place: 'notes.json[4]', message: expect.stringMatching(/of one annotator/) as string },
    ]);
  });

  test('with one id get ids of their own, and times are given in UTC', () => {
    const given = { created: '2025-01-02T04:04:05+01:00', modified: 'yesterday' };
    const dataset = read([annotation('1', 'Rome', [23, 27], given), annotation('1', 'Lee', [16, 19])]);
    expect(dataset.documents[0]!.layers[0]!.spans).toMatchObject([
      { id: 'https://notes.example/1', createdAt: '2025-01-02T03:04:05.000Z', changedAt: '' },
      { id: 'https://notes.example/1 2', createdAt: '' },
    ]);
  });

  test('take their text from the file that is called like theirs, if they are about one text only', () => {
    const one = annotation('1', 'Rome', [23, 27]);
    expect(read([one], ['notes.txt', EXAMPLE_TEXT]).documents).toMatchObject([{ text: EXAMPLE_TEXT }]);
    const target = { source: 'urn:x:2', selector: { type: 'TextQuoteSelector', exact: 'Rome' } };
    const two = annotation('2', 'Rome', [23, 27], { target });
    expect(read([one, two], ['notes.txt', EXAMPLE_TEXT]).documents.map(({ text }) => text)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('our own files', () => {
  test('with another text beside are read with a problem', async () => {
    const { files } = await writeArticles(WEB_ANNOTATION, [workedExample()], { variant: 'spec' });
    const changed = new Map([...files, ['0001-Taxes-parties.txt', 'Something else']]);
    expect(readWebAnnotation(sourceFiles(changed)).problems).toEqual([
      { place: '0001-Taxes-parties.txt', message: expect.stringMatching(/not the text that was annotated/) as string },
    ]);
    const windows = new Map([...files, ['0001-Taxes-parties.txt', EXAMPLE_TEXT.replace('\n', '\r\n')]]);
    expect(readWebAnnotation(sourceFiles(windows)).problems).toEqual([]);
  });

  test('say their unit, so that it need not be found out', async () => {
    for (const [variant, unit] of [
      ['spec', 'code-point'],
      ['recogito', 'utf-16'],
    ] as const) {
      const { files } = await writeArticles(WEB_ANNOTATION, [workedExample()], { variant });
      const { units, documents, problems } = readWebAnnotation(sourceFiles(files));
      expect({ units, problems }).toEqual({ units: [unit], problems: [] });
      expect(documents).toMatchObject([
        { text: EXAMPLE_TEXT, title: 'Taxes & parties', source: 'https://news.example/taxes', date: '2025-01-01' },
      ]);
    }
  });
});

describe('annotations as Recogito keeps them', () => {
  test('are spans in UTF-16, several selectors the parts of one', () => {
    const dataset = read([
      {
        id: 's1',
        bodies: [
          { id: 'b1', annotation: 's1', purpose: 'tagging', value: 'QUOTE' },
          { id: 'b2', annotation: 's1', purpose: 'commenting', value: 'loud' },
        ],
        target: {
          annotation: 's1',
          creator: { id: 'ann1', name: 'Ada', isGuest: false },
          created: '2025-01-02T03:04:05.000Z',
          updated: '2025-01-03T03:04:05.000Z',
          selector: [
            { quote: '“Hi 🎉”', start: 0, end: 7, range: {} },
            { quote: 'Rome', start: 24, end: 28, range: {} },
          ],
        },
      },
    ]);
    expect(dataset).toMatchObject({ units: ['utf-16'], problems: [] });
    expect(dataset.documents).toMatchObject([
      { name: 'notes', text: undefined, layers: [{ annotator: 'Ada', spans: [{ id: 's1', note: 'loud' }] }] },
    ]);
    expect(dataset.documents[0]!.layers[0]!.spans[0]).toMatchObject({
      createdAt: '2025-01-02T03:04:05.000Z',
      changedAt: '2025-01-03T03:04:05.000Z',
    });
    expect(words(dataset)).toEqual(['QUOTE: “Hi 🎉” + Rome (equal)']);
  });
});

describe('exports of Hypothesis', () => {
  test.each([
    ['the file that its client saves', (notes: readonly object[]) => ({ client_version: '1', annotations: notes })],
    ['the answer of its server', (notes: readonly object[]) => ({ total: notes.length, rows: notes })],
  ])('are read from %s', (_, wrapped) => {
    const dataset = read(wrapped([note({}), note({ id: 'def', tags: [], text: '' })]));
    expect(dataset).toMatchObject({ problems: [], units: ['utf-16'] });
    expect(dataset.documents).toMatchObject([
      {
        name: 'https://news.example/taxes',
        title: 'Taxes',
        layers: [{ annotator: 'ada', spans: [{ note: 'loud' }, {}] }],
      },
    ]);
    expect(words(dataset)).toEqual(['QUOTE: Ann Lee (equal)', 'highlighting: Ann Lee (equal)']);
  });

  test('leave out answers and notes on a whole page, and say so', () => {
    const dataset = read({
      rows: [note({ references: ['abc'] }), note({ target: [{ source: 'https://news.example/taxes' }] })],
    });
    expect(dataset.documents).toEqual([]);
    expect(dataset.problems).toEqual([
      { place: 'notes.json rows[0]', message: expect.stringMatching(/answer to another/) as string },
      { place: 'notes.json rows[1]', message: expect.stringMatching(/page as a whole/) as string },
    ]);
  });
});

describe('files that are broken or hostile', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const refined = `{"id":"x","target":{"selector":${'{"refinedBy":'.repeat(5000)}1${'}'.repeat(5000)}}}`;
  test.each([
    ['', /empty/],
    ['null', /no annotation/],
    ['[1, "a", null]', /no annotation/],
    ['{"items": []', /ends in the middle/],
    ['{}', /holds none/],
    ['\u0000{}', /binary/],
    [deep, /too deeply/],
    [refined, /not about certain words/],
    ['{"target": {"selector": {"type": "TextPositionSelector"}}}', undefined],
    ['{"target": {"selector": {"type": "TextPositionSelector", "start": 1e300, "end": -1}}}', undefined],
    ['{"target": {"selector": {"type": ["TextQuoteSelector"], "exact": "\\ud83d"}}}', undefined],
    ['{"target": [[], null, 7], "body": [null, 7, []], "motivation": {}}', /not about certain words/],
    ['{"annotates": {"id": "urn:spanmark:article:%E0"}, "layers": [1], "items": [{"target": 1}]}', /not about/],
    ['{"uri": "x", "user": "y", "tags": {"a": 1}, "target": {"selector": 4}}', /page as a whole/],
    ['{"bodies": [null], "target": {"selector": [null, {"quote": 7}]}}', undefined],
    ['{"__proto__": {"target": 1}, "items": {"length": 1e9}}', /holds none/],
  ])('never throw, number %#', (json, expected) => {
    const { problems, documents } = readWebAnnotation(sourceFiles([['bad.json', json]]));
    if (expected) {
      expect(problems[0]!.place).toMatch(/^bad\.json/);
      expect(problems[0]!.message).toMatch(expected);
    } else expect([problems.length, documents.length]).toEqual([0, 1]);
  });

  test('give at most a hundred problems', () => {
    expect(read(Array.from({ length: 5000 }, () => 1)).problems).toHaveLength(100);
  });

  test('are read to the last, though all ids are one', () => {
    const many = Array.from({ length: 20_000 }, () => annotation('1', 'Rome', [23, 27]));
    expect(read(many).documents[0]!.layers[0]!.spans).toHaveLength(20_000);
  });
});

test.each([
  ['notes.jsonld', `{"@context": "${CONTEXT}"`, false, true],
  ['notes.json', '[{"id": "s1", "bodies": [], "target": {}}]', false, true],
  ['notes.json', '{"annotations": [{"selector": {"type": "TextQuoteSelector"', false, true],
  ['notes.json', '{"text": "x", "denotations": []}', false, false],
  ['notes.txt', CONTEXT, false, false],
  ['notes.zip', 'a/0001-x.txt\na/0001-x.jsonld', true, true],
  ['notes.zip', 'a/0001-x.txt\na/0001-x.ann', true, false],
])('recognises %s with %s', (path, start, isArchive, expected) => {
  expect(WEB_ANNOTATION.recognises!({ path, start, isArchive })).toBe(expected);
});
