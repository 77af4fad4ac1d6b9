import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { sameRange } from '#core/text/range.ts';
import { compareSpans, extentOf, lengthOf, sameSpan, type Span } from './span.ts';
import { span, spanArbitrary } from './spans.arbitrary.ts';

test.each([
  [[[2, 5]], 2, 5, 3],
  [
    [
      [0, 2],
      [5, 9],
    ],
    0,
    9,
    6,
  ],
  [
    [
      [0, 1],
      [2, 3],
      [7, 8],
    ],
    0,
    8,
    3,
  ],
] as const)('a span on %j reaches from %i to %i and is %i long', (ranges, from, to, length) => {
  expect(extentOf(span('a', ranges))).toEqual({ from, to });
  expect(lengthOf(span('a', ranges))).toBe(length);
});

describe('the order of reading', () => {
  test.each([
    ['by start', span('b', [[0, 2]]), span('a', [[1, 9]])],
    ['the longer extent first', span('b', [[0, 9]]), span('a', [[0, 2]])],
    [
      'the longer extent first, gaps included',
      span('b', [
        [0, 1],
        [8, 9],
      ]),
      span('a', [[0, 8]]),
    ],
    ['then by label', span('b', [[0, 2]], { label: 'claim' as LabelId }), span('a', [[0, 2]])],
    ['then by id', span('a', [[0, 2]]), span('b', [[0, 2]])],
    ['by code units, not by a language’s alphabet', span('Z', [[0, 2]]), span('a', [[0, 2]])],
    ['by code units, not by number', span('10', [[0, 2]]), span('9', [[0, 2]])],
  ])('is %s', (_, first, second) => {
    expect(compareSpans(first, second)).toBeLessThan(0);
    expect(compareSpans(second, first)).toBeGreaterThan(0);
  });

  test('is total: two ways round are opposite, and only the same id, label and extent are equal', () => {
    fc.assert(
      fc.property(spanArbitrary(6), spanArbitrary(6), spanArbitrary(6), (a, b, c) => {
        const order = Math.sign(compareSpans(a, b));
        expect(order + Math.sign(compareSpans(b, a))).toBe(0);
        expect(order === 0).toBe(a.id === b.id && a.label === b.label && sameRange(extentOf(a), extentOf(b)));
        if (order <= 0 && compareSpans(b, c) <= 0) expect(compareSpans(a, c)).toBeLessThanOrEqual(0);
      }),
      { seed: 20240617, numRuns: 1_000 },
    );
  });
});

describe('a span is the same as another', () => {
  const given = span('a', [
    [0, 2],
    [4, 6],
  ]);

  test('where every part is equal, in whatever order the parts were written', () => {
    const turned = Object.fromEntries(Object.entries(given).toReversed()) as unknown as Span;
    expect(
      sameSpan(given, {
        ...turned,
        ranges: [
          { to: 2, from: 0 },
          { to: 6, from: 4 },
        ],
      }),
    ).toBe(true);
  });

  test.each<[string, Partial<Span>]>([
    ['id', { id: 'b' as Span['id'] }],
    ['label', { label: 'claim' as LabelId }],
    ['ranges', { ranges: [{ from: 0, to: 2 }] }],
    [
      'end',
      {
        ranges: [
          { from: 0, to: 2 },
          { from: 4, to: 7 },
        ],
      },
    ],
    ['note', { note: 'x' }],
    ['origin', { origin: 'import' }],
    ['createdAt', { createdAt: '' }],
    ['changedAt', { changedAt: '' }],
  ])('but not where its %s differs', (_, change) => {
    expect(sameSpan(given, { ...given, ...change })).toBe(false);
  });
});
