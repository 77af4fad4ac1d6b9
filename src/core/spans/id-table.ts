/**
 * Values by id that are never changed: a changed copy shares all but one shard with the table it comes from, so that it
 * costs the square root of the size. Any string may be an id.
 */
export type IdTable<Value> = readonly ReadonlyMap<string, Value>[];

/** A table of these values; of several with one id the last counts. */
export function idTable<Value>(entries: readonly (readonly [id: string, value: Value])[]): IdTable<Value> {
  const count = 2 ** Math.ceil(Math.log2(Math.max(8, Math.sqrt(entries.length))));
  const shards = Array.from({ length: count }, () => new Map<string, Value>());
  for (const [id, value] of entries) shards[shardOf(shards, id)]!.set(id, value);
  return shards;
}

/** The value with this id, or undefined. */
export function valueAt<Value>(table: IdTable<Value>, id: string): Value | undefined {
  return table[shardOf(table, id)]!.get(id);
}

/** The table with this value, or without one where it is undefined. */
export function withValue<Value>(table: IdTable<Value>, id: string, value: Value | undefined): IdTable<Value> {
  const place = shardOf(table, id);
  const shard = new Map(table[place]);
  if (value === undefined) shard.delete(id);
  else shard.set(id, value);
  return table.with(place, shard);
}

/** FNV-1a over the code units, https://www.rfc-editor.org/rfc/rfc9923; the number of shards is a power of two. */
function shardOf({ length }: IdTable<unknown>, id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (length - 1);
}
