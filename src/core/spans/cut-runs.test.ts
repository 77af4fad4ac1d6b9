import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutRuns } from './cut-runs.ts';
import { rangeArbitrary } from './spans.arbitrary.ts';

describe('cutting what overlaps into runs', () => {
  // A piece and a run are written as the offsets from and to, and the keys.
  test.each([
    [
      'the example',
      [0, 9],
      [
        [0, 5, 'A'],
        [3, 8, 'B'],
      ],
      ['0–3 A', '3–5 AB', '5–8 B', '8–9 '],
    ],
    ['nothing to draw', [0, 9], [], ['0–9 ']],
    ['nothing to draw on', [4, 4], [[0, 9, 'A']], []],
    ['one over all', [0, 9], [[0, 9, 'A']], ['0–9 A']],
    [
      'one that goes on outside',
      [3, 6],
      [
        [0, 9, 'A'],
        [5, 8, 'B'],
      ],
      ['3–5 A', '5–6 AB'],
    ],
    [
      'those outside',
      [3, 6],
      [
        [0, 3, 'A'],
        [6, 9, 'B'],
      ],
      ['3–6 '],
    ],
    [
      'those that touch',
      [0, 6],
      [
        [0, 3, 'A'],
        [3, 6, 'B'],
      ],
      ['0–3 A', '3–6 B'],
    ],
    ['an empty one', [0, 6], [[3, 3, 'A']], ['0–6 ']],
    [
      'equal ones',
      [0, 6],
      [
        [1, 3, 'A'],
        [1, 3, 'B'],
      ],
      ['0–1 ', '1–3 AB', '3–6 '],
    ],
    [
      'in the order of the pieces',
      [0, 6],
      [
        [2, 4, 'B'],
        [0, 6, 'A'],
        [2, 6, 'C'],
      ],
      ['0–2 A', '2–4 BAC', '4–6 AC'],
    ],
    [
      'the same key twice',
      [0, 6],
      [
        [0, 2, 'A'],
        [4, 6, 'A'],
      ],
      ['0–2 A', '2–4 ', '4–6 A'],
    ],
  ] as const)('%s', (_, [from, to], pieces, expected) => {
    const runs = cutRuns(
      { from, to },
      pieces.map(([start, end, key]) => ({ from: start, to: end, key })),
    );
    expect(runs.map((run) => `${run.from}–${run.to} ${run.covering.join('')}`)).toEqual(expected);
  });

  test('covers the stretch exactly, once, and says for each run what covers it from end to end', () => {
    fc.assert(
      fc.property(rangeArbitrary(40), fc.array(rangeArbitrary(40), { maxLength: 12 }), (within, ranges) => {
        const pieces = ranges.map((range, key) => ({ ...range, key }));
        const runs = cutRuns(within, pieces);
        expect(runs.map(({ from }) => from)).toEqual([within.from, ...runs.slice(0, -1).map(({ to }) => to)]);
        expect(runs.at(-1)!.to).toBe(within.to);
        for (const { from, to, covering } of runs) {
          expect(from).toBeLessThan(to);
          for (let unit = from; unit < to; unit += 1) {
            expect(covering).toEqual(
              pieces.filter((piece) => piece.from <= unit && unit < piece.to).map(({ key }) => key),
            );
          }
        }
        const edges = ranges.flatMap(({ from, to }) => [from, to]).filter((at) => within.from < at && at < within.to);
        expect(new Set(runs.slice(1).map(({ from }) => from))).toEqual(new Set(edges));
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });
});
