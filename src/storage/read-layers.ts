import { type BundledLayer } from '#core/bundle/bundle.ts';
import { type CarriedLog, carriedLog, leadsToLayer } from '#core/merge/carried-log.ts';
import { relabelThrough, type RuledChange } from '#core/relabel/relabel-layer.ts';
import { type Database } from './database.ts';
import { type LayerLog, layerLog } from './layer-log.ts';
import { entriesAfter } from './layers.ts';
import { replayed } from './replay.ts';
import { keyOf, type LayerRow } from './rows.ts';

/**
 * The layers of a few heads, each with the text of its article, in the order of the heads, and with their logs where these are
 * wanted; to be called in a transaction over readTables.
 */
export async function readLayers(
  database: Database,
  heads: readonly LayerRow[],
  standing: readonly RuledChange[],
  withLogs = false,
): Promise<readonly { readonly layer: BundledLayer; readonly text: string }[]> {
  const read = await database.texts.bulkGet(heads.map(({ articleId }) => articleId));
  const shots = await database.snapshots.bulkGet(heads.map(keyOf));
  const tails = await Promise.all(
    heads.map((key, index) => entriesAfter(database, key, withLogs ? 0 : (shots[index]?.number ?? 0))),
  );
  return heads.map((key, index) => {
    const text = read[index]?.text ?? '';
    const [snapshot, tail] = [shots[index], tails[index]!];
    if (!withLogs) return { layer: relabelThrough(replayed(key, snapshot, tail).layer, standing, text), text };
    return { layer: layerWithLog(layerLog(key, snapshot, tail), standing, text), text };
  });
}

/** A layer as it is read under the project's label set, with its log where a file can hold that. */
export function layerWithLog(logged: LayerLog, standing: readonly RuledChange[], text: string): BundledLayer {
  const layer = relabelThrough(logged.stored.layer, standing, text);
  // A layer that is read through changes of the label set is not what its log leads to.
  const log = layer === logged.stored.layer ? logToCarry(logged) : undefined;
  return log ? { ...layer, log } : layer;
}

/** The log as a file can hold it; undefined where it is damaged, or a file could not say the same. */
function logToCarry({ stored, entries }: LayerLog): CarriedLog | undefined {
  if (stored.damage) return undefined;
  const log = carriedLog(entries, stored.number);
  return leadsToLayer({ layer: stored.layer, log }) && !holdsHalfCharacters(log) ? log : undefined;
}

/** Files replace lone surrogates, and checksums would no longer fit. JSON writes them as escapes, which hardly anything else is. */
function holdsHalfCharacters({ entries }: CarriedLog): boolean {
  return entries.some((entry) => /\\ud[89a-f]/.test(JSON.stringify(entry)));
}

/** So many records are read or written at once: enough to keep the disk busy, few enough to be held in memory. */
const AT_ONCE = 16;

/** A list a few items at a time. */
export function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
