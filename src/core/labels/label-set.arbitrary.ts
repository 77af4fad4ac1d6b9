import * as fc from 'fast-check';
import {
  type Attribute,
  ATTRIBUTE_KINDS,
  type AttributeId,
  type ChoiceValue,
  hasValues,
  type ValueId,
} from './attribute.ts';
import { type LabelId } from './label-id.ts';
import { type Label, type LabelSet, TONES } from './label-set.ts';
import { type LinkType, type LinkTypeId } from './link-type.ts';

const NASTY_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  ' ',
  'a:b "c"',
  '🏷️ tag',
  'تسمية',
  'ENTITY',
  'e\u0301',
] as const;

/** Ids of any kind, among them those that break objects used as maps. */
export function idArbitrary(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.uuid(),
    fc.constantFrom(...NASTY_NAMES),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  );
}

/** Names of any kind, empty ones included. */
export function nameArbitrary(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom('', ...NASTY_NAMES), fc.string({ unit: 'grapheme', maxLength: 12 }));
}

/** Whole label sets that keep every rule: unique ids and keys, link types between labels of the set. */
export function labelSetArbitrary(): fc.Arbitrary<LabelSet> {
  return fc
    .uniqueArray(labelArbitrary(), { minLength: 1, maxLength: 4, selector: ({ id }) => id })
    .chain((labels) =>
      fc
        .uniqueArray(linkTypeArbitrary(labels.map(({ id }) => id)), { maxLength: 3, selector: ({ id }) => id })
        .map((linkTypes) => ({ labels: withUniqueKeys(labels), linkTypes })),
    );
}

function labelArbitrary(): fc.Arbitrary<Label> {
  return fc.record({
    id: idArbitrary().map((id) => id as LabelId),
    name: nameArbitrary(),
    description: nameArbitrary(),
    key: fc.constantFrom('', '1', '2', '3', '9'),
    tone: fc.constantFrom(...TONES),
    channel: fc.constantFrom('fill', 'underline', 'bracket'),
    smartExtent: fc.constantFrom('word', 'name', 'sentence', 'quotation'),
    overlapsItself: fc.boolean(),
    attributes: fc
      .uniqueArray(attributeArbitrary(), { maxLength: 4, selector: ({ id }) => id })
      .map(withUniqueValueKeys),
  });
}

function attributeArbitrary(): fc.Arbitrary<Attribute> {
  return fc
    .record({
      id: idArbitrary().map((id) => id as AttributeId),
      name: nameArbitrary(),
      description: nameArbitrary(),
      kind: fc.constantFrom(...ATTRIBUTE_KINDS),
      isRequired: fc.boolean(),
      values: fc.uniqueArray(valueArbitrary(), { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    })
    .map((attribute) => (hasValues(attribute.kind) ? attribute : { ...attribute, values: [] }));
}

function valueArbitrary(): fc.Arbitrary<ChoiceValue> {
  return fc.record({
    id: idArbitrary().map((id) => id as ValueId),
    name: nameArbitrary(),
    key: fc.constantFrom('', 'a', 'p', 'z'),
  });
}

function linkTypeArbitrary(labels: readonly LabelId[]): fc.Arbitrary<LinkType> {
  return fc.record({
    id: idArbitrary().map((id) => id as LinkTypeId),
    name: nameArbitrary(),
    description: nameArbitrary(),
    from: fc.subarray([...labels]),
    to: fc.subarray([...labels]),
    isSingle: fc.boolean(),
    isRequired: fc.boolean(),
  });
}

function withUniqueKeys<T extends { readonly key: string }>(keyed: readonly T[], taken = new Set([''])): readonly T[] {
  return keyed.map((each) => {
    const key = taken.has(each.key) ? '' : each.key;
    taken.add(key);
    return { ...each, key };
  });
}

function withUniqueValueKeys(attributes: readonly Attribute[]): readonly Attribute[] {
  const taken = new Set(['']);
  return attributes.map((attribute) => ({ ...attribute, values: withUniqueKeys(attribute.values, taken) }));
}
