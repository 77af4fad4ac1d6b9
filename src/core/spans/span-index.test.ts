import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSpan, spansOverlapping } from './span-index.ts';
import { insertSpan, withoutSpan } from './span-order.ts';
import { compareSpans, type Span } from './span.ts';
import { span, spansArbitrary } from './spans.arbitrary.ts';

const OUTER = span('outer', [[0, 9]]);
const INNER = span('inner', [[0, 2]]);

describe('spans', () => {
  test('are found by id', () => {
    expect(findSpan([OUTER, INNER], 'inner')).toBe(INNER);
    expect(findSpan([OUTER, INNER], 'later')).toBeUndefined();
    expect(findSpan([OUTER, INNER], undefined)).toBeUndefined();
    expect(findSpan([], 'inner')).toBeUndefined();
  });

  test('are found by place', () => {
    expect(spansOverlapping([OUTER, INNER], { from: 1, to: 2 })).toEqual([OUTER, INNER]);
    expect(spansOverlapping([OUTER, INNER], { from: 2, to: 4 })).toEqual([OUTER]);
    expect(spansOverlapping([OUTER, INNER], { from: 9, to: 12 })).toEqual([]);
    expect(spansOverlapping([OUTER, INNER], { from: 1, to: 1 })).toEqual([]);
  });

  test('are found as before in a list that came from another by changes, whichever list was asked first', () => {
    fc.assert(
      fc.property(spansArbitrary(12), fc.array(fc.nat(7), { maxLength: 6 }), fc.boolean(), (all, turns, early) => {
        let spans: readonly Span[] = all.slice(0, 3).toSorted(compareSpans);
        if (early) ask(spans, all);
        for (const turn of turns) {
          const one = all[turn % Math.max(1, all.length)];
          if (!one) continue;
          spans = spans.includes(one) ? withoutSpan(spans, one) : insertSpan(spans, one);
          expect(ask(spans, all)).toEqual(ask([...spans], all));
        }
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });

  test('are not looked through again after an edit', () => {
    const many = Array.from({ length: 5000 }, (_, index) => span(`s${index}`, [[index * 10, index * 10 + 7]]));
    let looks = 0;
    const watched = many.map((each) =>
      Object.defineProperties({ ...each }, { id: { get: () => ((looks += 1), each.id), enumerable: true } }),
    );
    ask(watched, [watched[0]!]);
    looks = 0;
    const next = insertSpan(watched, span('new', [[20, 25]]));
    expect(findSpan(next, 'new')?.id).toBe('new');
    expect(spansOverlapping(next, { from: 20, to: 22 }).map(({ id }) => id)).toEqual(['s2', 'new']);
    expect(looks).toBeLessThan(300);
  });
});

function ask(spans: readonly Span[], all: readonly Span[]): unknown {
  return [all.map(({ id }) => findSpan(spans, id)), spansOverlapping(spans, { from: 3, to: 6 })];
}
