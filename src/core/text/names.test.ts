import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marked } from '#core/project/marked.arbitrary.ts';
import { nameAround } from './names.ts';
import { paragraphsOf } from './paragraphs.ts';
import { languageArbitrary, paragraphArbitrary } from './prose.arbitrary.ts';
import { wordsBetween } from './word-pieces.ts';

describe('the names of several words in a text', () => {
  // Every word of the text is asked for its name.
  test.each([
    ['en', 'Angela Merkel met Emmanuel Macron.', ['Angela Merkel', 'Emmanuel Macron']],
    ['en', 'Merkel met Macron.', []],
    ['en', 'the Bank of the West and the University of California', ['Bank of the West', 'University of California']],
    ['en', 'Rock & Roll, Ann-Marie O’Brien, Jean d’Arc', ['Rock & Roll', 'Ann-Marie O’Brien', 'Jean d’Arc']],
    ['en', 'Apollo 11 and Flight 370 and Room 12345', ['Apollo 11', 'Flight 370']],
    ['en', 'Ann’s Bob, Ann, Bob; Ann (Bob) “Ann” Bob', []],
    ['en', 'Ann Smith’s Bob Jones', ['Ann Smith', 'Bob Jones']],
    ['en', 'The Hague. But Ann Smith. In New York', ['Ann Smith', 'New York']],
    ['en', 'they saw The Hague', ['The Hague']],
    ['en', 'J. R. Smith, St. Louis, Ft. Worth', ['J. R. Smith', 'St. Louis', 'Ft. Worth']],
    ['en', 'by J. A. Smith and A. A. Milne', ['J. A. Smith', 'A. A. Milne']],
    ['en', 'of plan B. The Senate', []],
    ['en', 'Bank of the la den West', []],
    ['en', 'saw Mr. Smith', []],
    ['en', 'in the U.S. The Senate', []],
    ['en', 'of Apple Inc. and Bob Jones Jr.', ['Apple Inc.', 'Bob Jones Jr.']],
    [
      'en',
      'Bashar al-Assad, Mohammed bin Salman, Ludwig van Beethoven',
      ['Bashar al-Assad', 'Mohammed bin Salman', 'Ludwig van Beethoven'],
    ],
    ['en', 'said von der Leyen, bin Laden', ['von der Leyen', 'bin Laden']],
    ['en', 'Ann\u00a0Smith, Bob\u202fJones, Cy  Young, Di\u2003Lee', ['Ann\u00a0Smith', 'Bob\u202fJones']],
    ['en', 'MAYOR OPENS BRIDGE NEAR PELLWORTH WHILE RAIN FALLS DOWN HARD TODAY', []],
    ['de', 'die Deutsche Bank und der Präsident Wladimir Putin', ['Deutsche Bank', 'Wladimir Putin']],
    ['de', 'der Minister Robert Habeck', ['Robert Habeck']],
    ['de', 'Angela Merkel und Olaf Scholz', ['Angela Merkel', 'Olaf Scholz']],
    ['de', 'Johann Wolfgang von Goethe, Ursula von der Leyen', ['Johann Wolfgang von Goethe', 'Ursula von der Leyen']],
    ['fr', 'la Côte d’Ivoire et Charles de Gaulle et M. Macron', ['Côte d’Ivoire', 'Charles de Gaulle']],
    ['es', 'Pedro Sánchez y Mariano Rajoy de la Torre', ['Pedro Sánchez', 'Mariano Rajoy de la Torre']],
    ['ar', 'قال محمد بن سلمان', []],
    ['zh', '我们今天去北京', []],
  ])('in %s: %s', (language, text, expected) => {
    expect(namesIn(text, language, false)).toEqual(expected);
  });

  test.each([
    ['de', 'Angela Merkel und Olaf Scholz', ['Angela Merkel und Olaf Scholz']],
    ['de', 'der Präsident der Ukraine', ['Präsident der Ukraine']],
    ['de', 'die Aussagen von Putin', ['Aussagen von Putin']],
    ['fr', 'dit Macron et Merkel', ['Macron et Merkel']],
    ['es', 'dijo Sánchez y Rajoy', ['Sánchez y Rajoy']],
    ['en', 'the Bank of the West', ['Bank of the West']],
  ])('read widely, in %s: %s', (language, text, expected) => {
    expect(namesIn(text, language, true)).toEqual(expected);
  });
});

describe('a name', () => {
  test('is the same for each of its words, and these hold the word', () => {
    fc.assert(
      fc.property(
        fc.oneof(namingArbitrary(), paragraphArbitrary(30)),
        languageArbitrary(),
        fc.boolean(),
        (text, language, wide) => {
          const [paragraph] = paragraphsOf(text);
          const words = wordsBetween(text, 0, text.length, language);
          for (const word of words) {
            const name = nameAround(text, paragraph!, word, language, wide);
            if (!name) continue;
            expect(name.from <= word.from && word.to <= name.to).toBe(true);
            const inside = words.filter(({ from, to }) => name.from <= from && to <= name.to);
            expect(inside.length).toBeGreaterThan(1);
            expect(inside.map((other) => nameAround(text, paragraph!, other, language, wide))).toEqual(
              inside.map(() => name),
            );
          }
        },
      ),
      { seed: 20240617, numRuns: 80 },
    );
  });

  test('stays in its paragraph', () => {
    const { text, carets } = marked('Ann Smith\n|Bob| Jones\nCy Young');
    const paragraph = paragraphsOf(text)[1]!;
    expect(nameAround(text, paragraph, { from: carets[0]!, to: carets[1]! }, 'en', false)).toEqual({
      from: 10,
      to: 19,
    });
  });

  test('is found far into a long paragraph', () => {
    const filler = 'and so it went on '.repeat(200);
    const text = `${filler}Ann Smith ${filler}`;
    const from = filler.length;
    const [paragraph] = paragraphsOf(text);
    expect(nameAround(text, paragraph!, { from, to: from + 3 }, 'en', false)).toEqual({ from, to: from + 9 });
  });

  test('is not looked for around what is no word', () => {
    expect(nameAround('Ann Smith', { from: 0, to: 9 }, { from: 1, to: 3 }, 'en', false)).toBeUndefined();
  });
});

function namesIn(text: string, language: string, wide: boolean): readonly string[] {
  const [paragraph] = paragraphsOf(text);
  const names = wordsBetween(text, 0, text.length, language).map((word) =>
    nameAround(text, paragraph!, word, language, wide),
  );
  return [...new Set(names.flatMap((name) => (name ? [`${name.from}:${text.slice(name.from, name.to)}`] : [])))].map(
    (name) => name.slice(name.indexOf(':') + 1),
  );
}

/** Mostly capitals and the small words between them. */
function namingArbitrary(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    'Ann',
    'Smith',
    'The',
    'But',
    'U.N.',
    'J.',
    'St.',
    'Inc.',
    'of',
    'the',
    'von',
    'der',
    'und',
    'and',
    'd’Arc',
    'al-Assad',
    '&',
    '11',
    'I',
    'met',
    '–',
  );
  return fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '\u00a0', ', ', '’s ')), { maxLength: 14 })
    .map((parts) => parts.flat().join(''));
}
