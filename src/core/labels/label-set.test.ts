import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attribute } from './attribute.ts';
import { attribute, DEFAULT_LABEL_SET, label, linkType } from './default-label-set.ts';
import { labelSetArbitrary as wholeLabelSetArbitrary } from './label-set.arbitrary.ts';
import { mergeLabelSets } from './merge-label-sets.ts';
import { type LabelId } from './label-id.ts';
import { findLabel, type Label, labelForKey, type LabelSet, lineOf, TONES } from './label-set.ts';

describe('the label set of a new project', () => {
  test('has entity, claim and quote on the keys 1, 2 and 3, drawn in three ways', () => {
    const { labels } = DEFAULT_LABEL_SET;
    expect(labels.map(({ name, key, channel, smartExtent }) => [name, key, channel, smartExtent])).toEqual([
      ['Entity', '1', 'fill', 'name'],
      ['Claim', '2', 'underline', 'sentence'],
      ['Quote', '3', 'bracket', 'quotation'],
    ]);
    expect(new Set(labels.map(({ id }) => id)).size).toBe(3);
    expect(new Set(labels.map(({ tone }) => tone)).size).toBe(3);
  });
});

test('labels of one channel have lines of their own, as far as there are kinds', () => {
  const labels = ['fill', 'fill', 'bracket', 'fill', 'fill', 'fill', 'bracket'] as const;
  const set: LabelSet = {
    labels: labels.map((channel, index) => ({ ...DEFAULT_LABEL_SET.labels[0]!, id: `l${index}` as LabelId, channel })),
    linkTypes: [],
  };
  expect(set.labels.map((each) => lineOf(set, each))).toEqual([0, 1, 0, 2, 3, 0, 1]);
  expect(lineOf(set, { id: 'other' as LabelId, channel: 'fill' })).toBe(0);
});

describe('a label', () => {
  const set = setOf('person 1', 'place', 'event');

  test.each([
    ['person', 'person'],
    ['place', 'place'],
    ['Person', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('with the id %j is %s', (id, expected) => {
    expect(findLabel(set, id as LabelId)?.id).toBe(expected);
  });

  test.each([
    ['1', 'person'],
    ['2', undefined],
    ['', undefined],
    ['11', undefined],
  ])('on the key %j is %s', (key, expected) => {
    expect(labelForKey(set, key)?.id).toBe(expected);
  });
});

describe('merging label sets', () => {
  // A label is written as its id and, where it has one, its key.
  test.each([
    ['adds what is missing, in its order', ['a 1'], ['c 3', 'b 2'], ['a 1', 'c 3', 'b 2']],
    ['drops a key that is taken', ['a 1'], ['b 1'], ['a 1', 'b ']],
    ['keeps our key for a label in both', ['a 1'], ['a 2'], ['a 1']],
    ['keeps a key that only theirs of a label in both has', ['a 1'], ['a 2', 'b 2'], ['a 1', 'b 2']],
    ['lets several have no key', ['a'], ['b', 'c'], ['a ', 'b ', 'c ']],
    ['takes all into an empty set', [], ['a 1'], ['a 1']],
    ['takes nothing from an empty set', ['a 1'], [], ['a 1']],
  ])('%s', (_, ours, theirs, expected) => {
    const merged = mergeLabelSets(setOf(...ours), setOf(...theirs));
    expect(merged.labels.map(({ id, key }) => `${id} ${key}`)).toEqual(expected);
  });

  test('keeps our definition of a label in both', () => {
    const ours = setOf('a 1');
    const theirs: LabelSet = { labels: [{ ...ours.labels[0]!, name: 'other', tone: 'rose' }], linkTypes: [] };
    expect(mergeLabelSets(ours, theirs)).toBe(ours);
  });

  test('keeps ours as it is and ids and keys unique, and a second time adds nothing', () => {
    fc.assert(
      fc.property(labelSetArbitrary(), labelSetArbitrary(), (ours, theirs) => {
        const merged = mergeLabelSets(ours, theirs);
        expect(merged.labels.slice(0, ours.labels.length)).toEqual(ours.labels);
        expect(new Set(merged.labels.map(({ id }) => id))).toEqual(
          new Set([...ours.labels, ...theirs.labels].map(({ id }) => id)),
        );
        const keys = merged.labels.map(({ key }) => key).filter((key) => key !== '');
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(merged.labels.map(({ id }) => id)).size).toBe(merged.labels.length);
        expect(mergeLabelSets(merged, theirs)).toBe(merged);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });
});

function setWith(...attributes: readonly Attribute[]): LabelSet {
  return { labels: [label('entity', 'Entity', { attributes })], linkTypes: [] };
}

function setOf(...written: readonly string[]): LabelSet {
  return {
    labels: written.map((each): Label => {
      const [id, key = ''] = each.split(' ');
      return {
        id: id as LabelId,
        name: id!,
        description: '',
        key,
        tone: TONES[0],
        channel: 'fill',
        smartExtent: 'word',
        overlapsItself: true,
        attributes: [],
      };
    }),
    linkTypes: [],
  };
}

/** Sets with unique ids and keys, from few of each. */
function labelSetArbitrary(): fc.Arbitrary<LabelSet> {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), { maxLength: 5 });
  const keys = fc.shuffledSubarray(['1', '2', '3', '4', '5'], { minLength: 5 });
  return fc
    .tuple(ids, keys, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
    .map(([some, order, keyed]) => setOf(...some.map((id, index) => (keyed[index] ? `${id} ${order[index]}` : id))));
}

describe('merging what labels carry', () => {
  const ours: LabelSet = {
    labels: [
      label('entity', 'Entity', {
        attributes: [attribute('type', 'Type', 'choice', '', ['person:Person:p', 'place:Place:c'])],
      }),
    ],
    linkTypes: [linkType('same-as', 'Same as', ['entity'], ['entity'])],
  };

  test('adds attributes, values and link types that are missing, without our keys', () => {
    const theirs: LabelSet = {
      labels: [
        label('entity', 'Thing', {
          attributes: [
            attribute('type', 'Kind', 'choice', '', ['place:Ort:o', 'event:Event:p']),
            attribute('sex', 'Sex', 'choice', '', ['f:Female:f', 'x:Other:c']),
          ],
        }),
      ],
      linkTypes: [linkType('same-as', 'Same', [], []), linkType('part-of', 'Part of', ['entity'], ['entity'])],
    };
    const merged = mergeLabelSets(ours, theirs);
    expect(merged.labels.map(({ name }) => name)).toEqual(['Entity']);
    expect(merged.labels[0]!.attributes).toEqual([
      attribute('type', 'Type', 'choice', '', ['person:Person:p', 'place:Place:c', 'event:Event']),
      attribute('sex', 'Sex', 'choice', '', ['f:Female:f', 'x:Other']),
    ]);
    expect(merged.linkTypes.map(({ name }) => name)).toEqual(['Same as', 'Part of']);
    expect(mergeLabelSets(merged, theirs)).toBe(merged);
  });

  test('keeps our attribute where theirs is of another kind', () => {
    const theirs: LabelSet = {
      labels: [label('entity', 'Entity', { attributes: [attribute('type', 'Type', 'text', '')] })],
      linkTypes: [],
    };
    expect(mergeLabelSets(ours, theirs)).toBe(ours);
  });

  test('drops the key of a value that another attribute of the label has', () => {
    const mood = attribute('mood', 'Mood', 'choice', '', ['happy:Happy:h']);
    const type = attribute('type', 'Type', 'choice', '', ['person:Person:p']);
    const wider = attribute('type', 'Type', 'choice', '', ['hotel:Hotel:h', 'inn:Inn:n']);
    expect(mergeLabelSets(setWith(type, mood), setWith(wider)).labels[0]!.attributes).toEqual([
      attribute('type', 'Type', 'choice', '', ['person:Person:p', 'hotel:Hotel', 'inn:Inn:n']),
      mood,
    ]);
  });

  test('keeps the keys of values unique across the attributes of a label, whatever is merged', () => {
    fc.assert(
      fc.property(wholeLabelSetArbitrary(), wholeLabelSetArbitrary(), (one, other) => {
        const merged = mergeLabelSets(one, other);
        for (const { attributes } of merged.labels) {
          const keys = attributes.flatMap(({ values }) => values.map(({ key }) => key)).filter((key) => key !== '');
          expect(new Set(keys).size).toBe(keys.length);
        }
        expect(mergeLabelSets(merged, other)).toBe(merged);
      }),
      { seed: 20261125 },
    );
  });
});
