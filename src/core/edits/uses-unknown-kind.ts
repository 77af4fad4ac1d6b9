import { findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Edit } from './edit.ts';
import { spansOfEdit } from './spans-of-edit.ts';

/** True for an edit that puts in a span or a link of a kind that the label set does not have. */
export function usesUnknownKind(edit: Edit, labelSet: LabelSet): boolean {
  return (
    spansOfEdit(edit).added.some(({ label }) => !findLabel(labelSet, label)) ||
    linkTypesOf(edit).some((type) => !findLinkType(labelSet, type))
  );
}

function linkTypesOf(edit: Edit): readonly LinkTypeId[] {
  if (edit.kind === 'together') return edit.edits.flatMap(linkTypesOf);
  return edit.kind === 'add-link' ? [edit.link.type] : [];
}
