import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';
import { proseArbitrary } from './prose.arbitrary.ts';
import { quotationAt, quotationsOf } from './quotations.ts';

describe('the quotations of a text', () => {
  test.each([
    ['none', 'No marks, the boys’ bikes, it’s 5’ 10".', []],
    ['several', '“A” and "b" and «c».', ['“A”', '"b"', '«c»']],
    ['the longer first', '“A ‘b’ c”', ['“A ‘b’ c”', '‘b’']],
    ['an interrupted one in its parts', '“We go,” she said, “on Monday.”', ['“We go,”', '“on Monday.”']],
    ['one in one of the same kind', '“A “b” c”', ['“A “b” c”', '“b”']],
    ['straight in straight ones', '"She said, \'No.\'"', ['"She said, \'No.\'"', "'No.'"]],
    ['one that is left open, to the end of its paragraph', '“A b.\nC “d”.', ['“A b.', '“d”']],
    ['none for a single mark left open', '‘A b.\nC ‚d.', []],
    ['none for a mark that closes nothing', 'A b.” C » d.', []],
    ['none for a mark before white space', 'A “ b', []],
    ['none for a mark before punctuation', 'A "; b. C “. D', []],
    ['none for an arrow at the end', 'A «', []],
    ['none for decades and clipped words', "in the '90s and so' on, ‘tis so’ too", []],
    ['German ones, and single ones in them', '„A ‚b‘ c“ „d ‚e’ f”', ['„A ‚b‘ c“', '‚b‘', '„d ‚e’ f”', '‚e’']],
    ['a single one with a clipped word in it', '‘A ’tis b’', ['‘A ’tis b’']],
    ['a single one with a plural possessive in it', '‘The boys’ bikes’', ['‘The boys’ bikes’']],
    ['a single one before a plural possessive', '‘No’ he said of the boys’ bikes', ['‘No’']],
    ['single ones that end in an s', '‘Yes’ he said, ‘no’', ['‘Yes’', '‘no’']],
    ['a single one before another in brackets', '‘Yes’ he said (‘no’)', ['‘Yes’', '‘no’']],
    ['Japanese corners in corners', '「A『B』C」', ['「A『B』C」', '『B』']],
    ['none for Hebrew abbreviations', 'מנכ"לית ב"כ', []],
    ['straight single ones that end in an s', "'Yes' he said, 'no'", ["'Yes'", "'no'"]],
    ['the last of two that one paragraph leaves open', '“A “b', ['“b']],
    [
      'no more than eight open at once',
      '“'.repeat(9).concat('a', '”'.repeat(9)),
      [...Array(8).keys()].map((at) => '“'.repeat(8 - at).concat('a', '”'.repeat(8 - at))),
    ],
    ['an outer one that closes inner ones left open', '“A ‘b c” d’ e', ['“A ‘b c”']],
    ['one over paragraphs that repeat its mark', '“A.\n“B.”\nC', ['“A.\n“B.”']],
    ['one over paragraphs, indented', '  “A.\n\t“B.”', ['“A.\n\t“B.”']],
    ['one over blank lines', '“A.\n\n \n“B.”', ['“A.\n\n \n“B.”']],
    ['no further than the last paragraph that repeats the mark', '“A.\n“B.\n\nC “d”', ['“A.\n“B.', '“d”']],
    ['two where another mark starts the next paragraph', '“A.\n«B»', ['“A.', '«B»']],
    ['two where the first was closed', '“A.”\n“B.”', ['“A.”', '“B.”']],
    ['one right after a repeated mark', '“A.\n“"B" c.”', ['“A.\n“"B" c.”', '"B"']],
    ['one whose inner one goes on too', '“A ‘b.\n“‘C.’ D.”', ['“A ‘b.\n“‘C.’ D.”', '‘b.\n“‘C.’']],
    ['one whose inner one does not go on', '“A «b.\n“C.”', ['“A «b.\n“C.”', '«b.']],
    ['arrows that open and close in the next paragraph', '»A «b\n»«c\n»d', ['»A «b\n»«', '«b', '»d']],
  ])('%s', (_, text, expected) => {
    const found = quotationsOf(text, paragraphsOf(text));
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(expected);
  });

  test('are in order, the longer first, never cross, begin with a mark and end with no white space', () => {
    fc.assert(
      fc.property(quotingArbitrary(), (text) => {
        const found = quotationsOf(text, paragraphsOf(text));
        expect(found).toEqual(found.toSorted((a, b) => a.from - b.from || b.to - a.to));
        for (const a of found) {
          expect(text.slice(a.from, a.to)).toMatch(/^["“”„«»‘‚'‹›「『](?:[^]*\S)?$/u);
          expect(found.filter((b) => a.from < b.from && b.from < a.to && a.to < b.to)).toEqual([]);
        }
      }),
      { seed: 20240617, numRuns: 400 },
    );
  });
});

describe('the quotations at a caret', () => {
  test('are those of the text that hold it, its edges included, in paragraphs and chains of them', () => {
    fc.assert(
      fc.property(quotingArbitrary(), (text) => {
        const paragraphs = paragraphsOf(text);
        const all = quotationsOf(text, paragraphs);
        const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
        expect(offsets.map((offset) => quotationAt(text, paragraphs, offset))).toEqual(
          offsets.map((offset) => all.filter(({ from, to }) => from <= offset && offset <= to)),
        );
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });

  test('are found in a chain of hundreds of paragraphs, from each and between them', () => {
    const text = `Before\n${'“He said so.\n\n'.repeat(300)}“So it was.” After`;
    const paragraphs = paragraphsOf(text);
    const expected = [{ from: 7, to: text.length - 6 }];
    for (const offset of [7, 20, 21, 2_000, text.length - 6]) {
      expect(quotationAt(text, paragraphs, offset)).toEqual(expected);
    }
    for (const offset of [0, 6, text.length - 5]) expect(quotationAt(text, paragraphs, offset)).toEqual([]);
  });

  test('are refused outside the text', () => {
    expect(() => quotationAt('“a”', paragraphsOf('“a”'), 4)).toThrow(RangeError);
  });
});

/** Prose, and paragraphs that begin with marks, so that chains of them are not rare. */
function quotingArbitrary(): fc.Arbitrary<string> {
  const mark = fc.constantFrom('“', '‘', '"', "'", '«', '»', '„', '‚', '”', '’', '‹', '›', '「', '」');
  const paragraph = fc
    .tuple(
      fc.array(mark, { maxLength: 3 }),
      fc.array(fc.oneof(mark, fc.constantFrom('a', ' ', '.', ' s’ b')), { maxLength: 8 }),
    )
    .map(([marks, rest]) => [...marks, ...rest].join(''));
  const chain = fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, fc.constantFrom('', ' ')), { maxLength: 7 });
  return fc.oneof(
    proseArbitrary(30),
    chain.map((paragraphs) => paragraphs.join('\n')),
  );
}
