import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyTextArbitrary, proseArbitrary } from '#core/text/prose.arbitrary.ts';
import { foldText, foldWords } from './fold-text.ts';

describe('folding', () => {
  test.each([
    ['Ann LEE', 'ann lee'],
    ['“It’s”', '"it\'s"'],
    ['«oui» „ja“', '"oui" "ja"'],
    ['Épée', 'epee'],
    ['e\u0301', 'e'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ ὁδός', 'οδοσ οδοσ'],
    ['co\u00adop', 'coop'],
    ['4\u202f%\t5', '4 % 5'],
    ['مُحَمَّد', 'محمد'],
    ['שָׁלוֹם', 'שלום'],
    ['हिन्दी', 'हिन्दी'],
    ['👍🏽 Æ', '👍🏽 æ'],
  ])('%j to %j', (text, folded) => {
    expect(foldText(text).text).toBe(folded.normalize('NFD'));
  });

  test('makes white space one space and takes it off the ends', () => {
    expect(foldWords('  Ann \n Lee ')).toBe('ann lee');
  });
});

describe('finding', () => {
  test.each([
    ['Café au lait', 'CAFE', ['Café']],
    ['cafe\u0301s', 'café', ['cafe\u0301']],
    ['🎉 “Yes”, she said', '"yes"', ['“Yes”']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['\u00adco\u00adop', 'coop', ['co\u00adop']],
    ['각가', '가', ['가']],
    ['İİ', 'i', ['İ', 'İ']],
    ['abc', 'd', []],
  ])('in %j what folds as %j', (text, wanted, slices) => {
    const folded = foldText(text);
    const found = folded.find(foldText(wanted).text).map((range) => folded.toOriginal(range));
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(slices);
  });

  test('stays within the bounds that are given', () => {
    expect(foldText('ab ab ab').find('ab', 1, 7)).toEqual([{ from: 3, to: 5 }]);
  });

  test('gives only stretches of the original that fold to what was looked for, and finds each stretch of it', () => {
    const text = fc.oneof(proseArbitrary(12, 1), anyTextArbitrary());
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(3), (written, start, more) => {
        const original = written.toWellFormed();
        const characters = Array.from(original);
        const first = start % Math.max(1, characters.length);
        const wanted = foldText(characters.slice(first, first + 1 + more).join('')).text;
        fc.pre(wanted !== '');
        const folded = foldText(original);
        const found = folded.find(wanted);
        expect(found.length).toBeGreaterThan(0);
        for (const range of found) {
          const { from, to } = folded.toOriginal(range);
          expect(foldText(original.slice(from, to)).text).toBe(wanted);
        }
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('goes from any offset of the original to the folding of what lies before it', () => {
    fc.assert(
      fc.property(anyTextArbitrary(), (written) => {
        const original = written.toWellFormed();
        const folded = foldText(original);
        let offset = 0;
        for (const character of original) {
          expect(folded.toFolded(offset)).toBe(foldText(original.slice(0, offset)).text.length);
          offset += character.length;
        }
        expect(folded.toFolded(offset)).toBe(folded.text.length);
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });
});
