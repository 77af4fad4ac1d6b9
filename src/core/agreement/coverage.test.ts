import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeArbitrary } from '#core/spans/spans.arbitrary.ts';
import { joinRanges, type TextRange } from '#core/text/range.ts';
import { countByDepth, inTokens } from './coverage.ts';
import { segmentsOf } from './token-sets.ts';
import { tokensOf } from './tokens.ts';

const SEED = { seed: 20240617 };
const listArbitrary = fc.array(rangeArbitrary(20), { maxLength: 4 }).map(joinRanges);

function has(ranges: readonly TextRange[], at: number): boolean {
  return ranges.some(({ from, to }) => from <= at && at < to);
}

test.each([
  ['“We left,” she said.', ['“', 'We', 'left', ',', '”', 'she', 'said', '.']],
  ["don't 4% snake_case naïve", ['don', "'", 't', '4', '%', 'snake_case', 'naïve']],
  ['a🎉b 👍🏽', ['a', '🎉', 'b', '👍', '🏽']],
  ['東京is カナ', ['東', '京', 'is', 'カ', 'ナ']],
  ['שלום עולם', ['שלום', 'עולם']],
  [' \n\t\u00A0', []],
  ['', []],
])('the tokens of %j', (text, expected) => {
  expect(tokensOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(expected);
});

test('every character that is no white space is in exactly one token', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = tokensOf(text).map(({ from, to }) => text.slice(from, to));
      expect(words.join('')).toBe(text.replaceAll(/\s/g, ''));
    }),
    SEED,
  );
});

test.each([
  ['one character of a token takes all of it', [{ from: 5, to: 6 }], [{ from: 1, to: 2 }]],
  ['white space takes none', [{ from: 3, to: 4 }], []],
  ['an edge of a token is in the one that it starts', [{ from: 2, to: 3 }], [{ from: 0, to: 1 }]],
  ['tokens that follow each other are one range', [{ from: 0, to: 5 }], [{ from: 0, to: 2 }]],
])('%s', (_, ranges, expected) => {
  expect(inTokens(tokensOf('one two three'), ranges)).toEqual(expected);
});

test('depths are those of each unit by itself', () => {
  fc.assert(
    fc.property(fc.array(listArbitrary, { maxLength: 4 }), (lists) => {
      const expected = Array.from({ length: lists.length + 1 }, () => 0);
      for (let at = 0; at < 20; at += 1) expected[lists.filter((list) => has(list, at)).length]! += 1;
      expect(countByDepth(lists, 20)).toEqual(expected);
    }),
    SEED,
  );
});

test('label sets are those of each token by itself', () => {
  const byLabel = fc.array(fc.tuple(listArbitrary, listArbitrary), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(byLabel, (ranges) => {
      const segments = segmentsOf(ranges, 20);
      const spread = segments.flatMap(({ count, sets }) => Array.from({ length: count }, () => sets));
      const expected = Array.from({ length: 20 }, (_, at) =>
        [0, 1].map((annotator) => [...ranges.keys()].filter((label) => has(ranges[label]![annotator]!, at))),
      );
      expect(spread).toEqual(expected);
    }),
    SEED,
  );
});
