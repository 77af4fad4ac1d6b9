import { type Database } from './database.ts';
import { entriesAfter } from './layers.ts';
import { isSound, replayed, type StoredLayer } from './replay.ts';
import { type EntryRow, keyOf, type LayerKey, type SnapshotRow } from './rows.ts';
import { guarded } from './storage-error.ts';

/** A layer with its log, from one moment. */
export interface LayerLog {
  readonly stored: StoredLayer;
  /** The entries that lead to the layer as it is stored, in their order; all of them where nothing is damaged. */
  readonly entries: readonly EntryRow[];
  /** How many entries before these are damaged or missing. */
  readonly lost: number;
}

/** Reads the whole log of a layer. */
export async function loadLayerLog(database: Database, key: LayerKey): Promise<LayerLog> {
  const { snapshots, entries } = database;
  return guarded(() =>
    database.transaction('r', snapshots, entries, async () => {
      return layerLog(key, await snapshots.get(keyOf(key)), await entriesAfter(database, key, 0));
    }),
  );
}

/** A layer with its log, of its snapshot, or none, and all entries that there are. */
export function layerLog(key: LayerKey, snapshot: SnapshotRow | undefined, all: readonly EntryRow[]): LayerLog {
  const after = snapshot?.number ?? 0;
  const stored = replayed(
    key,
    snapshot,
    all.filter(({ number }) => number > after),
  );
  const sound = soundTail(all.filter(({ number }) => number <= stored.number));
  return { stored, entries: sound, lost: stored.number - sound.length };
}

/** The longest end of a log in which each entry follows on from the one before it. */
function soundTail(entries: readonly EntryRow[]): readonly EntryRow[] {
  let from = entries.length;
  while (from > 0 && follows(entries[from - 2], entries[from - 1]!)) from -= 1;
  return entries.slice(from);
}

function follows(before: EntryRow | undefined, entry: EntryRow): boolean {
  return entry.number === (before?.number ?? 0) + 1 && isSound(before?.sum, entry);
}
