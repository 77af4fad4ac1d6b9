import { expect, test } from 'vitest';
import { median, percentile, ratio, spread, written } from './figures.mjs';

test.each([
  [[], undefined],
  [[4], 4],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %s', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('a percentile is one of the values, the smallest that enough of them do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([1, 2], 0)).toBe(1);
  expect(percentile([], 0.95)).toBeUndefined();
});

test('neither median nor percentile changes the order of what it is given', () => {
  const values = [3, 1, 2];
  median(values);
  percentile(values, 0.5);
  expect(values).toEqual([3, 1, 2]);
});

test('there is no ratio to nothing', () => {
  expect(ratio(6, 3)).toBe(2);
  expect(ratio(undefined, 3)).toBeUndefined();
  expect(ratio(6, undefined)).toBeUndefined();
  expect(ratio(6, 0)).toBeUndefined();
});

test.each([
  [undefined, '–'],
  [Number.NaN, '–'],
  [0, '0'],
  [0.1234, '0.12'],
  [9.5, '9.50'],
  [12.34, '12.3'],
  [123.4, '123'],
  [-123.4, '-123'],
])('%s is written as %s', (value, expected) => {
  expect(written(value)).toBe(expected);
});

test('a spread names median, range, and how few values there are', () => {
  expect(spread([])).toBe('–');
  expect(spread([2, 1, 3])).toBe('2.00 (1.00–3.00)');
  expect(spread([2, 1, 3], 5)).toBe('2.00 (1.00–3.00) n=3');
  expect(spread([2], 1)).toBe('2.00');
  expect(spread([2], 5)).toBe('2.00 n=1');
});
