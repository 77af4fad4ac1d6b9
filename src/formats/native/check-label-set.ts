import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type ProblemList } from '#formats/problem.ts';
import { quoted } from '#formats/wording.ts';
import { checkKeys, checkUnique } from './check-unique.ts';
import { type LabelSetShape } from './label-set-shape.ts';

/**
 * Checks what a label set of the right shape says: ids are unique in their list, no key is given twice (to labels of the set,
 * to values of one label), and link types name labels of the set. `place` is the path to the label set, empty where it is the
 * file itself.
 */
export function checkLabelSet({ labels, linkTypes }: LabelSetShape, path: string, problems: ProblemList): void {
  const place = path === '' ? '' : `${path}.`;
  const known = new Set<LabelId>(labels.map(({ id }) => id));
  checkUnique(labels, (index) => `${place}labels[${index}].id`, 'label', problems);
  checkKeys(labels, (index) => `${place}labels[${index}].key`, problems);
  for (const [index, { attributes }] of labels.entries()) {
    checkAttributes(attributes, `${place}labels[${index}].attributes`, problems);
  }
  checkUnique(linkTypes, (index) => `${place}linkTypes[${index}].id`, 'link type', problems);
  for (const [index, type] of linkTypes.entries()) {
    for (const end of ['from', 'to'] as const) {
      const unknown = type[end].find((id) => !known.has(id));
      if (unknown === undefined) continue;
      const message = t`the label set has no label with the id ${quoted(unknown)}`;
      problems.add(`${place}linkTypes[${index}].${end}`, message);
    }
  }
}

type Attributes = LabelSetShape['labels'][number]['attributes'];

function checkAttributes(attributes: Attributes, place: string, problems: ProblemList): void {
  checkUnique(attributes, (index) => `${place}[${index}].id`, 'attribute', problems);
  const values = attributes.flatMap((attribute, index) => {
    return attribute.values.map((value, at) => ({ ...value, place: `${place}[${index}].values[${at}]` }));
  });
  checkKeys(values, (index) => `${values[index]!.place}.key`, problems);
  for (const [index, attribute] of attributes.entries()) {
    checkUnique(attribute.values, (at) => `${place}[${index}].values[${at}].id`, 'value', problems);
  }
}
