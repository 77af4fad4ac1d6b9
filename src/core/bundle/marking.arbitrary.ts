import * as fc from 'fast-check';
import { type AttributeId, type AttributeValue } from '#core/labels/attribute.ts';
import { idArbitrary, nameArbitrary } from '#core/labels/label-set.arbitrary.ts';
import { type Span, type SpanAttribute } from '#core/spans/span.ts';

/** A time in UTC, to the tenth of a second. */
export function timeArbitrary(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.integer({ min: 1990, max: 2100 }),
      twoDigits(1, 12),
      twoDigits(1, 28),
      twoDigits(0, 23),
      twoDigits(0, 59),
      fc.nat(9),
    )
    .map(([year, month, day, hour, minute, tenth]) => `${year}-${month}-${day}T${hour}:${minute}:00.${tenth}00Z`);
}

function twoDigits(min: number, max: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));
}

/** Values of every kind, whatever the label declares: a label set may have changed since. */
export function attributesArbitrary(edges: readonly number[]): fc.Arbitrary<readonly SpanAttribute[]> {
  const value: fc.Arbitrary<AttributeValue> = fc.oneof(
    nameArbitrary(),
    fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => (number === 0 ? 0 : number)),
    fc.boolean(),
    fc.array(idArbitrary(), { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat(edges.length - 1), { minLength: 2, maxLength: 2 }).map((cuts) => rangesFrom(edges, cuts)[0]!),
  );
  return fc
    .uniqueArray(fc.record({ id: idArbitrary().map((id) => id as AttributeId), value }), {
      maxLength: 3,
      selector: ({ id }) => id,
    })
    .map((attributes) => attributes.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Sorted distinct edges, taken in pairs, are ranges that stay apart; where they are too few, the whole text is one. */
export function rangesFrom(edges: readonly number[], cuts: readonly number[]): Span['ranges'] {
  const places = [...new Set(cuts)].toSorted((a, b) => a - b).map((cut) => edges[cut]!);
  const ranges = [];
  for (let index = 0; index + 1 < places.length; index += 2)
    ranges.push({ from: places[index]!, to: places[index + 1]! });
  return ranges.length > 0 ? ranges : [{ from: 0, to: edges.at(-1)! }];
}

/** Every UTF-16 offset that does not cut a code point, the text's end included. */
export function edgesOf(text: string): readonly number[] {
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  return edges;
}
