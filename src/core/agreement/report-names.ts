import { t } from '#language/t.ts';
import { type AttributeId } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Annotator, type AnnotatorId } from '#core/project/project.ts';
import { AS_GOLD } from './gold-comparison.ts';

/** What people call what the report knows by id. */
export interface ReportNames {
  readonly annotator: (id: AnnotatorId) => string;
  readonly label: (id: LabelId) => string;
  readonly attribute: (label: LabelId, id: AttributeId) => string;
  readonly linkType: (id: LinkTypeId) => string;
}

/** The names of a project; what has none goes by its id, and annotators of one name are told apart by theirs. */
export function reportNames(labelSet: LabelSet, annotators: readonly Annotator[]): ReportNames {
  const bearers = new Map<string, number>();
  for (const { name } of annotators) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const names = new Map(annotators.map(({ id, name }) => [id, bearers.get(name) === 1 ? name : `${name} (${id})`]));
  return {
    annotator: (id) => (id === AS_GOLD ? t`Gold` : (names.get(id) ?? id)),
    label: (id) => findLabel(labelSet, id)?.name ?? id,
    attribute: (label, id) => findAttribute(findLabel(labelSet, label), id)?.name ?? id,
    linkType: (id) => findLinkType(labelSet, id)?.name ?? id,
  };
}
