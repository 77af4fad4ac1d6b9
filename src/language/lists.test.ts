import { afterEach, expect, test } from 'vitest';
import { ENGLISH, findLanguage } from './languages.ts';
import { eitherInWords, listInWords, withCommas, withDots, withSemicolons } from './lists.ts';
import { speak } from './spoken.ts';

const ITEMS = ['a', 'b', 'c'];

afterEach(() => speak(ENGLISH, undefined));

test('lists in English have no comma before the last', () => {
  expect([listInWords([]), listInWords(['a']), listInWords(['a', 'b'])]).toEqual(['', 'a', 'a and b']);
  expect(listInWords(ITEMS)).toBe('a, b and c');
  expect(eitherInWords(['a', 'b'])).toBe('a or b');
  expect(eitherInWords(ITEMS)).toBe('a, b or c');
  expect(withCommas(ITEMS)).toBe('a, b, c');
  expect(withSemicolons(ITEMS)).toBe('a; b; c');
});

test('lists are said as the language in use does', () => {
  speak(findLanguage('de')!, undefined);
  expect([listInWords(ITEMS), eitherInWords(ITEMS), withCommas(ITEMS)]).toEqual([
    'a, b und c',
    'a, b oder c',
    'a, b, c',
  ]);
  speak(findLanguage('ar')!, undefined);
  const items = ['أ', 'ب', 'ج'];
  expect([listInWords(items), withCommas(items), withSemicolons(items)]).toEqual(['أ وب وج', 'أ، ب، ج', 'أ؛ ب؛ ج']);
  // In a line from right to left names in Latin letters would else stand in the order from left to right.
  expect(withCommas(['Ann Bell', 'Bo Chen'])).toBe('\u2068Ann Bell\u2069، \u2068Bo Chen\u2069');
  expect(withDots(['Ann Bell', '3'])).toBe('\u2068Ann Bell\u2069 · 3');
});
