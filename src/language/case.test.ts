import { afterEach, expect, test } from 'vitest';
import { smallBehindColon, smallInSentence } from './case.ts';
import { ENGLISH, findLanguage } from './languages.ts';
import { speak } from './spoken.ts';

afterEach(() => {
  speak(ENGLISH, undefined);
});

test('English has small letters in the middle of a sentence', () => {
  expect(smallInSentence('Named Person')).toBe('named person');
  expect(smallBehindColon('Renamed Claim.')).toBe('renamed Claim.');
  expect(smallBehindColon('')).toBe('');
});

test('German leaves capitals, which its nouns have everywhere', () => {
  speak(findLanguage('de')!, undefined);
  expect(smallInSentence('Sprecher')).toBe('Sprecher');
  expect(smallBehindColon('Label umbenannt.')).toBe('Label umbenannt.');
});
