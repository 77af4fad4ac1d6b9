import { type Database } from '#storage/database.ts';
import { entriesAfter, storedLayer } from '#storage/layers.ts';
import { againstHead } from '#storage/open-article.ts';
import { layerPart, replayed } from '#storage/replay.ts';
import { type EntryRow, keyOf, type LayerRow } from '#storage/rows.ts';
import { guarded } from '#storage/storage-error.ts';
import { type JournalRows } from './read-journal.ts';
import { layersIn, type RestorableLayer } from './restorable.ts';

/** How many layers have a damaged log in the database that a journal can make whole. */
export async function countMendable(database: Database, rows: JournalRows): Promise<number> {
  const { layers, snapshots, entries } = database;
  return guarded(() =>
    database.transaction('r', layers, snapshots, entries, async () => {
      let mendable = 0;
      for (const layer of layersIn(rows)) if (await mended(database, layer)) mendable += 1;
      return mendable;
    }),
  );
}

/**
 * Makes a damaged log whole from a journal's: its entries take the place of those here, and what came after them here stays.
 * False, and nothing is written, where the log here is sound, or not all of it can be had back. To be called in a transaction
 * over layers, snapshots and entries.
 */
export async function mendLog(database: Database, layer: RestorableLayer): Promise<boolean> {
  const whole = await mended(database, layer);
  if (!whole) return false;
  await database.entries.bulkPut([...layer.entries]);
  const key = keyOf(layer.head);
  if (layer.snapshot) await database.snapshots.put(layer.snapshot);
  else await database.snapshots.delete(key);
  await database.layers.put(whole);
  return true;
}

/** The head of the layer once it is mended; undefined where it is not to be. */
async function mended(database: Database, { head, snapshot, entries }: RestorableLayer): Promise<LayerRow | undefined> {
  const here = await database.layers.get(keyOf(head));
  const stored = againstHead(await storedLayer(database, head), here);
  if (!stored.damage) return undefined;
  const base = snapshot?.number ?? 0;
  const later: readonly EntryRow[] = await entriesAfter(database, head, head.number);
  const tail = [...entries.filter(({ number }) => number > base), ...later];
  const { layer, number, sum, damage } = replayed(head, snapshot, tail);
  if (damage || number < Math.max(stored.number, here?.number ?? 0)) return undefined;
  const { status, spans, changedAt } = layerPart(layer);
  return { ...(here ?? head), number, sum, status, spanCount: spans.length, changedAt };
}
