import * as fc from 'fast-check';
import { type LabelId } from '#core/labels/label-id.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';
import { type Span, type SpanId } from './span.ts';

/** A span for a test of core; what is not given does not matter. */
export function span(id: string, ranges: readonly (readonly [number, number])[], given: Partial<Span> = {}): Span {
  return {
    id: id as SpanId,
    label: 'entity' as LabelId,
    ranges: ranges.map(([from, to]) => ({ from, to })),
    attributes: [],
    note: '',
    origin: 'hand',
    createdAt: '2024-06-17T09:30:00.000Z',
    changedAt: '2024-06-17T09:30:00.000Z',
    ...given,
  };
}

/** Ranges up to `length`, short enough to overlap, touch, nest and repeat often; never empty. */
export function rangeArbitrary(length: number): fc.Arbitrary<TextRange> {
  return fc
    .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length }))
    .map(([from, size]) => ({ from, to: Math.min(length, from + size) }));
}

/** Spans in a text of the length, one in three interrupted; ids come from a few, so that the caller must choose among equals. */
export function spanArbitrary(length: number): fc.Arbitrary<Span> {
  return fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__', 'constructor', '10', '9'),
      label: fc.constantFrom('entity', 'claim'),
      ranges: fc.array(rangeArbitrary(length), { minLength: 1, maxLength: 3 }),
      note: fc.constantFrom('', 'note', 'é'),
      origin: fc.constantFrom('hand' as const, 'suggestion' as const, 'import' as const),
      changedAt: fc.constantFrom('2024-06-17T09:30:00.000Z', '2024-06-17T09:31:00.000Z'),
    })
    .map(({ id, label, ranges, note, origin, changedAt }) =>
      span(
        id,
        joinRanges(ranges).map(({ from, to }) => [from, to] as const),
        {
          label: label as LabelId,
          note,
          origin,
          changedAt,
        },
      ),
    );
}

/** Some such spans, no two with the same id, in any order. */
export function spansArbitrary(length: number): fc.Arbitrary<readonly Span[]> {
  return fc.uniqueArray(spanArbitrary(length), { maxLength: 8, selector: ({ id }) => id });
}
