import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanFrom } from '#core/alignment/compared.arbitrary.ts';
import { newsLayers } from '#core/alignment/compared.arbitrary.ts';
import { type Span } from '#core/spans/span.ts';
import { spansArbitrary } from '#core/spans/spans.arbitrary.ts';
import { matchPair } from './match-pair.ts';
import {
  SCHEMES,
  type Scheme,
  SCORE_COLUMNS,
  semevalCounts,
  spanF1,
  spanScores,
  type SpanScores,
} from './span-scores.ts';
import { withoutTwins } from './twins.ts';

const SEED = { seed: 20240617 };

/** Spans written like `DRUG 21-22, BRAND 0-1`. */
function spans(written: string): readonly Span[] {
  return written === '' ? [] : written.split(', ').map(spanFrom);
}

function scoresOf(one: readonly Span[], other: readonly Span[], crossLabelMinIoU?: number): SpanScores {
  return spanScores(one.length + other.length, matchPair(one, other, crossLabelMinIoU));
}

function f1Of(scores: SpanScores): readonly (number | null)[] {
  return SCHEMES.map((scheme) => spanF1(scores, scheme).value);
}

function added(all: readonly SpanScores[]): SpanScores {
  const sums = SCORE_COLUMNS.map((column) => [column, all.reduce((sum, each) => sum + each[column], 0)]);
  return Object.fromEntries(sums) as SpanScores;
}

const GOLD = 'BRAND 0-1, DRUG 21-22, DRUG 30-31, DRUG 40-41, GROUP 51-52';
const RESPONSE = 'BRAND 10-11, DRUG 20-22, BRAND 30-31, DRUG 40-41, DRUG 50-52';

describe.each([undefined, 0])('span F1 with the least share of common text of different labels %s', (least) => {
  test.each([
    ['SemEval-2013', `${GOLD}, DRUG 60-61`, `${RESPONSE}, DRUG 60-61`, [1 / 3, 0.5, 2 / 3, 0.5]],
    ['it with an agreement less', GOLD, RESPONSE, [0.2, 0.4, 0.6, 0.4]],
    ['a name in a claim', 'A 0-10, B 2-4', 'A 0-10, B 2-4', [1, 1, 1, 1]],
    ['one long span for two', 'A 0-12, B 14-17', 'A 0-17', [0, 0, 1 / 3, 2 / 3]],
    ['nested spans of three labels', 'QUOTE 66-99, CLAIM 67-97', 'CLAIM 66-99', [0, 0, 1 / 3, 2 / 3]],
    ['nothing and something', '', 'A 0-2', [0, 0, 0, 0]],
  ])('of %s', (_, one, other, expected) => {
    const [strict, exact, partial, type] = f1Of(scoresOf(spans(one), spans(other), least));
    for (const [index, value] of [strict, exact, partial, type].entries()) {
      expect(value).toBeCloseTo(expected[index]!, 6);
    }
  });
});

test.each<[Exclude<Scheme, 'soft'>, readonly number[]]>([
  ['type', [3, 2, 0]],
  ['partial', [3, 0, 2]],
  ['exact', [3, 2, 0]],
  ['strict', [2, 3, 0]],
])('counts by the scheme %s as SemEval-2013 does', (scheme, [cor, inc, par]) => {
  const scores = scoresOf(spans(`${GOLD}, DRUG 60-61`), spans(`${RESPONSE}, DRUG 60-61`));
  expect(semevalCounts(scores, scheme, { one: 6, other: 6 })).toEqual({ cor, inc, par, mis: 1, spu: 1 });
});

test.each([
  [
    'five spans in two texts',
    [
      ['PER 1-3, ORG 6-8', 'PER 2-4, ORG 6-8'],
      ['LOC 1-2, PER 2-4, DATE 6-7', 'LOC 1-3, PER 3-4, DATE 6-7'],
    ],
    [0.4, 0.4, 0.7, 1],
  ],
  [
    'two spans in two texts',
    [
      ['MISC 3-6', 'MISC 2-6'],
      ['PER 0-2', 'PER 0-2'],
    ],
    [0.5, 0.5, 0.75, 1],
  ],
])('the micro-average of %s', (_, texts, expected) => {
  const scores = added(texts.map(([one, other]) => scoresOf(spans(one!), spans(other!))));
  for (const [index, value] of expected.entries()) expect(f1Of(scores)[index]).toBeCloseTo(value, 6);
});

describe('the news article of three annotators', () => {
  const [a, b, c] = newsLayers().map((layer) => layer.spans);

  test.each([
    ['AB', a, b, [0.4, 0.4, 0.6, 0.8, 0.664286], { cor: 2, inc: 2, par: 0, mis: 1, spu: 1 }],
    ['AC', a, c, [0.4, 0.4, 0.7, 1, 0.872753], { cor: 2, inc: 3, par: 0, mis: 0, spu: 0 }],
    ['BC', b, c, [0.2, 0.2, 0.5, 0.8, 0.708467], { cor: 1, inc: 3, par: 0, mis: 1, spu: 1 }],
  ])('pair %s', (_, one, other, expected, counts) => {
    const scores = scoresOf(one!, other!);
    for (const [index, value] of expected.entries()) expect(f1Of(scores)[index]).toBeCloseTo(value, 6);
    expect(semevalCounts(scores, 'strict', { one: one!.length, other: other!.length })).toEqual(counts);
  });
});

test.each([
  ['AP', 0, 1, [0.2, 0.4, 0.5, 0.4]],
  ['AS', 0, 2, [1 / 3, 0.5, 7 / 12, 0.5]],
  ['PS', 1, 2, [0.4, 0.6, 0.7, 0.6]],
])('the example of Krippendorff 2019, pair %s', (_, one, other, expected) => {
  const people = [
    spans('1 0-7, 2 7-13, 5 30-32, 6 32-37, 6 37-44, 7 44-60'),
    spans('1 0-7, 3 7-13, 5 13-21, 6 32-44'),
    spans('1 0-7, 4 7-13, 5 13-21, 6 32-37, 6 37-41, 6 41-44'),
  ];
  const scores = scoresOf(people[one]!, people[other]!);
  for (const [index, value] of expected.entries()) expect(f1Of(scores)[index]).toBeCloseTo(value, 6);
});

test('layers without spans have no F1', () => {
  for (const scheme of SCHEMES)
    expect(spanF1(scoresOf([], []), scheme)).toEqual({ value: null, reason: 'no-data', n: 0 });
});

test('of spans that say the same the first is kept and stands for the others', () => {
  const [one, twin, other] = [spanFrom('A 0-2'), spanFrom('A 0-2:twin'), spanFrom('B 0-2')];
  expect(withoutTwins([one, twin, other])).toEqual({ kept: [one, other], twinOf: new Map([[twin.id, one.id]]) });
});

test('F1 is the same from both sides and in any order, and 1 of a layer with itself', () => {
  fc.assert(
    fc.property(spansArbitrary(30), spansArbitrary(30), (first, second) => {
      const [one, other] = [withoutTwins(first).kept, withoutTwins(second).kept];
      const scores = scoresOf(one, other);
      const turned = scoresOf(other.toReversed(), one.toReversed());
      for (const scheme of ['strict', 'exact', 'partial', 'type'] as const) {
        expect(spanF1(turned, scheme)).toEqual(spanF1(scores, scheme));
      }
      for (const value of f1Of(scoresOf(one, one))) expect(value ?? 1).toBeCloseTo(1, 12);
    }),
    SEED,
  );
});
