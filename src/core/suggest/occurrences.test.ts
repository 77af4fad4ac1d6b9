import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketed, marked } from '#core/project/marked.arbitrary.ts';
import { anyTextArbitrary, languageArbitrary, proseArbitrary } from '#core/text/prose.arbitrary.ts';
import { isLikely, occurrencesOf } from './occurrences.ts';
import { fold, plainWords } from './wanted.ts';

const find = (words: string, text: string, language = 'en', aliases: readonly string[] = []) =>
  occurrencesOf({ words, aliases }, text, language);

const shown = (words: string, written: string, language = 'en', aliases: readonly string[] = []): string => {
  const { text } = marked(written);
  return bracketed(text, ...find(words, text, language, aliases));
};

test.each([
  ['the same words', 'Ghana', '[Ghana] won. “[Ghana]” (in [Ghana]) – [Ghana], [Ghana]!'],
  ['in other capitals', 'Ghana', '[GHANA] and [ghana]'],
  ['before a possessive ’s, which is left out', 'Ghana', "[Ghana]’s gold, [Ghana]'s sun, [GHANA]’S"],
  ['but inside no longer word', 'Ghana', 'Ghanaian, Ghana-based, anti-Ghana, XGhana, Ghana2, Ghana_1, Ghana&Co'],
  ['nor where accents go on with the word', 'Ghana', 'Ghana\u0301 but [Ghana]'],
  ['nor inside an abbreviation', 'U.S', 'U.S. and U.S.A.'],
  ['an abbreviation whole', 'U.S.', 'The [U.S.] and the [U.S.]’s, not U.S.-led nor U.S.A.'],
  ['its own contraction is no possessive', 'it', '[It] rained, it’s over, [it] did'],
  ['in the plural', 'Minister', 'The [Ministers] met the [Minister] and the [ministers]’ wives'],
  ['in the singular', 'Ministers', 'One [Minister], two [Ministers], a [Minister]’s hat'],
  ['plurals in es and ies', 'country church', '[country churches] and a [country church]'],
  ['a y that becomes ies', 'the county', '[The counties] of [the county]'],
  ['a family', 'Kennedy', 'The [Kennedys]'],
  ['no singular of ss, us, is', 'Paris', '[Paris] Pari'],
  ['no plural of a short word', 'in', '[in] ins'],
  ['but one of a short form', 'MP', '[MP], [MPs], MPS-2'],
  ['over a line break or several spaces', 'Kim Jong Un', '[Kim\nJong   Un], [Kim\u00a0Jong Un], Kim\n\nJong Un'],
  ['with either apostrophe', 'Tanner’s Row', "[Tanner's Row] and [Tanner’s  Row]"],
  ['words that end with a possessive', 'Ghana’s', '[Ghana’s] gold, no Ghana'],
  ['words that are punctuation at their edges', '“No,”', 'She said: [“No,”] he said: [“No,”]'],
  ['where their beginning repeats', 'a a b', 'a [a  a b] a a'],
  ['but cut no sign with its accent', 'No!', 'No!\u0301 [No!]'],
  ['a percentage whole', '4', '[4] of 4% and 14 and 4.5 but [4].'],
  ['in another script', 'Ελλάς', 'ΕΛΛΑΣ, [ελλάς], [ΕΛΛΆΣ]'],
  ['where small letters are longer', 'Ankara', 'İİİ [Ankara] İ [ANKARA]'],
  ['beside characters of two units', 'Rome', '🎉[Rome]🎉 𝒳Rome'],
])('mentions are found: %s', (_, words, written) => {
  expect(shown(words, written)).toBe(written);
});

test.each([
  ['fr', 'État', 'l’[État] et l’[ÉTAT], État-major'],
  ['fr', 'Macron', '[Macron] Macrons Macron’s'],
  ['de', 'Minister', '[Minister] Ministers [MINISTER]'],
  ['ja', '東京', '[東京]は'],
  ['ar', 'قطر', 'في [قطر] أمس، قطرية'],
])('in %s by its own rules: %s', (language, words, written) => {
  expect(shown(words, written, language)).toBe(written);
});

test('each mention says how it matches, and what longer name it is a part of', () => {
  const text = 'AVERLAND votes. Averland Railways said Averland’s trains run in Averland. Two Averlands; the Republic.';
  const kinds = find('Averland', text, 'en', ['the Republic']).map((each) => [
    text.slice(each.from, each.to),
    each.kind,
    each.within && text.slice(each.within.from, each.within.to),
    isLikely(each),
  ]);
  expect(kinds).toEqual([
    ['AVERLAND', 'case', undefined, false],
    ['Averland', 'exact', 'Averland Railways', false],
    ['Averland', 'ending', undefined, true],
    ['Averland', 'exact', undefined, true],
    ['Averlands', 'ending', undefined, true],
    ['the Republic', 'alias', undefined, true],
  ]);
});

test.each([
  ['Ghana', 'the Bank of Ghana said', 'Bank of Ghana'],
  ['Ghana', 'In Ghana, Accra', undefined],
  ['Ghana', 'Ghana & Sons', 'Ghana & Sons'],
  ['Putin', 'said Vladimir Putin on', 'Vladimir Putin'],
  ['Bank of Ghana', 'the Central Bank of Ghana rose', 'Central Bank of Ghana'],
  ['Bank of Ghana', 'the Bank of Ghana rose', undefined],
  ['Apollo', 'aboard Apollo 11 today', 'Apollo 11'],
  ['rain', 'the rain in Rome', undefined],
])('“%s” in “%s” is a part of %s', (words, text, name) => {
  const [only, ...more] = find(words, text);
  expect(more).toEqual([]);
  expect(only?.within && text.slice(only.within.from, only.within.to)).toBe(name);
});

describe('aliases', () => {
  test('are found where they are longer than the words, and hide the words in them', () => {
    expect(shown('Putin', '[Vladimir Putin] left; [Putin] stayed', 'en', ['Vladimir Putin'])).toBe(
      '[Vladimir Putin] left; [Putin] stayed',
    );
  });

  test('that are pronouns are left out', () => {
    expect(shown('Putin', '[Putin] said he and his men', 'en', ['he', 'his'])).toBe('[Putin] said he and his men');
  });
});

test('there is nothing to find for empty words, and no pattern is built from the words', () => {
  expect(find('', 'a b')).toEqual([]);
  expect(find('  ', 'a b')).toEqual([]);
  expect(shown('a.*(b', '[a.*(b] and axxb')).toBe('[a.*(b] and axxb');
});

test('whatever the text, mentions are in order, apart, of equal words once folded, and each one a whole word', () => {
  const words = fc.constantFrom('Ann Smith', 'He', 'U.N.', 'a', '1', 'of the', 'iPhone', '他', 'はい');
  fc.assert(
    fc.property(
      fc.oneof(proseArbitrary(40), anyTextArbitrary()),
      words,
      languageArbitrary(),
      (text, wanted, language) => {
        let end = 0;
        for (const { from, to, kind } of find(wanted, text, language)) {
          expect(from).toBeGreaterThanOrEqual(end);
          end = to;
          const said = plainWords(text.slice(from, to));
          if (kind === 'exact') expect(said).toBe(wanted);
          else if (language.startsWith('en')) expect(fold(said).slice(0, 1)).toBe(fold(wanted).slice(0, 1));
          else expect(fold(said)).toBe(fold(wanted));
          expect(text.slice(from - 1, to + 1)).not.toMatch(/^[a-z].*[a-z]$/u);
        }
      },
    ),
    { seed: 20261125, numRuns: 400 },
  );
});

test('words set apart by spaces are found wherever they stand', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Ann Lee', 'Ann', 'Lee', 'ann', 'Annlee', 'x'), { maxLength: 30 }),
      (parts) => {
        const text = parts.join(' | ');
        const expected = parts.filter((part) => part === 'Ann Lee').length;
        expect(find('Ann Lee', text)).toHaveLength(expected);
        expect(find('Ann', text)).toHaveLength(parts.filter((part) => /^ann\b/i.test(part)).length);
      },
    ),
    { seed: 20261125, numRuns: 200 },
  );
});

test('folding keeps every offset', () => {
  fc.assert(
    fc.property(fc.oneof(anyTextArbitrary(), fc.string({ unit: 'binary' })), (text) => {
      expect(fold(text)).toHaveLength(text.length);
    }),
    { seed: 20261125, numRuns: 500 },
  );
});

// Each would take hours if every place were tried anew from its first character on.
test.each([
  ['words that begin again and again', 'a'.repeat(50_000), 'a'.repeat(400_000), 0],
  ['words with spaces that begin again and again', 'a a '.repeat(10_000), 'a  a '.repeat(60_000), 6],
  ['a mere run of spaces', 'a b', ' '.repeat(400_000), 0],
  ['blank lines', 'a b', '\n \n a'.repeat(100_000), 0],
])('the work does not grow out of proportion: %s', (_, words, text, count) => {
  expect(find(words, text)).toHaveLength(count);
});
