import { type Attribute, type AttributeId, type ChoiceValue, type ValueId } from './attribute.ts';
import { type LabelId } from './label-id.ts';
import { type Label, type LabelSet } from './label-set.ts';
import { type LinkType, type LinkTypeId } from './link-type.ts';

interface Named {
  readonly id: string;
}

/** The label set with a part of one label changed. */
export function withLabel(labelSet: LabelSet, id: LabelId, part: Partial<Omit<Label, 'id'>>): LabelSet {
  return { ...labelSet, labels: changed(labelSet.labels, id, part) };
}

/** The label set with a part of one link type changed. */
export function withLinkType(labelSet: LabelSet, id: LinkTypeId, part: Partial<Omit<LinkType, 'id'>>): LabelSet {
  return { ...labelSet, linkTypes: changed(labelSet.linkTypes, id, part) };
}

/** The label with a part of one attribute changed. */
export function withAttributePart(label: Label, id: AttributeId, part: Partial<Omit<Attribute, 'id'>>): Label {
  return { ...label, attributes: changed(label.attributes, id, part) };
}

/** The attribute with a part of one value changed. */
export function withValuePart(attribute: Attribute, id: ValueId, part: Partial<Omit<ChoiceValue, 'id'>>): Attribute {
  return { ...attribute, values: changed(attribute.values, id, part) };
}

/** The list with one member a place earlier (-1) or later (1); as it is where there is no such place. */
export function movedMember<T extends Named>(members: readonly T[], id: string, step: 1 | -1): readonly T[] {
  const place = members.findIndex((member) => member.id === id);
  const member = members[place];
  const goal = place + step;
  if (!member || goal < 0 || goal >= members.length) return members;
  return members.toSpliced(place, 1).toSpliced(goal, 0, member);
}

/** The other label that has this key, or undefined where it is free. */
export function holderOfKey(labelSet: LabelSet, key: string, except: LabelId): Label | undefined {
  return key === '' ? undefined : labelSet.labels.find((label) => label.key === key && label.id !== except);
}

/** The other value of the label that has this letter, or undefined where it is free. */
export function holderOfLetter(label: Label, key: string, except: ValueId, of: AttributeId): ChoiceValue | undefined {
  if (key === '') return undefined;
  const isOther = (attribute: Attribute, value: ChoiceValue) => value.id !== except || attribute.id !== of;
  return label.attributes
    .flatMap((attribute) => attribute.values.filter((value) => isOther(attribute, value)))
    .find((value) => value.key === key);
}

function changed<T extends Named>(members: readonly T[], id: string, part: Partial<NoInfer<T>>): readonly T[] {
  return members.map((member) => (member.id === id ? { ...member, ...part } : member));
}
