import { expect, test } from 'vitest';
import { oneLayerExample } from '#formats/exchange/example.arbitrary.ts';
import { written } from '#formats/exchange/written.arbitrary.ts';
import { annotationConf, visualConf } from './configuration.ts';
import { createBratWriter } from './write.ts';

/** The lines without those that only our own reader takes. */
function linesOf(ann: string): readonly string[] {
  return ann.split('\n').filter((line) => !/^#\d+\tSpanmark /.test(line));
}

test('spans have their words after their offsets in code points, and those over line breaks are fragments', () => {
  const { files, losses } = written(createBratWriter, [oneLayerExample()]);
  expect([...files.keys()]).toEqual([
    'annotation.conf',
    'visual.conf',
    'annotators.conf',
    'ann1/0001-Ann-Lee.txt',
    'ann1/0001-Ann-Lee.ann',
  ]);
  expect(files.get('ann1/0001-Ann-Lee.txt')).toBe(oneLayerExample().article.text);
  expect(linesOf(files.get('ann1/0001-Ann-Lee.ann')!)).toEqual([
    'T1\tQUOTE 0 6\t“Hi 🎉”',
    'T2\tENTITY 12 19\tAnn Lee',
    'T3\tENTITY 16 19\tLee',
    'T4\tCLAIM 23 28;29 34\tRome. Taxes',
    'T5\tCLAIM 29 34;40 42\tTaxes 4%',
    'A1\tdirect T1 yes',
    'A2\tstance T1 pro',
    'R1\tspeaker Arg1:T1 Arg2:T2\t',
    '#1\tAttributeRange T1\tcue 7 11 said',
    '#2\tAnnotatorNotes T1\ta note_xA_on two lines',
    '',
  ]);
  expect(losses.map(({ reason, spanId }) => [reason, spanId])).toEqual([['split-at-newline', 's4']]);
});

test.each([
  ['a tab', 'one\ttwo', '0 3;4 7', 'one two'],
  ['a line separator', 'one\u2028two', '0 3;4 7', 'one two'],
  ['a form feed at its end', 'one two\f', '0 7', 'one two'],
  ['blank lines', '\none\n\n \ntwo', '1 4;6 7;8 11', 'one   two'],
])('a span with %s is written in fragments that hold none', (_, text, places, words) => {
  const { files } = written(createBratWriter, [withSpans(text, [[0, text.length]])]);
  expect(linesOf(files.get('ann1/0001-Ann-Lee.ann')!)[0]).toBe(`T1\tQUOTE ${places}\t${words}`);
});

test('a span of nothing but line breaks is left out with its links, and both are reported', () => {
  const example = withSpans('\n\none', [
    [0, 2],
    [2, 5],
  ]);
  const { files, losses } = written(createBratWriter, [example]);
  expect(files.get('ann1/0001-Ann-Lee.ann')).not.toMatch(/^R/m);
  expect(losses.map(({ reason, spanId, linkId }) => [reason, spanId ?? linkId])).toEqual([
    ['zero-length-dropped', 's1'],
    ['link-endpoint-dropped', 'l1'],
  ]);
});

test('names of labels and annotators become safe ones', () => {
  const example = oneLayerExample();
  const layer = example.layers[0]!;
  const spans = [{ ...layer.spans[0]!, label: 'a b:c' as never, attributes: [] }];
  const { files } = written(createBratWriter, [
    { ...example, layers: [{ ...layer, annotatorId: '../Ann' as never, spans, links: [] }], split: 'train' },
  ]);
  const ann = files.get('train/_x2E__x2E__x2F_Ann/0001-Ann-Lee.ann')!;
  expect(ann.split('\n')[0]).toBe('T1\ta_x20_b_x3A_c 0 6\t“Hi 🎉”');
});

test('the configuration lists every label, link type and attribute, and allows overlaps', () => {
  const choice = { id: 'stance', name: 'Stance', description: '', kind: 'choice', isRequired: false } as const;
  const values = ['pro', 'con'].map((id) => ({ id, name: id, key: '' }));
  const labels = [
    { id: 'CLAIM', name: 'Claim | x', attributes: [{ ...choice, values }] },
    { id: 'two words', name: '', attributes: [{ ...choice, id: 'sure', kind: 'yes-no', values: [] }] },
  ];
  const linkTypes = [{ id: 'speaker', name: 'Speaker', from: ['CLAIM'], to: [] }];
  const labelSet = { labels, linkTypes } as never;
  expect(annotationConf(labelSet).split('\n')).toEqual([
    '[entities]',
    'CLAIM',
    'two_x20_words',
    '',
    '[relations]',
    'speaker\tArg1:CLAIM, Arg2:<ENTITY>',
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    '',
    '[attributes]',
    'stance\tArg:CLAIM, Value:pro|con',
    'sure\tArg:two_x20_words, Value:yes|no',
    '',
  ]);
  expect(visualConf(labelSet)).toBe('[labels]\nCLAIM | Claim x\nspeaker | Speaker\n\n[drawing]\n');
});

function withSpans(text: string, ranges: readonly (readonly [number, number])[]) {
  const example = oneLayerExample();
  const layer = example.layers[0]!;
  const spans = ranges.map(([from, to], index) => ({
    ...layer.spans[index]!,
    ranges: [{ from, to }],
    attributes: [],
    note: '',
  }));
  const links = spans.length > 1 ? layer.links : [];
  return { ...example, article: { ...example.article, text }, layers: [{ ...layer, spans, links }] };
}
