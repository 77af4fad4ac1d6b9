import { afterEach, expect, test } from 'vitest';
import { ENGLISH, findLanguage } from './languages.ts';
import { decimals } from './numbers.ts';
import { speak } from './spoken.ts';

afterEach(() => speak(ENGLISH, undefined));

test('digits after the point are those of toFixed, with the sign of the language in use before them', () => {
  for (const number of [0, 0.5, 0.345, 1.005, 0.125, -0.004, 1234.5]) {
    expect(decimals(number, 2)).toBe(number.toFixed(2));
  }
  speak(findLanguage('de')!, undefined);
  expect([decimals(0.345, 2), decimals(1234.5, 1)]).toEqual(['0,34', '1234,5']);
});
