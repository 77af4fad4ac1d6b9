import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedArbitrary, newsLayers, spanFrom } from './compared.arbitrary.ts';
import { sameRanges } from '#core/text/range.ts';
import { alignLayers } from './align-layers.ts';
import { matchSpans, type SpanMatches } from './match-spans.ts';

function matchWritten(a: readonly string[], b: readonly string[], crossLabelMinIoU?: number): SpanMatches {
  return matchSpans(a.map(spanFrom), b.map(spanFrom), crossLabelMinIoU === undefined ? {} : { crossLabelMinIoU });
}

/** Pairs with equal label and ranges, equal label, equal ranges, and all; then who is alone. */
function counts({ pairs, onlyA, onlyB }: SpanMatches): readonly number[] {
  const isSamePlace = pairs.map(({ a, b }) => sameRanges(a.ranges, b.ranges));
  const isSameLabel = pairs.map(({ a, b }) => a.label === b.label);
  const count = (holds: (index: number) => boolean | undefined): number =>
    pairs.filter((_, index) => holds(index)).length;
  return [
    count((index) => isSamePlace[index] && isSameLabel[index]),
    count((index) => isSameLabel[index]),
    count((index) => isSamePlace[index]),
    pairs.length,
    onlyA.length,
    onlyB.length,
  ];
}

const [NEWS_A, NEWS_B, NEWS_C] = newsLayers().map(({ spans }) => spans);

describe('the matching of two layers', () => {
  test.each([
    [
      'of the SemEval example',
      ['brand 0-1', 'drug 21-22', 'drug 30-31', 'drug 40-41', 'group 51-52', 'drug 60-61'],
      ['brand 10-11', 'drug 20-22', 'brand 30-31', 'drug 40-41', 'drug 50-52', 'drug 60-61'],
      [2, 3, 3, 5, 1, 1],
    ],
    ['of a nest with itself', ['a 0-10', 'b 2-4'], ['b 2-4', 'a 0-10'], [2, 2, 2, 2, 0, 0]],
    ['of two spans with one over both', ['a 0-12', 'b 14-17'], ['a 0-17'], [0, 1, 0, 1, 1, 0]],
    ['of nested labels', ['quote 66-99', 'claim 67-97'], ['claim 66-99'], [0, 1, 0, 1, 1, 0]],
    ['of a name in a quote', ['quote 0-60'], ['entity 10-22'], [0, 0, 0, 0, 1, 1]],
    ['of spans that touch', ['a 0-5'], ['a 5-9'], [0, 0, 0, 0, 1, 1]],
    ['of nothing with something', [], ['a 5-9'], [0, 0, 0, 0, 0, 1]],
  ])('%s has as many of each sort of pair as it can, in whatever order spans come', (_, a, b, expected) => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...a], { minLength: a.length }),
        fc.shuffledSubarray([...b], { minLength: b.length }),
        (mixedA, mixedB) => {
          expect(counts(matchWritten(mixedA, mixedB))).toEqual(expected);
        },
      ),
      { seed: 20240617, numRuns: 50 },
    );
  });

  test('of a name in a quote is a pair where any common text is enough', () => {
    expect(counts(matchWritten(['quote 0-60'], ['entity 10-22'], 0))).toEqual([0, 0, 0, 1, 0, 0]);
    expect(counts(matchWritten(['quote 0-60'], ['entity 60-62'], 0))).toEqual([0, 0, 0, 0, 1, 1]);
  });

  test.each([
    ['A and B', NEWS_A, NEWS_B, [2, 4, 2, 4, 1, 1]],
    ['A and C', NEWS_A, NEWS_C, [2, 5, 2, 5, 0, 0]],
    ['B and C', NEWS_B, NEWS_C, [1, 4, 1, 4, 1, 1]],
  ] as const)('of the news article by %s is that of its reference values', (_, a, b, expected) => {
    expect(counts(matchSpans(a!, b!))).toEqual(expected);
    expect(counts(matchSpans(b!, a!)).slice(0, 4)).toEqual(expected.slice(0, 4));
  });

  test('leaves out what one layer has twice, and says so', () => {
    const matches = matchWritten(['a 0-5:1', 'a 0-5:2'], ['a 0-5', 'a 0-6']);
    expect(counts(matches)).toEqual([1, 1, 1, 1, 0, 1]);
    expect([matches.repeatedA, matches.repeatedB]).toEqual([[spanFrom('a 0-5:2')], []]);
  });

  test('has the same pairs as the groups of the two layers', () => {
    fc.assert(
      fc.property(comparedArbitrary, ([a, b]) => {
        if (!a || !b) return;
        const { pairs, onlyA, onlyB, repeatedA, repeatedB } = matchSpans(a.spans, b.spans);
        expect(pairs.length * 2 + onlyA.length + onlyB.length + repeatedA.length + repeatedB.length).toBe(
          a.spans.length + b.spans.length,
        );
        const grouped = alignLayers([a, b]).map(({ members }) => members.map(({ span }) => span));
        const repeated = new Set([...repeatedA, ...repeatedB]);
        const inGroups = grouped.filter(([one, other]) => one && other && !repeated.has(one) && !repeated.has(other));
        expect(new Set(pairs.map((pair) => JSON.stringify([pair.a, pair.b])))).toEqual(
          new Set(inGroups.map((spans) => JSON.stringify(spans))),
        );
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });
});
