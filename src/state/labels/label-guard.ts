import { t } from '#language/t.ts';
import { applyEdit } from '#core/edits/apply-edit.ts';
import { type Edit } from '#core/edits/edit.ts';
import { usesUnknownKind } from '#core/edits/uses-unknown-kind.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { relabelThrough } from '#core/relabel/relabel-layer.ts';
import { isStanding } from '#storage/label-changes.ts';
import { type SessionState } from '#state/session-store.ts';

/** Why an edit that would bring back what the label set no longer has is not made. */
export const GONE = t`That would bring back a label, a value or a link type that the label set no longer has. Undo the change of the label set on the Labels screen first.`;

/** True where the layer would hold, after the edit, what the label set lacks or what a change of it took away. */
export function bringsBackWhatIsGone(
  { project, labelChanges }: Pick<SessionState, 'project' | 'labelChanges'>,
  { layer, article }: { readonly layer: Layer; readonly article: Article },
  edit: Edit,
): boolean {
  if (usesUnknownKind(edit, project.labelSet)) return true;
  const standing = labelChanges.filter(isStanding);
  if (standing.length === 0) return false;
  const after = applyEdit(layer, edit);
  return relabelThrough(after, standing, article.text) !== after;
}
