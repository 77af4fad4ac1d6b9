import { t } from '#language/t.ts';
import { plural } from '#language/numbers.ts';
import { type Edit } from '#core/edits/edit.ts';
import { singleEdits } from '#core/edits/single-edits.ts';

/** The first edit of a layer also says that it was begun, so that undoing it makes the layer not started again. */
export function beginning(edit: Edit): Edit {
  return { kind: 'together', edits: [edit, { kind: 'set-status', before: 'not-started', after: 'in-progress' }] };
}

/** What an edit does, for a sentence such as “Undone: adding a span.” */
export function describeEdit(edit: Edit): string {
  switch (edit.kind) {
    case 'add-span':
      return t`adding a span`;
    case 'remove-span':
      return t`deleting a span`;
    case 'replace-span':
      return t`changing a span`;
    case 'add-link':
      return t`adding a link`;
    case 'remove-link':
      return t`deleting a link`;
    case 'set-status':
      return t`changing the status`;
    case 'together':
      return describeTogether(edit.edits);
  }
}

/** A span goes with its links, and a first edit with the beginning: the span, or the edit, is what is told. */
function describeTogether(edits: readonly Edit[]): string {
  const single = edits.flatMap(singleEdits);
  const spans = single.filter(({ kind }) => kind === 'add-span' || kind === 'remove-span' || kind === 'replace-span');
  const told = spans[0] ?? single[0];
  if (!told) return t`an action`;
  if (spans.length < 2) return describeEdit(told);
  return spans.every(({ kind }) => kind === 'add-span')
    ? plural(spans.length, 'adding # span')
    : plural(spans.length, 'changing # span');
}

/** That an edit was undone or redone, as a sentence. */
export function turnedBackInWords(kind: 'undo' | 'redo', edit: Edit): string {
  const what = describeEdit(edit);
  return kind === 'undo' ? t`Undone: ${what}.` : t`Redone: ${what}.`;
}
