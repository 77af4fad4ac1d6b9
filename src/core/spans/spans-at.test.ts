import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansAt } from './spans-at.ts';
import { compareSpans, lengthOf } from './span.ts';
import { span, spansArbitrary } from './spans.arbitrary.ts';

const SPANS = [
  span('quote', [[0, 20]]),
  span('claim', [[2, 12]]),
  span('name', [[4, 8]]),
  span('parts', [
    [5, 6],
    [14, 16],
  ]),
  span('next', [[8, 10]]),
];

test.each([
  [0, ['quote']],
  [1, ['quote']],
  [4, ['name', 'claim', 'quote']],
  [5, ['parts', 'name', 'claim', 'quote']],
  [6, ['name', 'claim', 'quote', 'parts']],
  [8, ['next', 'claim', 'quote', 'name']],
  [12, ['quote', 'claim']],
  [13, ['quote']],
  [15, ['parts', 'quote']],
  [16, ['quote', 'parts']],
  [20, ['quote']],
  [21, []],
])('the spans at %i are %j', (offset, expected) => {
  expect(spansAt(SPANS, offset).map(({ id }) => id)).toEqual(expected);
});

test('the spans at an offset are those that hold the character after it, then those that end there, each the shortest first', () => {
  fc.assert(
    fc.property(spansArbitrary(12), fc.nat(12), (spans, offset) => {
      const found = spansAt(spans.toSorted(compareSpans), offset);
      const covers = found.map(({ ranges }) => ranges.some(({ from, to }) => from <= offset && offset < to));
      const firstEnding = covers.includes(false) ? covers.indexOf(false) : covers.length;
      expect(covers.slice(firstEnding)).not.toContain(true);
      for (const part of [found.slice(0, firstEnding), found.slice(firstEnding)]) {
        expect(part.map(lengthOf)).toEqual(part.map(lengthOf).toSorted((a, b) => a - b));
      }
      const touching = spans.filter(({ ranges }) => ranges.some(({ from, to }) => from <= offset && offset <= to));
      expect(new Set(found)).toEqual(new Set(touching));
      expect(found.length).toBe(touching.length);
    }),
    { seed: 20240617, numRuns: 300 },
  );
});
