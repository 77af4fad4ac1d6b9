import { expect, test } from 'vitest';
import { type AttributeId, type ValueId } from './attribute.ts';
import { holderOfKey, holderOfLetter, movedMember } from './change-label-set.ts';
import { DEFAULT_LABEL_SET } from './default-label-set.ts';
import { changeEnds, changeKind, followRule } from './follow-rule.ts';
import { type LabelId } from './label-id.ts';
import { type LinkTypeId } from './link-type.ts';
import { READY_MADE_LABEL_SETS } from './ready-made-label-sets.ts';
import { restoreLabelSet } from './restore-label-set.ts';
import { problemsWithLabelSet } from '#formats/label-set/read.ts';

const [ENTITY, CLAIM, QUOTE] = ['entity' as LabelId, 'claim' as LabelId, 'quote' as LabelId];
const TYPE = 'type' as AttributeId;

test('merging a label lets link types name the other', () => {
  const { after, rules } = followRule(DEFAULT_LABEL_SET, { kind: 'label', from: QUOTE, to: CLAIM });
  expect(after.labels.map(({ id }) => id)).toEqual([ENTITY, CLAIM]);
  expect(after.linkTypes.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['speaker', ['claim'], ['entity']],
    ['claimant', ['claim'], ['entity']],
    ['made-in', ['claim'], ['claim']],
    ['same-as', ['entity'], ['entity']],
  ]);
  expect(rules).toHaveLength(1);
});

test('removing a label takes link types along that would be left without an end, and says so', () => {
  const { after, rules } = followRule(DEFAULT_LABEL_SET, { kind: 'label', from: QUOTE, to: null });
  expect(after.linkTypes.map(({ id }) => id)).toEqual(['claimant', 'same-as']);
  expect(rules.slice(1)).toEqual([
    { kind: 'link-type', from: 'speaker', to: null },
    { kind: 'link-type', from: 'made-in', to: null },
  ]);
});

test('splitting a label puts a copy beside it, without its key, at every end where it was', () => {
  const where = { kind: 'words', words: ['Rome'] } as const;
  const { after } = followRule(
    DEFAULT_LABEL_SET,
    { kind: 'label', from: ENTITY, to: 'place' as LabelId, where },
    'Place',
  );
  expect(after.labels.map(({ id, name, key }) => [id, name, key])).toEqual([
    ['entity', 'Entity', '1'],
    ['place', 'Place', ''],
    ['claim', 'Claim', '2'],
    ['quote', 'Quote', '3'],
  ]);
  expect(after.linkTypes.find(({ id }) => id === 'same-as')).toMatchObject({
    from: ['entity', 'place'],
    to: ['entity', 'place'],
  });
});

test('an attribute of another kind is another attribute, and keeps its values where the kind has any', () => {
  const fresh = 'fresh' as AttributeId;
  const several = changeKind(DEFAULT_LABEL_SET, ENTITY, TYPE, 'several', fresh);
  expect(several.after.labels[0]!.attributes[0]).toMatchObject({ id: fresh, kind: 'several', name: 'Type' });
  expect(several.after.labels[0]!.attributes[0]!.values).toHaveLength(6);
  expect(several.rules).toEqual([{ kind: 'attribute', label: ENTITY, from: TYPE, to: fresh }]);
  expect(changeKind(DEFAULT_LABEL_SET, ENTITY, TYPE, 'text', fresh).after.labels[0]!.attributes[0]!.values).toEqual([]);
});

test.each([
  ['more labels', ['quote', 'claim'], []],
  ['any label', [], []],
  ['another label', ['claim'], ['quote']],
])('links go from ends that a type no longer allows: %s', (_, allowed, refused) => {
  const { rules } = changeEnds(DEFAULT_LABEL_SET, 'speaker' as LinkTypeId, 'from', allowed as LabelId[]);
  expect(rules).toEqual(
    refused.map((label) => ({ kind: 'link-type', from: 'speaker', to: null, where: { end: 'from', label } })),
  );
});

test('undoing gives the label set of before with what came in since by another way', () => {
  const rule = { kind: 'value', label: ENTITY, attribute: TYPE, from: 'event', to: 'other' } as const;
  const { after } = followRule(DEFAULT_LABEL_SET, rule as never);
  expect(restoreLabelSet(after, DEFAULT_LABEL_SET, after)).toEqual(DEFAULT_LABEL_SET);
  const added = { ...after.labels[0]!, id: 'added' as LabelId, key: '' };
  const since = { ...after, labels: [...after.labels, added] };
  expect(restoreLabelSet(since, DEFAULT_LABEL_SET, after)).toEqual({
    ...DEFAULT_LABEL_SET,
    labels: [...DEFAULT_LABEL_SET.labels, added],
  });
  expect(restoreLabelSet(since, after, since)).toEqual(after);
});

test('a key and a letter are known by what has them', () => {
  const [entity, claim] = DEFAULT_LABEL_SET.labels;
  expect(holderOfKey(DEFAULT_LABEL_SET, '2', ENTITY)).toBe(claim);
  expect(holderOfKey(DEFAULT_LABEL_SET, '2', CLAIM)).toBeUndefined();
  expect(holderOfKey(DEFAULT_LABEL_SET, '', ENTITY)).toBeUndefined();
  expect(holderOfLetter(entity!, 'p', 'event' as ValueId, TYPE)?.name).toBe('Person');
  expect(holderOfLetter(entity!, 'p', 'person' as ValueId, TYPE)).toBeUndefined();
});

test.each([
  ['b', -1, 'bac'],
  ['b', 1, 'acb'],
  ['a', -1, 'abc'],
  ['c', 1, 'abc'],
  ['x', 1, 'abc'],
] as const)('moving %s by %i in abc gives %s', (id, step, expected) => {
  const members = ['a', 'b', 'c'].map((each) => ({ id: each }));
  expect(
    movedMember(members, id, step)
      .map((each) => each.id)
      .join(''),
  ).toBe(expected);
});

test.each(READY_MADE_LABEL_SETS.map(({ name, labelSet }) => [name, labelSet] as const))(
  'the ready-made label set %s keeps every rule',
  (_, labelSet) => {
    expect(problemsWithLabelSet(labelSet)).toEqual([]);
  },
);

test('OntoNotes has its 18 types and CoNLL its four', () => {
  const sizes = new Map(READY_MADE_LABEL_SETS.map(({ id, labelSet }) => [id, labelSet.labels.length]));
  expect([sizes.get('ontonotes'), sizes.get('conll'), sizes.get('empty')]).toEqual([18, 4, 0]);
});
