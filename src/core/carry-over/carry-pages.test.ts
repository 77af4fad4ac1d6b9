import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemWithPages } from '#core/project/check-pages.ts';
import { carryPages } from './carry-pages.ts';

const TEXT = 'One page here.\nTwo more words.\nThree at last.';
const PAGES = [
  { from: 0, page: '1' },
  { from: 15, page: '2' },
  { from: 31, page: '3' },
];

describe('pages of a corrected text', () => {
  test.each([
    ['nothing changed', TEXT, [0, 15, 31]],
    ['a word is longer on the first page', TEXT.replace('page', 'whole page'), [0, 21, 37]],
    ['a word is gone from the second page', TEXT.replace('more ', ''), [0, 15, 26]],
    ['words are put before the first page', `Title. ${TEXT}`, [0, 22, 38]],
    ['the first word of a page is another', TEXT.replace('Two', 'Twenty'), [0, 15, 34]],
  ])('keep their words where %s', (_, after, expected) => {
    expect(carryPages(TEXT, after, PAGES)).toEqual(expected.map((from, index) => ({ from, page: `${index + 1}` })));
  });

  test('a page that is gone is dropped', () => {
    expect(carryPages(TEXT, TEXT.replace('Two more words.\n', ''), PAGES)).toEqual([
      { from: 0, page: '1' },
      { from: 15, page: '3' },
    ]);
  });

  test('are right pages of any other text', () => {
    const piece = fc.constantFrom('a', 'b ', '🎉', '🎊', '\n', 'page');
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, fc.array(fc.nat(60), { maxLength: 5 }), (before, after, starts) => {
        const pages = [...new Set(starts)].toSorted((a, b) => a - b).map((from) => ({ from, page: `${from}` }));
        fc.pre(problemWithPages(before, pages) === undefined);
        expect(problemWithPages(after, carryPages(before, after, pages))).toBeUndefined();
        expect(carryPages(before, before, pages)).toEqual(pages);
      }),
      { seed: 20261126 },
    );
  });
});
