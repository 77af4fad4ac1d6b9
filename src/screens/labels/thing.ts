import { type AttributeId, type ValueId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelRule, type LinkCondition, type SpanCondition } from '#core/labels/label-rule.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { t } from '#language/t.ts';

/** What can be merged, split or removed. */
export type Thing =
  | { readonly kind: 'label'; readonly id: LabelId }
  | { readonly kind: 'value'; readonly label: LabelId; readonly attribute: AttributeId; readonly id: ValueId }
  | { readonly kind: 'link-type'; readonly id: LinkTypeId };

/** What a thing is called, with what it belongs to: “Event” (Entity, Type). */
export function nameOfThing(labelSet: LabelSet, thing: Thing): string {
  if (thing.kind === 'label') return t`“${findLabel(labelSet, thing.id)?.name ?? ''}”`;
  if (thing.kind === 'link-type') return t`“${findLinkType(labelSet, thing.id)?.name ?? ''}”`;
  const label = findLabel(labelSet, thing.label);
  const attribute = findAttribute(label, thing.attribute);
  const value = attribute?.values.find(({ id }) => id === thing.id);
  return t`“${value?.name ?? ''}” (${label?.name ?? ''}, ${attribute?.name ?? ''})`;
}

/** What a thing can be merged into: everything of its kind beside it. */
export function othersOf(labelSet: LabelSet, thing: Thing): readonly { readonly id: string; readonly name: string }[] {
  return siblingsOf(labelSet, thing).filter(({ id }) => id !== thing.id);
}

function siblingsOf(labelSet: LabelSet, thing: Thing): readonly { readonly id: string; readonly name: string }[] {
  if (thing.kind === 'label') return labelSet.labels;
  if (thing.kind === 'link-type') return labelSet.linkTypes;
  return findAttribute(findLabel(labelSet, thing.label), thing.attribute)?.values ?? [];
}

/** The rule that turns a thing into another of its kind, or takes it away; with a condition only a part of it. */
export function ruleFor(thing: Thing, to: string | null, where?: SpanCondition | LinkCondition): LabelRule {
  const part = where === undefined ? {} : { where };
  switch (thing.kind) {
    case 'label':
      return { kind: 'label', from: thing.id, to, ...part } as LabelRule;
    case 'value':
      return {
        kind: 'value',
        label: thing.label,
        attribute: thing.attribute,
        from: thing.id,
        to,
        ...part,
      } as LabelRule;
    case 'link-type':
      return { kind: 'link-type', from: thing.id, to, ...part } as LabelRule;
  }
}
