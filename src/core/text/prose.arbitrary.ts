import * as fc from 'fast-check';

/** What sentences, names and quotations are made of, with what has broken the search for them. */
const PIECES = [
  'He said ',
  'she asked. ',
  'Foreign Minister Ann Smith asked. ',
  'Ann Smith',
  'von der ',
  'of the ',
  'and ',
  'iPhone ',
  'A',
  'a',
  '1',
  '. ',
  '.',
  '? ',
  '! ',
  '… ',
  '...',
  ',',
  '-',
  '– ',
  '&',
  '%',
  '(',
  '(a) ',
  ') ',
  '[1]',
  'Mr. ',
  'U.N. ',
  'J. ',
  '17. ',
  '3.5 ',
  'end.Next',
  '’s ',
  's’ ',
  '’90s ',
  '“',
  '”',
  '„',
  '‘',
  '’',
  '"',
  "'",
  '«',
  '»',
  '‹',
  '›',
  '「',
  '」',
  '「はい。」',
  '。',
  '他说“好”',
  'ה"ל ',
  'ב"',
  'قال ',
  'สวัสดี',
  '🎉',
  '👨‍👩‍👧',
  'e\u0301',
  '\u00a0',
  '\u202f',
  '\u2028',
  '\t',
  ' ',
] as const;

/** Prose of a sort, in one paragraph or several, with at most so many pieces. */
export function proseArbitrary(maxLength: number, minLength = 0): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES, '\n', '\n\n'), { minLength, maxLength }).map((pieces) => pieces.join(''));
}

/** The same without a line break. */
export function paragraphArbitrary(maxLength: number, minLength = 0): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...PIECES), { minLength, maxLength }).map((pieces) => pieces.join(''));
}

/** Any string at all: lone surrogates, flags, long emoji sequences, piles of accents, every kind of line end. */
export function anyTextArbitrary(): fc.Arbitrary<string> {
  const plain = fc.constantFrom(
    'a',
    'words ',
    ' ',
    '\r',
    '\n',
    '\r\n',
    '\u2029',
    '\uFEFF',
    '\ud83d',
    '\ude00',
    '🎉',
    '𠮷',
  );
  const joining = fc.constantFrom('🇺🇦', '🇩', '👍🏽', '🏽', '\u0301', '\u200d', '👩‍', 'क्', 'ष', 'ᄀ', 'ᅡ', '각');
  const row = joining.map((piece) => piece.repeat(Math.ceil(80 / piece.length)));
  const piece = fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 4, arbitrary: joining },
    { weight: 2, arbitrary: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)) },
    { weight: 1, arbitrary: row },
  );
  return fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
}

/** One of the languages that core has rules for, or one that it has none for. */
export function languageArbitrary(): fc.Arbitrary<string> {
  return fc.constantFrom(
    'en',
    'en-GB',
    'de',
    'fr',
    'es',
    'it',
    'nl',
    'sv',
    'ca',
    'ar',
    'he',
    'zh',
    'ja',
    'th',
    'und',
    '',
  );
}
