import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageArbitrary, proseArbitrary } from './prose.arbitrary.ts';
import { wordsBetween } from './word-pieces.ts';

describe('the words of a text', () => {
  // A plus stands before the possessive that follows a word.
  test.each([
    ['en', 'The mayor left.', ['The', 'mayor', 'left']],
    ['en', 'AT&T, R&D, A & B, A&1', ['AT&T', 'R&D', 'A', 'B', 'A', '1']],
    ['en', 'near-infrared G-20 COVID-19 x- -y 3-4', ['near-infrared', 'G-20', 'COVID-19', 'x', 'y', '3', '4']],
    ['en', 'near\u2010infrared near\u2011infrared a–b', ['near\u2010infrared', 'near\u2011infrared', 'a', 'b']],
    ['en', 'the U.N. and U.S.-led U.N.-2 e.g. it.', ['the', 'U.N.', 'and', 'U.S.-led', 'U.N.-2', 'e.g.', 'it']],
    ['en', '4% 3.5% 50‰ x% %', ['4%', '3.5%', '50‰', 'x']],
    ['en', "Ann’s Ann's U.S.’s U.S.'s workers’ s’s", ['Ann+’s', "Ann+'s", 'U.S.+’s', "U.S.+'s", 'workers', 's+’s']],
    ['en', 'it’s he’s let’s who’s It’s don’t I’m', ['it’s', 'he’s', 'let’s', 'who’s', 'It’s', 'don’t', 'I’m']],
    ['en', 'end.Next example.com 3.5', ['end', 'Next', 'example.com', '3.5']],
    ['en', 'a:b', ['a', 'b']],
    ['sv', 'USA:s end.Next', ['USA:s', 'end', 'Next']],
    ['fi', 'EU:n', ['EU:n']],
    ['de', 'Kirby’s Straßen-Bahn', ['Kirby’s', 'Straßen-Bahn']],
    [
      'fr',
      'l’État d’Ivoire qu’il aujourd’hui main-d’œuvre',
      ['l’', 'État', 'd’', 'Ivoire', 'qu’', 'il', 'aujourd’hui', 'main-d’œuvre'],
    ],
    ['fr', "l'État", ["l'", 'État']],
    ['fr', '«\u202fOui\u202f» à 10\u202f000', ['Oui', 'à', '10', '000']],
    ['it', 'dell’Italia un’altra', ['dell’', 'Italia', 'un’', 'altra']],
    ['ca', 'l’home', ['l’', 'home']],
    ['en', 'l’home', ['l’home']],
    ['he', 'צה"ל ב"הארץ"', ['צה"ל', 'ב"הארץ']],
    ['zh', '我们今天', ['我们', '今天']],
    ['en', '🎉 ① – …', []],
    ['en', '', []],
  ])('in %s: %s', (language, text, expected) => {
    const words = wordsBetween(text, 0, text.length, language);
    expect(
      words.map(({ from, to, tail }) => text.slice(from, to) + (tail > to ? `+${text.slice(to, tail)}` : '')),
    ).toEqual(expected);
  });

  test('between two offsets are cut there', () => {
    expect(wordsBetween('one two three', 1, 10, 'en')).toEqual([
      { from: 1, to: 3, tail: 3 },
      { from: 4, to: 7, tail: 7 },
      { from: 8, to: 10, tail: 10 },
    ]);
  });

  test('are in order, apart from each other, not empty and without white space', () => {
    fc.assert(
      fc.property(proseArbitrary(30), languageArbitrary(), (text, language) => {
        const words = wordsBetween(text, 0, text.length, language);
        const edges = words.flatMap(({ from, to, tail }) => [from, to, tail]);
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        expect(words.filter(({ from, to }) => from >= to || /\s/u.test(text.slice(from, to)))).toEqual([]);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });
});
