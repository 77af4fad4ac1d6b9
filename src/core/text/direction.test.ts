import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each(['ar', 'he', 'fa', 'ur', 'yi', 'ckb', 'ar-EG', 'AR', 'he-IL'])(
  '%s is written from right to left',
  (language) => {
    expect(directionOf(language)).toBe('rtl');
  },
);

test.each(['en', 'de-AT', 'zh-Hant-TW', 'arn', 'hi', 'fi'])('%s is written from left to right', (language) => {
  expect(directionOf(language)).toBe('ltr');
});

test('a text of unknown language takes its direction from its letters', () => {
  expect(directionOf('und')).toBe('auto');
});
