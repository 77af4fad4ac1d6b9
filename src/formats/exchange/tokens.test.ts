import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textArbitrary } from '#core/bundle/bundle.arbitrary.ts';
import { type WriteOptions } from './dataset.ts';
import { rangesOfTags, tagsOf } from './tags.ts';
import { tokenize } from './tokens.ts';

const TEXT = '“Hi 🎉” said Ann Lee of Rome.\nTaxes rose 4%.';

function wordsOf(text: string, language = 'en'): readonly string[] {
  return tokenize(text, language).tokens.map(({ from, to }) => text.slice(from, to));
}

describe('tokenize', () => {
  test('words, marks and emoji are tokens with their place in both units', () => {
    const { tokens, sentences } = tokenize(TEXT, 'en');
    expect(wordsOf(TEXT).join(' ')).toBe('“ Hi 🎉 ” said Ann Lee of Rome . Taxes rose 4% .');
    expect(tokens[6]).toEqual({ from: 17, to: 20, start: 16, end: 19, isBeforeSpace: true });
    expect(tokens[9]).toMatchObject({ from: 28, start: 27, isBeforeSpace: false });
    expect(sentences).toEqual([
      { from: 0, to: 10 },
      { from: 10, to: 14 },
    ]);
  });

  test.each([
    ['the city’s mayor', ['the', 'city', '’s', 'mayor']],
    ['U.N. near-infrared', ['U.N.', 'near-infrared']],
    ['👨‍👩‍👧‍👦👍🏽', ['👨‍👩‍👧‍👦', '👍🏽']],
    ['a\u00A0b\u0085c', ['a', 'b', '\u0085', 'c']],
    [' \u0301', ['\u0301']],
    ['', []],
    ['\n \n', []],
  ])('%j has the tokens %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test('every character is either white space or in exactly one token, and in a sentence', () => {
    fc.assert(
      fc.property(textArbitrary(), fc.constantFrom('en', 'fr', 'zh', 'ar'), (text, language) => {
        const { tokens, sentences } = tokenize(text, language);
        let at = 0;
        let rest = '';
        for (const { from, to } of tokens) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(text.slice(from, to)).toMatch(/^\S+$/);
          rest += text.slice(at, from);
          at = to;
        }
        expect(rest + text.slice(at)).toMatch(/^\s*$/);
        expect(sentences.flatMap(({ from, to }) => tokens.slice(from, to))).toEqual(tokens);
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });

  test('a megabyte without a space or a stop is cut as well', () => {
    expect(tokenize('ab漢字9%'.repeat(160_000), 'en').tokens.length).toBeGreaterThan(100_000);
  });
});

const SENTENCES = [
  { from: 0, to: 5 },
  { from: 5, to: 7 },
];
const RANGES = [
  { label: 'A', from: 0, to: 2 },
  { label: 'A', from: 2, to: 3 },
  { label: 'B-b', from: 4, to: 6 },
];

describe('tags', () => {
  test.each<[WriteOptions['scheme'], string]>([
    ['IOB1', 'I-A I-A B-A O I-B-b I-B-b O'],
    ['IOB2', 'B-A I-A B-A O B-B-b B-B-b O'],
    ['BIOES', 'B-A E-A S-A O S-B-b S-B-b O'],
  ])('%s says where ranges begin, also after a sentence that cuts one', (scheme, expected) => {
    expect(tagsOf(7, SENTENCES, RANGES, scheme).join(' ')).toBe(expected);
  });

  test.each<WriteOptions['scheme']>(['IOB1', 'IOB2', 'BIOES'])('tags in %s are read back as they were', (scheme) => {
    const range = fc.record({
      gap: fc.nat(2),
      length: fc.integer({ min: 1, max: 3 }),
      label: fc.constantFrom('A', 'B'),
    });
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (pieces) => {
        let at = 0;
        const ranges = pieces.map(({ gap, length, label }) => {
          const from = at + gap;
          at = from + length;
          return { label, from, to: at };
        });
        expect(rangesOfTags(tagsOf(at, [{ from: 0, to: at }], ranges, scheme), 0)).toEqual(ranges);
      }),
      { seed: 20240617 },
    );
  });

  test.each([
    ['O I-X I-X', '1-3 X'],
    ['B-X L-X U-X', '0-2 X, 2-3 X'],
    ['B-X M-X E-X W-Y', '0-3 X, 3-4 Y'],
    ['I-X E-X I-X', '0-2 X, 2-3 X'],
    ['B-X I-Y', '0-1 X, 1-2 Y'],
    ['X X O _ Y', '0-2 X, 4-5 Y'],
  ])('%s, whatever its scheme, tells %s', (tags, expected) => {
    const found = rangesOfTags(tags.split(' '), 0).map(({ label, from, to }) => `${from}-${to} ${label}`);
    expect(found.join(', ')).toBe(expected);
  });
});
