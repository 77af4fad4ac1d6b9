import { expect, test } from 'vitest';
import { uniqueFileNames } from './unique-file-names.ts';

test('files of people with the same name get numbers', () => {
  const names = ['ada.spanmark.json', 'Ada.spanmark.json', 'bo.spanmark.json', 'ada.spanmark.json'];
  expect(uniqueFileNames(names)).toEqual([
    'ada.spanmark.json',
    'Ada-2.spanmark.json',
    'bo.spanmark.json',
    'ada-3.spanmark.json',
  ]);
});
