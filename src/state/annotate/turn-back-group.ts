import { applyEdit } from '#core/edits/apply-edit.ts';
import { type Edit } from '#core/edits/edit.ts';
import { invertEdit } from '#core/edits/invert-edit.ts';
import { singleEdits } from '#core/edits/single-edits.ts';
import { type Layer } from '#core/project/project.ts';
import { type LayerStep } from '#storage/layers.ts';
import { type EntryRow } from '#storage/rows.ts';
import { type HeldLayer, stepOn } from '#state/held-layers.ts';

/** What undoing or redoing an action of several layers does to one of the others. */
export interface TurnedBack {
  readonly step: LayerStep | undefined;
  /** False where something was changed since, so that a part had to stay as it is. */
  readonly isWhole: boolean;
}

/**
 * Undoes or redoes a group's entry in a layer other than the open one. Where the entry is next in turn there, it is undone as
 * such; where edits came after it, what still can be taken back is, by a new edit. A redo needs its turn.
 */
export function turnBackEntry(held: HeldLayer, entry: EntryRow, kind: 'undo' | 'redo', at: string): TurnedBack {
  const { layer, history } = held.stored;
  const next = kind === 'undo' ? history.done.at(-1) : history.undone.at(-1);
  const edit = kind === 'undo' ? invertEdit(entry.edit) : entry.edit;
  if (next === entry.number) {
    return { step: stepOn(held, edit, { kind, of: entry.number }, at, undefined), isWhole: true };
  }
  // It was undone by itself before.
  if (kind === 'redo' || !history.done.includes(entry.number)) return { step: undefined, isWhole: kind === 'undo' };
  const { edits, isWhole } = fittingPart(layer, edit);
  if (edits.length === 0) return { step: undefined, isWhole };
  return { step: stepOn(held, { kind: 'together', edits }, { kind: 'new' }, at, undefined), isWhole };
}

/**
 * The single edits that still fit the layer, one after another; the status comes last, and a layer that still holds spans
 * stays begun.
 */
function fittingPart(layer: Layer, edit: Edit): { readonly edits: readonly Edit[]; readonly isWhole: boolean } {
  const edits: Edit[] = [];
  const single = singleEdits(edit);
  const marks = single.filter(({ kind }) => kind !== 'set-status');
  let now = layer;
  for (const each of marks) {
    try {
      now = applyEdit(now, each);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      continue;
    }
    edits.push(each);
  }
  const isWhole = edits.length === marks.length;
  for (const each of single) {
    if (each.kind !== 'set-status' || each.before !== now.status) continue;
    if (each.after !== 'not-started' || now.spans.length === 0) edits.push(each);
  }
  return { edits, isWhole };
}
