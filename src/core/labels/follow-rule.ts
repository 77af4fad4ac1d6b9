import { type Attribute, type AttributeId, type AttributeKind, hasValues } from './attribute.ts';
import { type LabelId } from './label-id.ts';
import { type LabelRule } from './label-rule.ts';
import { findLinkType, type Label, type LabelSet, TONES } from './label-set.ts';
import { type LinkType, type LinkTypeId } from './link-type.ts';

/** A label set after a change, with the rules by which layers follow it. */
export interface Followed {
  readonly after: LabelSet;
  readonly rules: readonly LabelRule[];
}

/**
 * The label set after a rule: without what the rule takes away as a whole, and with a copy of it under `name` where the rule
 * leads to something new. Link types follow their labels; one that is left without a label at an end goes as well, and a
 * rule of its own says so. Without a `name` nothing is added.
 */
export function followRule(before: LabelSet, rule: LabelRule, name?: string): Followed {
  switch (rule.kind) {
    case 'label':
      return followLabel(before, rule, name);
    case 'attribute':
      return { after: inLabel(before, rule.label, (label) => withoutAttribute(label, rule.from)), rules: [rule] };
    case 'value': {
      const after = inLabel(before, rule.label, (label) => ({
        ...label,
        attributes: label.attributes.map((attribute) => {
          if (attribute.id !== rule.attribute) return attribute;
          const copy = (value: Attribute['values'][number]) => ({ ...value, id: rule.to!, name: name ?? '', key: '' });
          return { ...attribute, values: followed(attribute.values, rule, name === undefined ? undefined : copy) };
        }),
      }));
      return { after, rules: [rule] };
    }
    case 'link-type': {
      const copy = (type: LinkType): LinkType => ({ ...type, id: rule.to!, name: name ?? '' });
      const linkTypes = followed(before.linkTypes, rule, name === undefined ? undefined : copy);
      return { after: { ...before, linkTypes }, rules: [rule] };
    }
  }
}

/**
 * The label set with an attribute of another kind in place of one that spans hold values for: under an id of its own, so that
 * values which do not fit are left behind.
 */
export function changeKind(
  before: LabelSet,
  labelId: LabelId,
  id: AttributeId,
  kind: AttributeKind,
  freshId: AttributeId,
): Followed {
  const after = inLabel(before, labelId, (label) => ({
    ...label,
    attributes: label.attributes.map((attribute) => {
      if (attribute.id !== id) return attribute;
      return { ...attribute, id: freshId, kind, values: hasValues(kind) ? attribute.values : [] };
    }),
  }));
  return { after, rules: [{ kind: 'attribute', label: labelId, from: id, to: freshId }] };
}

interface Moving {
  readonly from: string;
  readonly to: string | null;
  readonly where?: unknown;
}

/** A list after a rule about its members. */
function followed<T extends { readonly id: string }>(
  members: readonly T[],
  { from, to, where }: Moving,
  copy: ((member: T) => T) | undefined,
): readonly T[] {
  const isThere = members.some(({ id }) => id === to);
  return members.flatMap((member) => {
    if (member.id !== from) return [member];
    const own = where === undefined ? [] : [member];
    return to === null || isThere || !copy ? own : [...own, copy(member)];
  });
}

function followLabel(
  before: LabelSet,
  rule: LabelRule & { readonly kind: 'label' },
  name: string | undefined,
): Followed {
  const isNew = name !== undefined && !before.labels.some(({ id }) => id === rule.to);
  const tone = TONES.find((known) => !before.labels.some((label) => label.tone === known));
  const copy = (label: Label): Label => ({
    ...label,
    id: rule.to!,
    name: name ?? '',
    key: '',
    tone: tone ?? label.tone,
  });
  const labels = followed(before.labels, rule, name === undefined ? undefined : copy);
  const ends = (list: readonly LabelId[]): readonly LabelId[] => {
    if (!list.includes(rule.from)) return list;
    const others = list.flatMap((id): readonly LabelId[] => {
      if (id !== rule.from) return [id];
      if (rule.to === null) return rule.where === undefined ? [] : [id];
      if (rule.where === undefined) return [rule.to];
      return isNew ? [id, rule.to] : [id];
    });
    return [...new Set(others)];
  };
  const linkTypes = before.linkTypes.map((type) => ({ ...type, from: ends(type.from), to: ends(type.to) }));
  // An empty list means any label: a type that has lost its only one must not take that meaning.
  const isLost = (type: LinkType, index: number): boolean =>
    (['from', 'to'] as const).some((end) => type[end].length === 0 && before.linkTypes[index]![end].length > 0);
  const lost = linkTypes.filter(isLost);
  return {
    after: { labels, linkTypes: linkTypes.filter((type) => !lost.includes(type)) },
    rules: [rule, ...lost.map(({ id }): LabelRule => ({ kind: 'link-type', from: id, to: null }))],
  };
}

function inLabel(labelSet: LabelSet, id: LabelId, change: (label: Label) => Label): LabelSet {
  return { ...labelSet, labels: labelSet.labels.map((label) => (label.id === id ? change(label) : label)) };
}

function withoutAttribute(label: Label, id: AttributeId): Label {
  return { ...label, attributes: label.attributes.filter((attribute) => attribute.id !== id) };
}

/**
 * The label set with other labels allowed at an end of a link type, an empty list meaning any. Links whose span there has a
 * label that is no longer allowed go.
 */
export function changeEnds(
  before: LabelSet,
  id: LinkTypeId,
  end: 'from' | 'to',
  allowed: readonly LabelId[],
): Followed {
  const type = findLinkType(before, id);
  const all = before.labels.map((label) => label.id);
  const was = type && type[end].length > 0 ? type[end] : all;
  const refused = allowed.length === 0 ? [] : was.filter((label) => !allowed.includes(label));
  const linkTypes = before.linkTypes.map((each) => (each.id === id ? { ...each, [end]: allowed } : each));
  return {
    after: { ...before, linkTypes },
    rules: refused.map((label): LabelRule => ({ kind: 'link-type', from: id, to: null, where: { end, label } })),
  };
}
