import { t } from '#language/t.ts';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Layer } from '#core/project/project.ts';

/** How many spans use a label, an attribute or a value, and how many links a type, by the key that keyOf… gives. */
export type Uses = ReadonlyMap<string, number>;

/** The key of a label in Uses. */
export function keyOfLabel(label: LabelId): string {
  return JSON.stringify(['label', label]);
}

function keyOfAttribute(label: LabelId, attribute: AttributeId): string {
  return JSON.stringify(['attribute', label, attribute]);
}

/** The key of one value of a choice in Uses. */
export function keyOfValue(label: LabelId, attribute: AttributeId, value: string): string {
  return JSON.stringify(['value', label, attribute, value]);
}

/** The key of a link type in Uses. */
export function keyOfLinkType(type: LinkTypeId): string {
  return JSON.stringify(['link-type', type]);
}

/** Counts what the spans and links of the layers use. Keys are made once for each thing, not for each span. */
export function countUses(layers: readonly Layer[]): Uses {
  const labels = new Map<LabelId, number>();
  const attributes = new Map<LabelId, Map<AttributeId, number>>();
  const values = new Map<LabelId, Map<AttributeId, Map<string, number>>>();
  const types = new Map<LinkTypeId, number>();
  for (const { spans, links } of layers) {
    for (const { label, attributes: held } of spans) {
      countOne(labels, label);
      for (const { id, value } of held) {
        countOne(inside(attributes, label), id);
        const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
        for (const one of chosen) countOne(inside(inside(values, label), id), one);
      }
    }
    for (const { type } of links) countOne(types, type);
  }
  const uses = new Map<string, number>();
  for (const [label, count] of labels) uses.set(keyOfLabel(label), count);
  for (const [label, of] of attributes) for (const [id, count] of of) uses.set(keyOfAttribute(label, id), count);
  for (const [label, of] of values) {
    for (const [id, counts] of of) for (const [value, count] of counts) uses.set(keyOfValue(label, id, value), count);
  }
  for (const [type, count] of types) uses.set(keyOfLinkType(type), count);
  return uses;
}

function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The map inside a map, put in where it is missing. */
function inside<Key, InnerKey, Value>(outer: Map<Key, Map<InnerKey, Value>>, key: Key): Map<InnerKey, Value> {
  const found = outer.get(key) ?? new Map<InnerKey, Value>();
  outer.set(key, found);
  return found;
}

/** The names of what `from` has and `to` has not though it is used, such as “Place” of Entity. */
export function usedAndLost(from: LabelSet, to: LabelSet, uses: Uses): readonly string[] {
  const left = new Set(thingsOf(to).map(({ key }) => key));
  return thingsOf(from)
    .filter(({ key }) => !left.has(key) && (uses.get(key) ?? 0) > 0)
    .map(({ name }) => name);
}

function thingsOf({ labels, linkTypes }: LabelSet): readonly { readonly key: string; readonly name: string }[] {
  return [
    ...labels.flatMap((label) => [
      { key: keyOfLabel(label.id), name: t`“${label.name}”` },
      ...label.attributes.flatMap((attribute) => [
        { key: keyOfAttribute(label.id, attribute.id), name: t`“${attribute.name}” of ${label.name}` },
        ...attribute.values.map((value) => ({
          key: keyOfValue(label.id, attribute.id, value.id),
          name: t`“${value.name}” of ${label.name}`,
        })),
      ]),
    ]),
    ...linkTypes.map((type) => ({ key: keyOfLinkType(type.id), name: t`“${type.name}”` })),
  ];
}
