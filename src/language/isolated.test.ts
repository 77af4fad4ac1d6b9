import { afterEach, expect, test } from 'vitest';
import { isolated } from './isolated.ts';
import { ENGLISH, findLanguage } from './languages.ts';
import { speak } from './spoken.ts';
import { english, t } from './t.ts';

const [FROM, TO] = ['\u2068', '\u2069'];

afterEach(() => {
  speak(ENGLISH, undefined);
});

test.each(['Ada', 'notes (1).txt', '12–20', '3.5', '', '日本', 'Ωμέγα'])(
  'in a language from left to right %j is as it was',
  (value) => {
    expect(isolated(value)).toBe(value);
    expect(t`Took “${value}”.`).toBe(`Took “${value}”.`);
  },
);

test.each(['مريم', 'שלום 5', 'Ada مريم'])('in a language from left to right %j is kept apart', (value) => {
  expect(isolated(value)).toBe(`${FROM}${value}${TO}`);
});

test.each(['Ada', 'notes (1).txt', '12–20', '≥ 0.5', 'قاعدة «Ada»', '12:30', '日本'])(
  'in a language from right to left %j is kept apart',
  (value) => {
    speak(findLanguage('ar')!, undefined);
    expect(isolated(value)).toBe(`${FROM}${value}${TO}`);
    expect(t`Took “${value}”.`).toBe(`Took “${FROM}${value}${TO}”.`);
  },
);

test.each(['مريم', '1,204', '3.5', '', '–'])('in a language from right to left %j is as it was', (value) => {
  speak(findLanguage('ar')!, undefined);
  expect(isolated(value)).toBe(value);
});

test('texts for files have no invisible characters', () => {
  speak(findLanguage('ar')!, undefined);
  expect(english`Took “${'Ada'}”.`).toBe('Took “Ada”.');
});
