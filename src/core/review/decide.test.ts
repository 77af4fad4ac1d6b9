import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AttributeId } from '#core/labels/attribute.ts';
import { DEFAULT_LABEL_SET } from '#core/labels/default-label-set.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { span } from '#core/spans/spans.arbitrary.ts';
import { blindOrder } from './blind-order.ts';
import { problemsWithDecided } from './check-decided.ts';
import { acceptProposal, adjust, keepDecision, reject } from './decide.ts';
import { layerDigest } from './digest.ts';
import { fnv1a64 } from '#core/text/text-digest.ts';
import { intersectionOf, majorityLabel, unionOf } from './merge-extents.ts';
import { deciding, groupsById, layerOf, layersArbitrary, linkTo, proposedIn } from './review.arbitrary.ts';

const claim = { label: 'claim' as LabelId };
const kind = (value: string) => ({ id: 'kind' as AttributeId, value });

test('a decision tells what was seen: whose layers, the spans it disposes of and where gold comes from', () => {
  const layers = [
    layerOf('B', [span('s', [[0, 5]])]),
    layerOf('A', [span('s', [[0, 9]]), span('t', [[20, 30]])], [linkTo('s', 't')]),
    layerOf('C', []),
  ];
  const group = groupsById(layers)[0]!;
  const made = acceptProposal([group], proposedIn(group)[0]!, deciding('d', layers, []));
  expect(made.inputs.map(({ annotatorId, digest }) => [annotatorId, digest])).toEqual(
    [layers[1]!, layers[0]!, layers[2]!].map((layer) => [layer.annotatorId, layerDigest(layer)]),
  );
  expect(made.covers.map(({ annotatorId, spanId, ranges }) => [annotatorId, spanId, ranges[0]!.to])).toEqual([
    ['A', 's', 9],
    ['B', 's', 5],
  ]);
  expect(made.spans).toEqual([
    {
      id: 'd-1',
      label: 'entity',
      ranges: [{ from: 0, to: 9 }],
      attributes: [],
      note: '',
      from: [{ annotatorId: 'A', spanId: 's' }],
      links: [{ type: 'speaker', to: { annotatorId: 'A', spanId: 't' } }],
    },
  ]);
});

test('the links of a span do not go with it under another label', () => {
  const layers = [layerOf('A', [span('s', [[0, 9]]), span('t', [[20, 30]])], [linkTo('s', 't')])];
  const group = groupsById(layers)[0]!;
  const { backers } = proposedIn(group)[0]!;
  const wanted = { ...claim, ranges: [{ from: 0, to: 9 }], attributes: [], note: '', from: backers };
  expect(adjust([group], wanted, deciding('d', layers, [])).spans[0]!.links).toEqual([]);
});

test('keeping a decision leaves settled what somebody marked who is not compared now', () => {
  const A = layerOf('A', [span('s', [[0, 9]])]);
  const B = layerOf('B', [span('s', [[0, 8]])]);
  const made = reject(groupsById([A, B]), deciding('d', [A, B], []));
  const kept = keepDecision(made, groupsById([B]), deciding('k', [B], [made]));
  expect(kept.covers.map(({ annotatorId }) => annotatorId)).toEqual(['A', 'B']);
  expect(kept.supersedes).toEqual(['d']);
});

test('union and intersection take all that anybody, and only what everybody marked', () => {
  const layers = [
    layerOf('A', [
      span(
        's',
        [
          [0, 5],
          [8, 12],
        ],
        { attributes: [kind('person')], note: 'first' },
      ),
    ]),
    layerOf('B', [span('s', [[3, 10]], { attributes: [kind('person')] })]),
    layerOf('C', [span('s', [[2, 11]], { attributes: [kind('place')] })]),
  ];
  const group = groupsById(layers)[0]!;
  const label = majorityLabel(group)!;
  expect(unionOf(group, label)).toMatchObject({
    ranges: [{ from: 0, to: 12 }],
    attributes: [kind('person')],
    note: 'first',
  });
  expect(intersectionOf(group, label)!.ranges).toEqual([
    { from: 3, to: 5 },
    { from: 8, to: 10 },
  ]);
});

test('what has nothing in common has no intersection, and what is level no majority', () => {
  const layers = [layerOf('A', [span('s', [[0, 5]])]), layerOf('B', [span('s', [[5, 9]], claim)])];
  const group = groupsById(layers)[0]!;
  expect(intersectionOf(group, claim.label)).toBeUndefined();
  expect(majorityLabel(group)).toBeUndefined();
});

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('the digest of the bytes of “%s” is that of the RFC', (text, expected) => {
  const bytes = new TextEncoder().encode(text);
  expect(fnv1a64(bytes.length, (index) => bytes[index]!)).toBe(expected);
});

test('the digest tells what spans and links say, in any order, and leaves out times and status', () => {
  const spans = [span('s', [[0, 9]]), span('t', [[20, 30]])];
  const layer = layerOf('A', spans, [linkTo('s', 't')]);
  const same = { ...layer, status: 'in-progress' as const, changedAt: '', spans: spans.toReversed() };
  expect(layerDigest(same)).toBe(layerDigest(layer));
  const others = [
    layerOf('A', spans),
    layerOf('A', [span('s', [[0, 9]], { note: 'n' }), spans[1]!], layer.links),
    layerOf('A', [span('s', [[0, 8]]), spans[1]!], layer.links),
    layerOf('A', [span('s', [[0, 9]], claim), spans[1]!], layer.links),
  ];
  expect(new Set([layer, ...others].map(layerDigest)).size).toBe(5);
});

test('letters are given without a look at order or names, and anew for each article', () => {
  fc.assert(
    fc.property(layersArbitrary(), fc.string(), (layers, article) => {
      const ids = layers.map(({ annotatorId }) => annotatorId);
      const order = blindOrder(article as ArticleId, ids);
      expect([...blindOrder(article as ArticleId, ids.toReversed())]).toEqual([...order]);
      expect([...order.values()]).toEqual(['A', 'B', 'C', 'D'].slice(0, ids.length));
    }),
    { seed: 20241125 },
  );
  const firsts = Array.from({ length: 20 }, (_, index) => {
    return blindOrder(`article ${index}` as ArticleId, ['x', 'y', 'z'] as AnnotatorId[])
      .keys()
      .next().value;
  });
  expect(new Set(firsts).size).toBe(3);
});

test('there are letters for everybody', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `${index}` as AnnotatorId);
  const letters = [...blindOrder('a' as ArticleId, ids).values()];
  expect(letters.slice(24, 28)).toEqual(['Y', 'Z', 'AA', 'AB']);
  expect(letters.at(-1)).toBe('BH');
});

test('a span may stand where its ranges are right, its label is known, and it overlaps none of a label that may not', () => {
  const labels = DEFAULT_LABEL_SET.labels.map((label) => ({ ...label, overlapsItself: label.id === 'quote' }));
  const labelSet = { ...DEFAULT_LABEL_SET, labels };
  const check = (
    spans: Parameters<typeof problemsWithDecided>[0],
    gold: Parameters<typeof problemsWithDecided>[1] = [],
  ) => problemsWithDecided(spans, gold, labelSet, 'x'.repeat(40));
  expect(check([span('s', [[0, 5]])], [span('t', [[5, 9]]), span('u', [[0, 5]], claim)])).toEqual([]);
  expect(check([span('s', [[0, 6]])], [span('t', [[5, 9]])])).toEqual([
    { kind: 'overlaps', label: 'entity', span: 't' },
  ]);
  expect(check([span('s', [[0, 6]]), span('t', [[5, 9]])])).toEqual([{ kind: 'overlaps', label: 'entity', span: 's' }]);
  const quote = { label: 'quote' as LabelId };
  expect(check([span('s', [[0, 6]], quote)], [span('t', [[5, 9]], quote)])).toEqual([]);
  expect(check([span('s', [[0, 6]], { label: 'x' as LabelId })])).toEqual([{ kind: 'unknown-label', label: 'x' }]);
  expect(check([span('s', [[0, 60]])])[0]).toMatchObject({ kind: 'ranges' });
});
