import { describe, expect, test } from 'vitest';
import { isAbbreviationStop } from './abbreviations.ts';
import { isFunctionWord } from './function-words.ts';

/** Each row is a text with a bar behind the stop in question. */
describe('the sentence goes on after the stop of', () => {
  test.each([
    ['en', 'met Mr.| Smith'],
    ['en', 'met Mr.| The'],
    ['en', 'met Lt. Gen.| Jones'],
    ['en', 'fruit, e.g.| Apples'],
    ['en', 'fruit, e. g.| Apples'],
    ['en', 'see No.| 5'],
    ['en', 'on Jan.| 5'],
    ['en', 'see p.| 5'],
    ['en', 'in St.| Louis'],
    ['en', 'Apple Inc.| Headquarters'],
    ['en', 'J.| Smith'],
    ['en', 'J.| A. Smith'],
    ['en', 'the U.S.| Senate'],
    ['de', 'am 17.| Juni'],
    ['de', 'Friedrich II.| Preußen'],
    ['de', 'wie z. B.| Der'],
    ['de', 'wie z.B.| Der'],
    ['de', '3 Mio.| Euro'],
    ['fr', 'dit M.| Macron'],
    ['fr', 'c.-à-d.| Le'],
    ['es', 'el Sr.| Rajoy'],
    ['it', 'il Sig.| Rossi'],
    ['da', 'den 17.| Juni'],
    ['und', 'met Mr.| Smith'],
  ])('%s: %s', (language, written) => {
    expect(stopIn(written, language)).toBe(true);
  });
});

describe('the sentence ends at the stop of', () => {
  test.each([
    ['en', 'he left.| She'],
    ['en', 'he said no.| She'],
    ['en', 'he said no.| It'],
    ['en', 'in Jan.| She'],
    ['en', 'the U.S.| The'],
    ['en', 'the U.S.| “Go'],
    ['en', 'the U.S.| "Go'],
    ['en', 'Apple Inc.| He'],
    ['en', 'in 1917.| June'],
    ['en', 'am 17.| Juni'],
    ['en', 'the alum.| Smith'],
    ['en', 'her Ph.D.| She'],
    ['en', 'it isn’t.| She'],
    ['de', 'im Jahr 2017.| Juni'],
    ['de', 'um 3,17.| Juni'],
    ['de', '3 Mio.| Der'],
    ['de', 'am 17.| Der'],
    ['fr', 'av. J.-C.| Il'],
    ['de', 'met Mr.| Smith'],
  ])('%s: %s', (language, written) => {
    expect(stopIn(written, language)).toBe(false);
  });
});

test.each([
  ['The', 'en', true],
  ['because', 'en', true],
  ['don’t', 'en', true],
  ["Couldn't", 'en', true],
  ['he’s', 'en', true],
  ['They’re', 'en', true],
  ['Smith', 'en', false],
  ['’s', 'en', false],
  ['', 'en', false],
  ['Der', 'de', true],
  ['der', 'en', false],
  ['l’', 'fr', true],
  ['C’est', 'fr', true],
  ['Más', 'es', false],
  ['perché', 'it', true],
  ['The', 'und', true],
  ['The', 'en-GB', true],
  ['The', 'sw', false],
  ['constructor', 'en', false],
])('%s in %s is a function word: %s', (word, language, expected) => {
  expect(isFunctionWord(word, language)).toBe(expected);
});

function stopIn(written: string, language: string): boolean {
  const [left, right] = written.split('|');
  return isAbbreviationStop(left!, right!.trimStart(), language);
}
