import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphAt, paragraphsOf } from './paragraphs.ts';
import { anyTextArbitrary } from './prose.arbitrary.ts';

describe('the paragraphs of a text', () => {
  test.each([
    ['', ['']],
    ['a', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\n', ['a', '']],
    ['\n', ['', '']],
    ['a\n\n🎉', ['a', '', '🎉']],
    ['a\u2028b\u2029c\u0085d\re', ['a\u2028b\u2029c\u0085d\re']],
  ])('%j', (text, expected) => {
    expect(paragraphsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(expected);
  });

  test('cover any text with one newline between them', () => {
    fc.assert(
      fc.property(anyTextArbitrary(), (text) => {
        const paragraphs = paragraphsOf(text);
        expect(paragraphs.map(({ from, to }) => text.slice(from, to)).join('\n')).toBe(text);
        expect(paragraphs[0]!.from).toBe(0);
        expect(paragraphs.at(-1)!.to).toBe(text.length);
        expect(paragraphs.slice(1).map(({ from }) => from)).toEqual(paragraphs.slice(0, -1).map(({ to }) => to + 1));
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });
});

describe('the paragraph of an offset', () => {
  test.each([
    ['', [0]],
    ['ab', [0, 0, 0]],
    ['a\nb', [0, 0, 1, 1]],
    ['a\n', [0, 0, 1]],
    ['\n\na', [0, 1, 2, 2]],
  ])('in %j', (text, expected) => {
    const paragraphs = paragraphsOf(text);
    expect(expected.map((_, offset) => paragraphAt(paragraphs, offset))).toEqual(expected);
  });

  test('is the one that counting newlines finds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\n', 'a', '🎉'), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const paragraphs = paragraphsOf(text);
        const offsets = [...Array.from({ length: text.length + 1 }).keys()];
        expect(offsets.map((offset) => paragraphAt(paragraphs, offset))).toEqual(
          offsets.map((offset) => text.slice(0, offset).split('\n').length - 1),
        );
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });

  test.each([-1, 4, Number.NaN])('is refused for %s', (offset) => {
    expect(() => paragraphAt(paragraphsOf('a\nb'), offset)).toThrow(`offset ${offset} is outside the text of length 3`);
  });
});
