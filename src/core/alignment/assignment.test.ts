import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestAssignment } from './assignment.ts';

describe('the best assignment', () => {
  test.each([
    ['of nothing is empty', [], []],
    ['of rows without columns leaves all alone', [[], []], [undefined, undefined]],
    ['leaves those alone who never belong together', [[0, 0], [0, 3]], [undefined, 1]], // oxfmt-ignore
    ['gives up the greatest weight for a greater sum', [[5, 4], [4, 0]], [1, 0]], // oxfmt-ignore
    ['of more rows than columns leaves the least alone', [[2], [3], [1]], [undefined, 0, undefined]],
    ['of more columns than rows takes the greatest', [[2, 7, 3]], [1]],
  ])('%s', (_, weights, expected) => {
    expect(bestAssignment(weights)).toEqual(expected);
  });

  test('has the greatest sum of all', () => {
    const weightsArbitrary = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(9), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(weightsArbitrary, (weights) => {
        const columnOf = bestAssignment(weights);
        const used = columnOf.filter((column) => column !== undefined);
        expect(new Set(used).size).toBe(used.length);
        const sum = columnOf.reduce<number>((all, column, row) => all + (weights[row]![column ?? -1] ?? 0), 0);
        expect(sum).toBe(greatestSum(weights, 0, new Set()));
      }),
      { seed: 20240617, numRuns: 1000 },
    );
  });
});

function greatestSum(weights: readonly (readonly number[])[], row: number, used: ReadonlySet<number>): number {
  if (row === weights.length) return 0;
  const taken = weights[row]!.map((weight, column) =>
    used.has(column) ? 0 : weight + greatestSum(weights, row + 1, new Set([...used, column])),
  );
  return Math.max(greatestSum(weights, row + 1, used), ...taken);
}
