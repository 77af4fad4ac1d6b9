import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttributeId, type AttributeValue, type ValueId } from '#core/labels/attribute.ts';
import { attribute, label, linkType } from '#core/labels/default-label-set.ts';
import { followRule } from '#core/labels/follow-rule.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelRule } from '#core/labels/label-rule.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type Bundle } from '#core/bundle/bundle.ts';
import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { type Link, type LinkId } from '#core/spans/link.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { readBundle } from '#formats/native/read.ts';
import { writeBundle } from '#formats/native/write.ts';
import { relabelLayer } from './relabel-layer.ts';

const TEXT = 'Ann  met Bo in Rome. Ann left.';
const AT = '2024-06-17T10:00:00.000Z';
const [A, B] = ['a' as LabelId, 'b' as LabelId];
const [KIND, GRADE] = ['kind' as AttributeId, 'grade' as AttributeId];
const [X, Y] = ['x' as ValueId, 'y' as ValueId];

const LABELS: LabelSet = {
  labels: [
    label('a', 'A', {
      attributes: [
        attribute('kind', 'Kind', 'choice', '', ['x:X', 'y:Y', 'z:Z']),
        attribute('grade', 'Grade', 'number', ''),
      ],
    }),
    label('b', 'B', { attributes: [attribute('kind', 'Kind', 'choice', '', ['x:X'])] }),
    label('m', 'M', { attributes: [attribute('kind', 'Kind', 'several', '', ['x:X', 'y:Y', 'z:Z'])] }),
  ],
  linkTypes: [linkType('l', 'L', ['a'], ['b']), linkType('k', 'K', ['a'], ['a']), linkType('any', 'Any', [], [])],
};

interface Given {
  readonly id: string;
  readonly label?: string;
  readonly words?: string;
  readonly values?: Readonly<Record<string, AttributeValue>>;
  readonly changedAt?: string;
}

function span({
  id,
  label: labelId = 'a',
  words = 'Ann',
  values = {},
  changedAt = '2024-06-17T09:00:00.000Z',
}: Given): Span {
  const from = TEXT.indexOf(words);
  return {
    id: id as SpanId,
    label: labelId as LabelId,
    ranges: [{ from, to: from + words.length }],
    attributes: Object.entries(values).map(([key, value]) => ({ id: key as AttributeId, value })),
    note: '',
    origin: 'hand',
    createdAt: '2024-06-17T09:00:00.000Z',
    changedAt,
  };
}

function link(id: string, type: string, from: string, to: string, createdAt = '2024-06-17T09:00:00.000Z'): Link {
  const [start, end] = [from as SpanId, to as SpanId];
  return { id: id as LinkId, type: type as LinkTypeId, from: start, to: end, origin: 'hand', createdAt };
}

function layerOf(spans: readonly Given[], links: readonly Link[] = []): Layer {
  return {
    articleId: 'article' as ArticleId,
    annotatorId: 'ada' as AnnotatorId,
    status: 'in-progress',
    spans: spans.map(span),
    links,
    changedAt: '2024-06-17T09:00:00.000Z',
  };
}

function after(layer: Layer, rule: LabelRule, name?: string) {
  const { after: labelSet, rules } = followRule(LABELS, rule, name);
  return relabelLayer(layer, { rules, after: labelSet, at: AT }, TEXT);
}

/** Spans as `id label kind=x`. */
function shown({ spans }: Layer): readonly string[] {
  return spans.map(({ id, label: labelId, attributes }) => {
    const values = attributes.map((each) => ` ${each.id}=${JSON.stringify(each.value)}`);
    return `${id} ${labelId}${values.join('')}`;
  });
}

describe('a label that is merged', () => {
  const rule: LabelRule = { kind: 'label', from: A, to: B };

  test('gives its spans the other, with the values that fit it, and counts those that do not', () => {
    const layer = layerOf([
      { id: '1', values: { grade: 2, kind: 'x' } },
      { id: '2', words: 'Bo', values: { kind: 'y' } },
      { id: '3', label: 'm', words: 'Rome' },
    ]);
    const result = after(layer, rule);
    expect(shown(result.layer)).toEqual(['1 b kind="x"', '2 b', '3 m']);
    expect(result).toMatchObject({ changed: 2, removed: 0, joined: 0, values: 2, links: 0 });
  });

  test('joins spans that are then the same, and keeps the links of both', () => {
    const layer = layerOf(
      [{ id: '1' }, { id: '2', label: 'b' }, { id: '3', label: 'm', words: 'Rome' }],
      [link('p', 'any', '3', '1'), link('q', 'any', '1', '2')],
    );
    const result = after(layer, rule);
    expect(shown(result.layer)).toEqual(['2 b', '3 m']);
    expect(result.layer.links).toEqual([{ ...layer.links[0], to: '2' }]);
    expect(result).toMatchObject({ changed: 0, joined: 1, removed: 0, links: 1 });
  });

  test('keeps twins that differ in a value or a note', () => {
    const layer = layerOf([
      { id: '1', values: { kind: 'x' } },
      { id: '2', label: 'b' },
    ]);
    expect(shown(after(layer, rule).layer)).toEqual(['1 b kind="x"', '2 b']);
  });

  test('takes away links that their type no longer allows, and leaves the others', () => {
    const layer = layerOf(
      [{ id: '1' }, { id: '2', label: 'm', words: 'Bo' }],
      [link('x', 'l', '2', '1'), link('y', 'any', '1', '2')],
    );
    const result = after(layer, { kind: 'label', from: 'm' as LabelId, to: B });
    expect(result.layer.links.map(({ id }) => id)).toEqual(['y']);
    expect(result.links).toBe(1);
  });
});

test('a label that is removed takes its spans with it, and their links', () => {
  const layer = layerOf([{ id: '1' }, { id: '2', label: 'b', words: 'Bo' }], [link('x', 'l', '1', '2')]);
  const result = after(layer, { kind: 'label', from: A, to: null });
  expect(shown(result.layer)).toEqual(['2 b']);
  expect(result).toMatchObject({ changed: 0, removed: 1, links: 1 });
});

describe('a label that is split', () => {
  const to = 'c' as LabelId;
  const given: readonly Given[] = [
    { id: '1', values: { kind: 'x' } },
    { id: '2', words: 'Bo' },
    { id: '3', words: 'Ann  met', changedAt: '2024-06-17T09:59:59Z' },
    { id: '4', words: 'Rome', values: { kind: 'x' }, changedAt: '2024-06-17T10:00:00.001Z' },
  ];
  const ids = (where: LabelRule & { kind: 'label' }) =>
    after(layerOf(given), where, 'C')
      .layer.spans.filter((each) => each.label === to)
      .map(({ id }) => id);

  test('by a value, gives the new one those that have it and were not changed since', () => {
    expect(ids({ kind: 'label', from: A, to, where: { kind: 'value', attribute: KIND, value: X } })).toEqual(['1']);
  });

  test('by no value, gives the new one those that have none', () => {
    const where = { kind: 'value', attribute: KIND, value: null } as const;
    expect(ids({ kind: 'label', from: A, to, where }).toSorted()).toEqual(['2', '3']);
  });

  test('by words, gives the new one those with these words, white space as one blank', () => {
    expect(ids({ kind: 'label', from: A, to, where: { kind: 'words', words: ['Ann met', 'Rome'] } })).toEqual(['3']);
  });
});

describe('a value', () => {
  test.each<[string, AttributeValue, ValueId | null, unknown]>([
    ['a choice of it becomes the other', 'x', Y, 'y'],
    ['a choice of another stays', 'z', Y, 'z'],
    ['a choice of it is dropped where it is removed', 'x', null, undefined],
  ])('%s', (_, value, to, expected) => {
    const layer = layerOf([{ id: '1', values: { kind: value } }]);
    const result = after(layer, { kind: 'value', label: A, attribute: KIND, from: X, to });
    expect(result.layer.spans[0]!.attributes[0]?.value).toEqual(expected);
    expect(result.values).toBe(to === null ? 1 : 0);
  });

  test.each<[readonly string[], ValueId | null, unknown]>([
    [['x', 'z'], Y, ['y', 'z']],
    [['x', 'y'], Y, ['y']],
    [['z'], Y, ['z']],
    [['x', 'z'], null, ['z']],
    [['x'], null, undefined],
  ])('of several %j, x turned into %s gives %j', (value, to, expected) => {
    const layer = layerOf([{ id: '1', label: 'm', values: { kind: value } }]);
    const result = after(layer, { kind: 'value', label: 'm' as LabelId, attribute: KIND, from: X, to });
    expect(result.layer.spans[0]!.attributes[0]?.value).toEqual(expected);
  });
});

test('an attribute that is removed takes its values with it and leaves the others', () => {
  const layer = layerOf([{ id: '1', values: { grade: 2, kind: 'x' } }]);
  const result = after(layer, { kind: 'attribute', label: A, from: GRADE, to: null });
  expect(shown(result.layer)).toEqual(['1 a kind="x"']);
  expect(result).toMatchObject({ changed: 1, values: 1 });
});

describe('a link type', () => {
  const layer = layerOf(
    [{ id: '1' }, { id: '2', label: 'b', words: 'Bo' }, { id: '3', words: 'Rome' }],
    [link('x', 'any', '1', '2'), link('y', 'any', '1', '3'), link('z', 'l', '1', '2')],
  );

  test('that is merged keeps the links that the other allows, each once', () => {
    const result = after(layer, { kind: 'link-type', from: 'any' as LinkTypeId, to: 'l' as LinkTypeId });
    expect(result.layer.links.map(({ id, type }) => `${id} ${type}`)).toEqual(['z l']);
    expect(result.links).toBe(2);
  });

  test('that is split gives the new one the links at whose end the label is', () => {
    const where = { end: 'to', label: B } as const;
    const rule: LabelRule = { kind: 'link-type', from: 'any' as LinkTypeId, to: 'n' as LinkTypeId, where };
    const result = after(layer, rule, 'N');
    expect(result.layer.links.map(({ id, type }) => `${id} ${type}`)).toEqual(['y any', 'z l', 'x n']);
    expect(result.links).toBe(0);
  });
});

test('a layer that a rule is not about is the very same', () => {
  const layer = layerOf([{ id: '1', label: 'b' }]);
  expect(after(layer, { kind: 'label', from: A, to: null }).layer).toBe(layer);
});

/** The ids of spans and links of each layer, in their order. */
function order(layers: readonly Layer[]): readonly string[] {
  return layers
    .map(({ spans, links }) => JSON.stringify([spans, links].map((each) => each.map(({ id }) => id))))
    .toSorted(compareText);
}

function goal(all: readonly { readonly id: string }[]): fc.Arbitrary<string | null> {
  return fc.constantFrom<string | null>(null, 'something new', ...all.map(({ id }) => id));
}

/** Any rule about something in the label set, into something of its kind, something new, or nothing. */
function ruleArbitrary({ labels, linkTypes }: LabelSet): fc.Arbitrary<LabelRule> {
  const rules: fc.Arbitrary<LabelRule | undefined>[] = [
    fc.record({ from: fc.constantFrom(...labels.map(({ id }) => id)), to: goal(labels) }).map(({ from, to }) => {
      return { kind: 'label', from, to: to as LabelId | null };
    }),
  ];
  if (linkTypes.length > 0) {
    rules.push(
      fc
        .record({ from: fc.constantFrom(...linkTypes.map(({ id }) => id)), to: goal(linkTypes) })
        .map(({ from, to }) => {
          return { kind: 'link-type', from, to: to as LinkTypeId | null };
        }),
    );
  }
  for (const { id, attributes } of labels) {
    for (const each of attributes) {
      if (each.values.length === 0) continue;
      rules.push(
        fc
          .record({ from: fc.constantFrom(...each.values.map((value) => value.id)), to: goal(each.values) })
          .map(({ from, to }) => ({ kind: 'value', label: id, attribute: each.id, from, to: to as ValueId | null })),
      );
    }
  }
  return fc.oneof(...rules).filter((rule) => rule !== undefined && rule.from !== rule.to) as fc.Arbitrary<LabelRule>;
}

test('whatever the rule: layers stay readable, no link dangles, and following again changes nothing', () => {
  const cases = bundleArbitrary().chain((bundle) =>
    fc.tuple(fc.constant(bundle), ruleArbitrary(bundle.project.labelSet)),
  );
  fc.assert(
    fc.property(cases, ([bundle, rule]) => {
      const { after: labelSet, rules } = followRule(bundle.project.labelSet, rule, 'New');
      const change = { rules, after: labelSet, at: AT };
      const texts = new Map(bundle.articles.map(({ id, text }) => [id, text]));
      const layers = bundle.layers.map((layer) => relabelLayer(layer, change, texts.get(layer.articleId)!).layer);
      for (const [index, layer] of layers.entries()) {
        const ids = new Set(layer.spans.map(({ id }) => id));
        expect(layer.links.every(({ from, to }) => from !== to && ids.has(from) && ids.has(to))).toBe(true);
        expect(relabelLayer(layer, change, texts.get(bundle.layers[index]!.articleId)!).layer).toBe(layer);
      }
      const changed: Bundle = { ...bundle, project: { ...bundle.project, labelSet }, layers };
      const read = readBundle(writeBundle(changed));
      expect(read.ok ? [] : read.problems).toEqual([]);
      expect(order(read.ok ? read.value.layers : [])).toEqual(order(layers));
    }),
    { seed: 20261125, numRuns: 150 },
  );
});
