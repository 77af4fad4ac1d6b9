import { expect, test } from 'vitest';
import { dateAttribute } from './when.ts';

test.each([
  ['2024', ' when="2024"'],
  ['2024-06', ' when="2024-06"'],
  ['2024-02-29', ' when="2024-02-29"'],
  ['0001-01-01', ' when="0001-01-01"'],
  ['2024-06-17T09:30:00Z', ' when="2024-06-17T09:30:00Z"'],
  ['2024-06-17T23:59:59.123456789Z', ' when="2024-06-17T23:59:59.123456789Z"'],
  ['', ''],
])('a date or time of the calendar is `when`, an empty one nothing: %j', (text, expected) => {
  expect(dateAttribute(text)).toBe(expected);
});

test.each([
  '0000',
  '0000-06-17',
  '2023-02-29',
  '2024-04-31',
  '2024-13-01T00:00:00Z',
  '2023-02-29T09:30:00Z',
  '2024-06-17T24:00:00Z',
  '2024-06-17T23:59:60Z',
  '2024-06-17T23:60:00Z',
])('what no calendar or clock has is `n`: %j', (text) => {
  expect(dateAttribute(text)).toBe(` n="${text}"`);
});
