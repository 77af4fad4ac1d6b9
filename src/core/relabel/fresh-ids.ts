import { type AttributeId, type ValueId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelRule } from '#core/labels/label-rule.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type RuledChange } from './relabel-layer.ts';

/**
 * The label set with ids of their own for whatever a standing change has taken away, since layers are still read through that
 * change and would lose what is newly marked with the old ids.
 */
export function withFreshIds(labelSet: LabelSet, changes: readonly RuledChange[], newId: () => string): LabelSet {
  const gone = new Set(changes.flatMap(({ rules }) => rules.flatMap(keyOfGone)));
  if (gone.size === 0) return labelSet;
  const fresh = <Id extends string>(id: Id, ...key: readonly string[]): Id =>
    gone.has(JSON.stringify(key)) ? (newId() as Id) : id;
  const labelIds = new Map(labelSet.labels.map(({ id }) => [id, fresh(id, 'label', id)]));
  const labelIdOf = (id: LabelId): LabelId => labelIds.get(id) ?? id;
  return {
    labels: labelSet.labels.map((label) => ({
      ...label,
      id: labelIdOf(label.id),
      attributes: label.attributes.map((attribute) => ({
        ...attribute,
        id: fresh<AttributeId>(attribute.id, 'attribute', label.id, attribute.id),
        values: attribute.values.map((value) => ({
          ...value,
          id: fresh<ValueId>(value.id, 'value', label.id, attribute.id, value.id),
        })),
      })),
    })),
    linkTypes: labelSet.linkTypes.map((type) => ({
      ...type,
      id: fresh<LinkTypeId>(type.id, 'link-type', type.id),
      from: type.from.map(labelIdOf),
      to: type.to.map(labelIdOf),
    })),
  };
}

function keyOfGone(rule: LabelRule): readonly string[] {
  if ('where' in rule && rule.where) return [];
  if (rule.kind === 'attribute') return [JSON.stringify([rule.kind, rule.label, rule.from])];
  if (rule.kind === 'value') return [JSON.stringify([rule.kind, rule.label, rule.attribute, rule.from])];
  return [JSON.stringify([rule.kind, rule.from])];
}
