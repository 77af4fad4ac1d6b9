import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { idTable, valueAt, withValue } from './id-table.ts';

const IDS: readonly string[] = ['a', 'b', 'c', '', '__proto__', 'constructor', '10', 'é', '👍'];
const ID = fc.constantFrom(...IDS);

test('a table holds what a map would hold, and a changed one leaves it as it was', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(ID, fc.nat(9))),
      fc.array(fc.tuple(ID, fc.option(fc.nat(9), { nil: undefined }))),
      (entries, changes) => {
        const map = new Map(entries);
        const first = idTable(entries);
        const before = IDS.map((id) => valueAt(first, id));
        expect(before).toEqual(IDS.map((id) => map.get(id)));
        const changed = changes.reduce((table, [id, value]) => withValue(table, id, value), first);
        for (const [id, value] of changes) {
          if (value === undefined) map.delete(id);
          else map.set(id, value);
        }
        expect(IDS.map((id) => valueAt(changed, id))).toEqual(IDS.map((id) => map.get(id)));
        expect(IDS.map((id) => valueAt(first, id))).toEqual(before);
      },
    ),
    { seed: 20240617, numRuns: 300 },
  );
});

test('a change copies one shard of a few hundred, not all values', () => {
  const table = idTable(Array.from({ length: 50_000 }, (_, index) => [`id ${index}`, index] as const));
  const changed = withValue(table, 'id 7', 8);
  const copied = changed.filter((shard, index) => shard !== table[index]);
  expect(copied.map((shard) => shard.get('id 7'))).toEqual([8]);
  expect(Math.max(...table.map(({ size }) => size))).toBeLessThan(500);
});
