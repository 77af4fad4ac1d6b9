import { expect, test } from 'vitest';
import { type LabelId } from '#core/labels/label-id.ts';
import { labelAndPlace } from './label-and-place.ts';

function keyOf(label: string, ...ranges: readonly (readonly [number, number])[]): string {
  return labelAndPlace({ label: label as LabelId, ranges: ranges.map(([from, to]) => ({ from, to })) });
}

test('label and place are told apart, whatever a label is called', () => {
  const keys = [
    keyOf('a', [0, 4]),
    keyOf('b', [0, 4]),
    keyOf('a', [0, 5]),
    keyOf('a', [0, 4], [5, 6]),
    keyOf('5-6 |a', [0, 4]),
    keyOf('|a', [0, 4]),
    keyOf('0-4 |a'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(keyOf('a', [0, 4], [5, 6])).toBe(keyOf('a', [0, 4], [5, 6]));
});
