import { editBetween } from '#core/edits/edit-between.ts';
import { type Edit } from '#core/edits/edit.ts';
import { singleEdits } from '#core/edits/single-edits.ts';
import { type Layer } from '#core/project/project.ts';
import { endOf, type LayerCopy, type SummedEdit } from './carried-log.ts';
import { type Conflict, type MergeChoices } from './conflict.ts';
import { kinshipOf } from './find-ancestors.ts';
import { mergeLayers } from './merge-layers.ts';
import { sameContent } from './same-content.ts';

/** What bringing another device's copy of a layer into ours comes to. */
export type CopyMerge =
  /** Ours has all that theirs has. */
  | { readonly kind: 'behind' }
  /** Both hold the same, whatever way each came to it. */
  | { readonly kind: 'same' }
  /** Theirs goes on where ours ends: its entries are appended as they are. */
  | { readonly kind: 'ahead'; readonly entries: readonly SummedEdit[] }
  /** One entry brings in what was done there: `edit`, which `merges` their log up to its last checksum. */
  | {
      readonly kind: 'merged';
      /** Changes nothing where all that was done there is in conflict with ours, which stays. */
      readonly edit: Edit;
      readonly merges: string;
      readonly conflicts: readonly Conflict[];
    }
  /** Nothing shows that both began as the same, so they cannot be told apart change by change. */
  | { readonly kind: 'strangers' };

/**
 * Merges their copy of a layer into ours, with what is chosen for conflicts. `seen` gives a layer as the project reads it
 * whose label set has changed; what the edit changes is our layer as it is. Throws a RangeError where a log is not its layer's.
 */
export function mergeCopies(
  ours: LayerCopy,
  theirs: LayerCopy,
  choices: MergeChoices = new Map(),
  seen: (layer: Layer) => Layer = (layer) => layer,
): CopyMerge {
  const kinship = kinshipOf(ours, theirs);
  if (kinship.kind !== 'parted') return kinship;
  const mine = seen(ours.layer);
  const other = seen(theirs.layer);
  if (sameContent(mine, other)) return { kind: 'same' };
  const times = { mine: statusAt(ours), theirs: statusAt(theirs) };
  const parted = { mine, theirs: other, ancestors: kinship.ancestors.map(seen) };
  const { layer, conflicts } = mergeLayers(parted, times, choices);
  if (conflicts.length === 0 && sameContent(layer, mine)) return { kind: 'behind' };
  return { kind: 'merged', edit: editBetween(ours.layer, layer) ?? NOTHING, merges: endOf(theirs.log).sum, conflicts };
}

const NOTHING: Edit = { kind: 'together', edits: [] };

/** When the status was last set, as far as the log tells. */
function statusAt({ layer, log }: LayerCopy): string {
  const last = log.entries.findLast(({ edit }) => singleEdits(edit).some(({ kind }) => kind === 'set-status'));
  return last?.at ?? (log.entries.length === 0 ? layer.changedAt : '');
}
