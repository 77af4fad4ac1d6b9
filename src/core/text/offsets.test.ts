import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointOffsets, splitsSurrogatePair } from './offsets.ts';
import { anyTextArbitrary } from './prose.arbitrary.ts';

describe('converting offsets between UTF-16 and code points', () => {
  test.each([
    ['', [[0, 0]]],
    [
      'ab',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'a🎉b',
      [
        [0, 0],
        [1, 1],
        [3, 2],
        [4, 3],
      ],
    ],
    [
      '🎉🎉',
      [
        [0, 0],
        [2, 1],
        [4, 2],
      ],
    ],
    [
      'e\u0301',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      '👩‍👧',
      [
        [0, 0],
        [2, 1],
        [3, 2],
        [5, 3],
      ],
    ],
    [
      '🇺🇦',
      [
        [0, 0],
        [2, 1],
        [4, 2],
      ],
    ],
    [
      '\r\n',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      '\ud83d',
      [
        [0, 0],
        [1, 1],
      ],
    ],
    [
      '\ude00\ud83d',
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
    ],
    [
      '\ud83d\ud83d\ude00',
      [
        [0, 0],
        [1, 1],
        [3, 2],
      ],
    ],
  ])('in %j', (text, pairs) => {
    const offsets = codePointOffsets(text);
    for (const [utf16, codePoint] of pairs) {
      expect(offsets.toCodePoint(utf16!)).toBe(codePoint);
      expect(offsets.toUtf16(codePoint!)).toBe(utf16);
    }
  });

  test('agrees with counting code points one by one, in any text', () => {
    fc.assert(
      fc.property(anyTextArbitrary(), (text) => {
        const { toCodePoint, toUtf16 } = codePointOffsets(text);
        const edges = codePointEdges(text);
        expect(edges.map(toCodePoint)).toEqual([...edges.keys()]);
        expect([...edges.keys()].map(toUtf16)).toEqual(edges);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('refuses an offset inside a surrogate pair, and no other in the text', () => {
    fc.assert(
      fc.property(anyTextArbitrary(), (text) => {
        const { toCodePoint } = codePointOffsets(text);
        const edges = new Set(codePointEdges(text));
        const inside = [...text.split('').keys()].filter((at) => !edges.has(at));
        expect([...text.split('').keys()].filter((at) => splitsSurrogatePair(text, at))).toEqual(inside);
        for (const offset of inside) expect(() => toCodePoint(offset)).toThrow(RangeError);
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });

  test.each([-1, 4, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s outside the text', (offset) => {
    const { toCodePoint, toUtf16 } = codePointOffsets('a🎉');
    expect(() => toCodePoint(offset)).toThrow(RangeError);
    expect(() => toUtf16(offset)).toThrow(RangeError);
  });

  test('says what is wrong with an offset', () => {
    const { toCodePoint, toUtf16 } = codePointOffsets('a🎉');
    expect(() => toCodePoint(2)).toThrow('UTF-16 offset 2 is inside the surrogate pair at 1');
    expect(() => toCodePoint(4)).toThrow('UTF-16 offset 4 is outside the text of length 3');
    expect(() => toUtf16(3)).toThrow('code point offset 3 is outside the text of length 2');
  });
});

describe('an offset in a surrogate pair', () => {
  test.each([
    ['\ud83d\ude00', 1, true],
    ['\ud83d\ude00', 0, false],
    ['\ud83d\ude00', 2, false],
    ['\ud83d\ud83d\ude00', 1, false],
    ['\ud83d\ud83d\ude00', 2, true],
    ['\ude00\ud83d', 1, false],
    ['a', -1, false],
    ['a', 7, false],
  ])('of %j: %i, %s', (text, offset, expected) => {
    expect(splitsSurrogatePair(text, offset)).toBe(expected);
  });
});

/** Every offset between code points, by the language's own reading of a string. */
function codePointEdges(text: string): readonly number[] {
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  return edges;
}
