import { applyEdit } from '#core/edits/apply-edit.ts';
import { entrySum, NO_SUM } from '#core/edits/entry-sum.ts';
import { type History, NO_HISTORY, recordEntry } from '#core/edits/history.ts';
import { emptyLayer, type Layer } from '#core/project/project.ts';
import { type EntryRow, type LayerKey, type SnapshotRow } from './rows.ts';
import { shareStrings } from './share-strings.ts';

/** A layer as it stands on the disk, with what can be undone, and the number and the checksum of its last log entry. */
export interface StoredLayer {
  readonly layer: Layer;
  readonly history: History;
  readonly number: number;
  /** NO_SUM where the last entry is from before there were checksums, or there is none. */
  readonly sum: string;
  /** There where the log goes on, but not as it was written: the layer is the one before that. */
  readonly damage?: Damage;
}

/** Where a log stops being what was written: after entry `soundUpTo`; the last one that is known of has the number `last`. */
export interface Damage {
  readonly soundUpTo: number;
  readonly last: number;
}

/** The layer that a snapshot, or none, and the log entries after it give, up to the first entry that is not as it was written. */
export function replayed(key: LayerKey, snapshot: SnapshotRow | undefined, tail: readonly EntryRow[]): StoredLayer {
  let stored = snapshot ? fromSnapshot(key, snapshot) : neverWritten(key);
  for (const entry of tail) {
    const next = replay(stored, entry);
    if (!next) return { ...stored, damage: { soundUpTo: stored.number, last: tail.at(-1)!.number } };
    stored = next;
  }
  return stored;
}

/** The parts of a layer that a snapshot has. */
export function layerPart({
  status,
  spans,
  links,
  changedAt,
}: Pick<Layer, 'status' | 'spans' | 'links' | 'changedAt'>) {
  return { status, spans, links, changedAt };
}

/** True for an entry that has the checksum it should have after one with the sum `before`, and for all of before there were any. */
export function isSound(before: string | undefined, entry: EntryRow): boolean {
  if (entry.sum === undefined) return (before ?? NO_SUM) === NO_SUM;
  return entry.sum === entrySum(before ?? NO_SUM, entry);
}

/** What is known before a layer was ever written. */
export function neverWritten({ articleId, annotatorId }: LayerKey): StoredLayer {
  return { layer: emptyLayer(articleId, annotatorId), history: NO_HISTORY, number: 0, sum: NO_SUM };
}

function fromSnapshot({ articleId, annotatorId }: LayerKey, snapshot: SnapshotRow): StoredLayer {
  const { spans, history, number, sum = NO_SUM } = snapshot;
  const layer = { ...emptyLayer(articleId, annotatorId), ...layerPart(snapshot), spans: shareStrings(spans) };
  return { layer, history, number, sum };
}

/** The layer after one more entry; undefined where that one does not come next, or is not what was written. */
function replay({ layer, history, number, sum }: StoredLayer, entry: EntryRow): StoredLayer | undefined {
  if (entry.number !== number + 1) return undefined;
  try {
    if (!isSound(sum, entry)) return undefined;
    return {
      layer: { ...applyEdit(layer, entry.edit), changedAt: entry.at },
      history: recordEntry(history, entry.number, entry.cause),
      number: entry.number,
      sum: entry.sum ?? NO_SUM,
    };
  } catch {
    // An entry without a checksum that does not fit, or is no edit at all: it can hold anything.
    return undefined;
  }
}
