import { type Layer } from '#core/project/project.ts';
import { relabelThrough, type RuledChange } from '#core/relabel/relabel-layer.ts';
import { type Database } from './database.ts';
import { entriesAfter, replayed } from './layers.ts';
import { keyOf, type LayerRow } from './rows.ts';

/**
 * The layers of a few heads, each with the text of its article, in the order of the heads; to be called in a transaction over
 * readTables.
 */
export async function readLayers(
  database: Database,
  heads: readonly LayerRow[],
  standing: readonly RuledChange[],
): Promise<readonly { readonly layer: Layer; readonly text: string }[]> {
  const read = await database.texts.bulkGet(heads.map(({ articleId }) => articleId));
  const shots = await database.snapshots.bulkGet(heads.map(keyOf));
  const tails = await Promise.all(heads.map((key, index) => entriesAfter(database, key, shots[index]?.number ?? 0)));
  return heads.map((key, index) => {
    const text = read[index]?.text ?? '';
    const { layer } = replayed(key, shots[index], tails[index]!);
    return { layer: relabelThrough(layer, standing, text), text };
  });
}

/** So many records are asked for at once: enough to keep the disk busy, few enough to be held in memory. */
const AT_ONCE = 16;

/** A list a few items at a time. */
export function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
