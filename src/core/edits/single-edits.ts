import { type Edit } from './edit.ts';

/** The edits that an edit is made of, in the order in which they are applied; none of them is a `together`. */
export function singleEdits(edit: Edit): readonly Exclude<Edit, { kind: 'together' }>[] {
  return edit.kind === 'together' ? edit.edits.flatMap(singleEdits) : [edit];
}
