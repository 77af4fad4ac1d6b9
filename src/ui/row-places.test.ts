import { describe, expect, test } from 'vitest';
import { placesOf, rowAt, rowsAndGaps } from './row-places.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

test('a row begins where those above it end; one that was not measured is as high as usual', () => {
  expect([...placesOf(['a', 'b', 'c'], new Map([['b', 30]]), 10)]).toEqual([0, 10, 40, 50]);
  expect([...placesOf([], new Map(), 10)]).toEqual([0]);
});

test.each([
  [-5, 0],
  [0, 0],
  [9, 0],
  [10, 1],
  [39, 1],
  [40, 2],
  [999, 2],
])('at %i pixels is row %i', (pixels, row) => {
  expect(rowAt(placesOf(['a', 'b', 'c'], new Map([['b', 30]]), 10), pixels)).toBe(row);
});

test('in no rows the first is found', () => {
  expect(rowAt(placesOf([], new Map(), 10), 5)).toBe(0);
});

describe('rows and gaps', () => {
  const places = placesOf(KEYS, new Map([['a', 25]]), 10);
  const drawn = (from: number, to: number, staying: readonly number[]) =>
    rowsAndGaps(places, { from, to }, staying).map((part) => (part.kind === 'row' ? KEYS[part.index] : part.height));

  test.each<[string, number, number, readonly number[], readonly unknown[]]>([
    ['the rest is two gaps', 4, 5, [], [55, 'e', 'f', 40]],
    ['nothing is left out', 0, 9, [], KEYS],
    ['at the top there is one gap', 0, 1, [], ['a', 'b', 80]],
    ['at the end there is one gap', 8, 9, [], [95, 'i', 'j']],
    ['a row that stays has its neighbours', 9, 9, [3], [25, 'b', 'c', 'd', 'e', 'f', 30, 'j']],
    ['a row that stays at the edge has neighbours on one side', 9, 9, [0], ['a', 'b', 'c', 60, 'j']],
    ['a row that stays among those seen is there once', 2, 5, [3], [25, 'b', 'c', 'd', 'e', 'f', 40]],
  ])('where %s', (_, from, to, staying, expected) => {
    expect(drawn(from, to, staying)).toEqual(expected);
  });

  test('are as high as all rows together', () => {
    const gaps = rowsAndGaps(places, { from: 4, to: 6 }, [8]);
    const height = gaps.reduce(
      (sum, part) => sum + (part.kind === 'gap' ? part.height : places[part.index + 1]! - places[part.index]!),
      0,
    );
    expect(height).toBe(places.at(-1));
  });
});
