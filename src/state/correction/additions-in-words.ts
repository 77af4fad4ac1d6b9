import { t } from '#language/t.ts';
import { withCommas } from '#language/lists.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';

/** What comes in and what goes between two label sets, as sentences: labels, attributes, values and link types by name. */
export function additionsInWords(before: LabelSet, after: LabelSet): readonly string[] {
  const added = inWords(before, after);
  const gone = inWords(after, before);
  return [...added.map((what) => t`Added: ${what}.`), ...gone.map((what) => t`Taken away: ${what}.`)];
}

function inWords(before: LabelSet, after: LabelSet): readonly string[] {
  const freshLabels = after.labels.filter(({ id }) => !findLabel(before, id)).map(({ name }) => name);
  const freshTypes = after.linkTypes.filter(({ id }) => !findLinkType(before, id)).map(({ name }) => name);
  const inLabels = after.labels.flatMap((label): readonly string[] => {
    const was = findLabel(before, label.id);
    if (!was) return [];
    return label.attributes.flatMap((attribute): readonly string[] => {
      const old = findAttribute(was, attribute.id);
      if (!old) return [t`the attribute ${attribute.name} of ${label.name}`];
      const values = attribute.values.filter(({ id }) => !old.values.some((value) => value.id === id));
      return values.map(({ name }) => t`the value ${name} of ${label.name}, ${attribute.name}`);
    });
  });
  return [
    ...listed(
      freshLabels,
      (name) => t`the label ${name}`,
      (names) => t`the labels ${names}`,
    ),
    ...inLabels,
    ...listed(
      freshTypes,
      (name) => t`the link type ${name}`,
      (names) => t`the link types ${names}`,
    ),
  ];
}

/** The names in a text for one or for many; nothing where there are none. */
function listed(
  names: readonly string[],
  one: (name: string) => string,
  many: (names: string) => string,
): readonly string[] {
  if (names.length === 0) return [];
  return [names.length === 1 ? one(names[0]!) : many(withCommas(names))];
}
