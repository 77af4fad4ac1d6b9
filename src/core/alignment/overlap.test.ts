import { describe, expect, test } from 'vitest';
import { type TextRange } from '#core/text/range.ts';
import { intersectionOverUnion, overlapOf, positionalDistance } from './overlap.ts';

function ranges(...edges: readonly (readonly [number, number])[]): readonly TextRange[] {
  return edges.map(([from, to]) => ({ from, to }));
}

describe('the overlap of two places', () => {
  test.each([
    ['of the same place is all of it', ranges([2, 9]), ranges([2, 9]), 7, 1],
    ['of places that touch is nothing', ranges([2, 9]), ranges([9, 12]), 0, 0],
    ['of a place in another is the inner one', ranges([0, 10]), ranges([3, 5]), 2, 0.2],
    ['of a place in the gap of another is nothing', ranges([0, 3], [6, 9]), ranges([3, 6]), 0, 0],
    ['adds up over ranges', ranges([0, 3], [6, 9]), ranges([1, 7], [8, 12]), 4, 4 / 12],
  ])('%s', (_, a, b, overlap, share) => {
    expect([overlapOf(a, b), overlapOf(b, a)]).toEqual([overlap, overlap]);
    expect([intersectionOverUnion(a, b), intersectionOverUnion(b, a)]).toEqual([share, share]);
  });
});

describe('how far apart two places are', () => {
  test.each([
    [[4, 14], [40, 44], 22.22449],
    [[4, 14], [4, 14], 0],
    [[4, 14], [20, 25], 3.24],
    [[4, 14], [14, 24], 1],
    [[20, 30], [20, 25], 0.111111],
    [[20, 25], [14, 24], 0.217778],
    [[0, 7], [0, 10], 0.031142],
    [[0, 21], [0, 30], 0.031142],
  ] as const)('is for %j and %j as published: %d', (a, b, expected) => {
    expect(positionalDistance(ranges(a), ranges(b))).toBeCloseTo(expected, 6);
    expect(positionalDistance(ranges(b), ranges(a))).toBeCloseTo(expected, 6);
  });

  test('is as published for all pairs of two annotators, where nothing costs a half', () => {
    const ones = [[1, 5], [6, 8], [7, 20], [12, 18]] as const; // oxfmt-ignore
    const others = [[2, 6], [7, 8], [7, 19], [8, 10], [12, 18]] as const; // oxfmt-ignore
    const distances = ones.map((one) => others.map((other) => positionalDistance(ranges(one), ranges(other)) * 0.5));
    expect(distances.flat().map((distance) => Number(distance.toFixed(6)))).toEqual(
      [
        [0.03125, 1.62, 0.78125, 2, 2.88],
        [0.5, 0.055556, 0.367347, 0.5, 2],
        [0.624567, 0.367347, 0.0008, 0.268889, 0.067867],
        [2.42, 2.295918, 0.055556, 1.125, 0],
      ].flat(),
    );
  });

  test('counts for interrupted spans what only one of them covers', () => {
    expect(positionalDistance(ranges([0, 4], [8, 12]), ranges([0, 12]))).toBeCloseTo((4 / 20) ** 2, 12);
    expect(positionalDistance(ranges([0, 4], [8, 12]), ranges([4, 8]))).toBe(1);
  });
});
