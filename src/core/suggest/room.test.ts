import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { overlaps, sameRange, type TextRange } from '#core/text/range.ts';
import { roomIn } from './room.ts';

const ENTITY = 'entity' as LabelId;

function span(label: string, ...ranges: readonly TextRange[]): Span {
  const rest = { attributes: [], note: '', origin: 'hand', createdAt: '', changedAt: '' } as const;
  return { id: 'x' as SpanId, label: label as LabelId, ranges, ...rest };
}

const rangeArbitrary = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 5 }))
  .map(([from, length]) => ({ from, to: from + length }));

test('there is room for a span unless the label has one on just these words, or overlaps one and may not', () => {
  const spans = fc.array(fc.tuple(fc.constantFrom('entity', 'claim'), rangeArbitrary), { maxLength: 12 });
  fc.assert(
    fc.property(spans, rangeArbitrary, fc.boolean(), (made, range, overlapsItself) => {
      const room = roomIn(
        made.map(([label, each]) => span(label, each)),
        { id: ENTITY, overlapsItself },
      )(range);
      const own = made.filter(([label]) => label === 'entity').map(([, each]) => each);
      const expected = own.some((each) => sameRange(each, range))
        ? 'tagged'
        : !overlapsItself && own.some((each) => overlaps(each, range))
          ? 'overlapping'
          : 'free';
      expect(room).toBe(expected);
    }),
    { seed: 20261125, numRuns: 500 },
  );
});

test('the gap of an interrupted span is free, its parts are not, and none of them counts as tagged', () => {
  const room = roomIn([span('entity', { from: 0, to: 3 }, { from: 8, to: 10 })], { id: ENTITY, overlapsItself: false });
  expect(room({ from: 3, to: 8 })).toBe('free');
  expect(room({ from: 0, to: 3 })).toBe('overlapping');
  expect(room({ from: 9, to: 12 })).toBe('overlapping');
});
