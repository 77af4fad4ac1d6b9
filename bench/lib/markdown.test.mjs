import { expect, test } from 'vitest';
import { markdownTable } from './markdown.mjs';

test('a table has a line of dashes and columns as wide as their longest cell', () => {
  expect(markdownTable(['a', 'work'], [['long cell', '1'], ['b']])).toBe(
    ['| a         | work |', '| --------- | ---- |', '| long cell | 1    |', '| b         |      |'].join('\n'),
  );
});

test('a stroke in a cell does not end it', () => {
  expect(markdownTable(['a|b'], [])).toBe('| a\\|b |\n| ---- |');
});
