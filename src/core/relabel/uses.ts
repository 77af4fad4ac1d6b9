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

/** Counts what the spans and links of the layers use. */
export function countUses(layers: readonly Layer[]): Uses {
  const uses = new Map<string, number>();
  const add = (key: string): void => {
    uses.set(key, (uses.get(key) ?? 0) + 1);
  };
  for (const { spans, links } of layers) {
    for (const { label, attributes } of spans) {
      add(keyOfLabel(label));
      for (const { id, value } of attributes) {
        add(keyOfAttribute(label, id));
        const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
        for (const one of chosen) add(keyOfValue(label, id, one));
      }
    }
    for (const { type } of links) add(keyOfLinkType(type));
  }
  return uses;
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
      { key: keyOfLabel(label.id), name: `“${label.name}”` },
      ...label.attributes.flatMap((attribute) => [
        { key: keyOfAttribute(label.id, attribute.id), name: `“${attribute.name}” of ${label.name}` },
        ...attribute.values.map((value) => ({
          key: keyOfValue(label.id, attribute.id, value.id),
          name: `“${value.name}” of ${label.name}`,
        })),
      ]),
    ]),
    ...linkTypes.map((type) => ({ key: keyOfLinkType(type.id), name: `“${type.name}”` })),
  ];
}
