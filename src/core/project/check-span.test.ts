import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemWithRanges } from './check-span.ts';
import { bundleArbitrary } from '#core/bundle/bundle.arbitrary.ts';

// Offsets:     01 2 34 5 6
const TEXT = 'ab🎉cd🎉';

describe('the ranges of a span', () => {
  test.each([
    ['one', [[0, 2]]],
    ['the whole text', [[0, 8]]],
    ['a character of two code units', [[2, 4]]],
    [
      'several apart',
      [
        [0, 1],
        [2, 4],
        [5, 8],
      ],
    ],
  ])('may be %s', (_, ranges) => {
    expect(problemOf(ranges)).toBeUndefined();
  });

  test.each([
    ['none', [], 'the span has no range'],
    ['empty', [[1, 1]], 'range 1–1 is empty or ends before it starts'],
    ['turned round', [[3, 1]], 'range 3–1 is empty or ends before it starts'],
    ['before the text', [[-1, 1]], 'range -1–1 is outside the text of length 8'],
    ['beyond the text', [[5, 9]], 'range 5–9 is outside the text of length 8'],
    ['in parts of numbers', [[0, 1.5]], 'range 0–1.5 is not in whole numbers'],
    ['no numbers', [[Number.NaN, 1]], 'range NaN–1 is not in whole numbers'],
    ['endless', [[0, Number.POSITIVE_INFINITY]], 'range 0–Infinity is not in whole numbers'],
    [
      'out of order',
      [
        [4, 5],
        [0, 1],
      ],
      'range 0–1 is out of order or touches the range before it',
    ],
    [
      'crossing',
      [
        [0, 5],
        [4, 6],
      ],
      'range 4–6 is out of order or touches the range before it',
    ],
    [
      'nested',
      [
        [0, 6],
        [1, 2],
      ],
      'range 1–2 is out of order or touches the range before it',
    ],
    [
      'touching',
      [
        [0, 1],
        [1, 2],
      ],
      'range 1–2 is out of order or touches the range before it',
    ],
    [
      'the same twice',
      [
        [0, 1],
        [0, 1],
      ],
      'range 0–1 is out of order or touches the range before it',
    ],
    ['starting inside a character', [[3, 5]], 'range 3–5 cuts the character at 2 in two'],
    ['ending inside a character', [[0, 7]], 'range 0–7 cuts the character at 6 in two'],
    [
      'wrong in the second only',
      [
        [0, 1],
        [5, 7],
      ],
      'range 5–7 cuts the character at 6 in two',
    ],
  ])('must not be %s', (_, ranges, problem) => {
    expect(problemOf(ranges)).toBe(problem);
  });

  test('of every span in a right bundle are right', () => {
    fc.assert(
      fc.property(bundleArbitrary(), ({ articles, layers }) => {
        const texts = new Map(articles.map(({ id, text }) => [id, text]));
        for (const { articleId, spans } of layers) {
          for (const { ranges } of spans) expect(problemWithRanges(texts.get(articleId)!, ranges)).toBeUndefined();
        }
      }),
      { seed: 20240617, numRuns: 100 },
    );
  });
});

function problemOf(ranges: readonly (readonly number[])[]): string | undefined {
  return problemWithRanges(
    TEXT,
    ranges.map(([from, to]) => ({ from: from!, to: to! })),
  );
}
