import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstStartingFrom, insertSpan, placeOf, withoutSpan } from './span-order.ts';
import { compareSpans, type Span } from './span.ts';
import { span, spansArbitrary } from './spans.arbitrary.ts';

const OUTER = span('outer', [[0, 9]]);
const INNER = span('inner', [[0, 2]]);
const LATER = span('later', [[3, 5]]);

describe('spans in reading order', () => {
  test('keep it, and every span, when one comes in at a time', () => {
    fc.assert(
      fc.property(spansArbitrary(12), (spans) => {
        const inserted = spans.reduce<readonly Span[]>(insertSpan, []);
        expect(inserted).toEqual(spans.toSorted(compareSpans));
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('are what they were after one came in and went', () => {
    fc.assert(
      fc.property(spansArbitrary(12), (spans) => {
        const [one, ...others] = spans;
        if (!one) return;
        const sorted = others.toSorted(compareSpans);
        expect(withoutSpan(insertSpan(sorted, one), one)).toEqual(sorted);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('say where one stands or would stand', () => {
    const spans = [OUTER, INNER, LATER];
    expect(spans.map((each) => placeOf(spans, each))).toEqual([0, 1, 2]);
    expect(placeOf(spans, span('x', [[0, 5]]))).toBe(1);
    expect(placeOf(spans, span('x', [[9, 10]]))).toBe(3);
    expect(placeOf([], OUTER)).toBe(0);
  });

  test('refuse to lose one that they do not hold', () => {
    expect(() => withoutSpan([OUTER], INNER)).toThrow('span inner is not in the layer');
    expect(() => withoutSpan([], INNER)).toThrow(RangeError);
    expect(() => withoutSpan([OUTER], span('outer', [[1, 9]]))).toThrow(RangeError);
    expect(() => withoutSpan([OUTER], span('other', [[0, 9]]))).toThrow(RangeError);
  });

  test('say which starts first at an offset or after it', () => {
    const spans = [OUTER, INNER, LATER];
    expect([0, 1, 3, 4].map((offset) => firstStartingFrom(spans, offset))).toEqual([0, 2, 2, 3]);
    expect(firstStartingFrom([], 0)).toBe(0);
  });

  test('are not changed in place', () => {
    const frozen = Object.freeze([OUTER, LATER]);
    expect(insertSpan(frozen, INNER)).toEqual([OUTER, INNER, LATER]);
    expect(withoutSpan(frozen, LATER)).toEqual([OUTER]);
  });
});
