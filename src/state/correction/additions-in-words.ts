import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';

/** What comes in and what goes between two label sets, as sentences: labels, attributes, values and link types by name. */
export function additionsInWords(before: LabelSet, after: LabelSet): readonly string[] {
  const added = inWords(before, after);
  const gone = inWords(after, before);
  return [...added.map((what) => `Added: ${what}.`), ...gone.map((what) => `Taken away: ${what}.`)];
}

function inWords(before: LabelSet, after: LabelSet): readonly string[] {
  const freshLabels = after.labels.filter(({ id }) => !findLabel(before, id)).map(({ name }) => name);
  const freshTypes = after.linkTypes.filter(({ id }) => !findLinkType(before, id)).map(({ name }) => name);
  const inLabels = after.labels.flatMap((label): readonly string[] => {
    const was = findLabel(before, label.id);
    if (!was) return [];
    return label.attributes.flatMap((attribute): readonly string[] => {
      const old = findAttribute(was, attribute.id);
      if (!old) return [`the attribute ${attribute.name} of ${label.name}`];
      const values = attribute.values.filter(({ id }) => !old.values.some((value) => value.id === id));
      return values.map(({ name }) => `the value ${name} of ${label.name}, ${attribute.name}`);
    });
  });
  return [
    ...listed('the label', 'the labels', freshLabels),
    ...inLabels,
    ...listed('the link type', 'the link types', freshTypes),
  ];
}

function listed(one: string, many: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  return [`${names.length === 1 ? one : many} ${names.join(', ')}`];
}
