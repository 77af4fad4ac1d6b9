import { type Attribute, type ValueId } from './attribute.ts';
import { findAttribute, findLabel, findLinkType, type Label, type LabelSet } from './label-set.ts';
import { mergeLabelSets } from './merge-label-sets.ts';

/**
 * The label set of before a change, with what came in since by another way, such as an import: whatever `current` has that
 * the change did not bring.
 */
export function restoreLabelSet(current: LabelSet, before: LabelSet, after: LabelSet): LabelSet {
  const labels = current.labels.flatMap((label): readonly Label[] => {
    const [was, is] = [findLabel(before, label.id), findLabel(after, label.id)];
    if (isBrought(was !== undefined, is !== undefined)) return [];
    const attributes = label.attributes.flatMap((attribute): readonly Attribute[] => {
      const [attributeBefore, attributeAfter] = [findAttribute(was, attribute.id), findAttribute(is, attribute.id)];
      if (isBrought(attributeBefore !== undefined, attributeAfter !== undefined)) return [];
      const values = attribute.values.filter(
        ({ id }) => !isBrought(hasValue(attributeBefore, id), hasValue(attributeAfter, id)),
      );
      return [{ ...attribute, values }];
    });
    return [{ ...label, attributes }];
  });
  const linkTypes = current.linkTypes.filter(
    ({ id }) => !isBrought(findLinkType(before, id) !== undefined, findLinkType(after, id) !== undefined),
  );
  return mergeLabelSets(before, { labels, linkTypes });
}

function isBrought(isBefore: boolean, isAfter: boolean): boolean {
  return isAfter && !isBefore;
}

function hasValue(attribute: Attribute | undefined, id: ValueId): boolean {
  return attribute?.values.some((value) => value.id === id) ?? false;
}
