import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignForGamma, disorderOf } from './gamma-alignment.ts';
import { scattered } from './gamma-chance.ts';
import { dissimilarity, EQUAL_WEIGHTS, type GammaUnit, type GammaWeights } from './gamma-units.ts';
import { gammaCategoryOutcome, gammaOutcome, samplesNeeded } from './gamma.ts';
import { seededRandom } from './random.ts';

const SEED = { seed: 20240617, numRuns: 40 };
const LIMITS = { nodes: 100_000 };
const PLACE_ONLY: GammaWeights = { position: 1, category: 0, missing: 1 };
const MOSTLY_PLACE: GammaWeights = { position: 3, category: 1, missing: 1 };

function unit(annotator: number, label: number, ...edges: readonly number[]): GammaUnit {
  const ranges = [];
  for (let index = 0; index < edges.length; index += 2) ranges.push({ from: edges[index]!, to: edges[index + 1]! });
  return { annotator, label, ranges };
}

/** Units of each annotator, written like `a 1-5, b 6-10`; labels are single letters. */
function continuum(...annotators: readonly string[]): readonly GammaUnit[] {
  return annotators.flatMap((written, annotator) =>
    (written === '' ? [] : written.split(', ')).map((each) => {
      const [label, range] = each.split(' ');
      const [from, to] = range!.split('-').map(Number);
      return unit(annotator, label!.codePointAt(0)! - 97, from!, to!);
    }),
  );
}

function disorder(units: readonly GammaUnit[], annotators: number, weights = EQUAL_WEIGHTS): number {
  const { cost, isExact } = alignForGamma(units, annotators, 26, weights, LIMITS);
  expect(isExact).toBe(true);
  return disorderOf(cost, units.length, annotators);
}

describe('the distance of two places', () => {
  test.each([
    [4, 14, 40, 44, 22.22449],
    [4, 14, 4, 14, 0],
    [4, 14, 20, 25, 3.24],
    [4, 14, 14, 24, 1],
    [20, 30, 20, 25, 1 / 9],
    [20, 25, 14, 24, 0.217778],
    [0, 7, 0, 10, 0.031142],
    [0, 21, 0, 30, 0.031142],
  ])('[%i, %i) and [%i, %i)', (from, to, otherFrom, otherTo, expected) => {
    const [one, other] = [unit(0, 0, from, to), unit(1, 0, otherFrom, otherTo)];
    expect(dissimilarity(one, other, PLACE_ONLY)).toBeCloseTo(expected, 6);
    expect(dissimilarity(other, one, PLACE_ONLY)).toBeCloseTo(expected, 6);
  });

  test('is multiplied by what a missing span costs', () => {
    const ones = [
      [1, 5],
      [6, 8],
      [7, 20],
      [12, 18],
    ];
    const others = [
      [2, 6],
      [7, 8],
      [7, 19],
      [8, 10],
      [12, 18],
    ];
    const expected = [
      [0.03125, 1.62, 0.78125, 2, 2.88],
      [0.5, 0.055556, 0.367347, 0.5, 2],
      [0.624567, 0.367347, 0.0008, 0.268889, 0.067867],
      [2.42, 2.295918, 0.055556, 1.125, 0],
    ];
    for (const [row, one] of ones.entries()) {
      for (const [column, other] of others.entries()) {
        const found = dissimilarity(unit(0, 0, ...one), unit(1, 0, ...other), { ...PLACE_ONLY, missing: 0.5 });
        expect(found).toBeCloseTo(expected[row]![column]!, 6);
      }
    }
  });
});

/** Sixteen units in a row whose labels take turns. */
function cycling(first: number, from: number, to: number): string {
  const units = Array.from({ length: 16 }, (_, index) => {
    return `${'abc'[(index + first) % 3]} ${from + 10 * index}-${to + 10 * index}`;
  });
  return units.join(', ');
}

describe('the disorder of the best alignment', () => {
  const joe = 'a 4-14, b 20-30';
  const jack = 'a 4-14, b 20-25';
  const william = 'a 14-24, b 40-44';
  const threePeople = [
    'a 2-9, b 11-17, e 24-30, f 32-36, f 36-44, g 44-60',
    'a 2-9, c 11-17, e 19-25, f 32-44',
    'a 2-9, d 11-17, e 21-27, f 32-36, f 36-40, f 40-44',
  ];

  test.each([
    ['shifted by one', ['a 1-5, b 6-10, a 11-15', 'a 2-6, b 7-11, a 12-16'], EQUAL_WEIGHTS, 0.0625],
    ['two of four missing', ['a 1-5, b 6-10, a 20-24, b 30-34', 'a 2-6, b 31-35'], EQUAL_WEIGHTS, 0.7083333],
    ['the same', ['a 1-5, b 10-15, c 20-25', 'a 1-5, b 10-15, c 20-25'], EQUAL_WEIGHTS, 0],
    ['three annotators', ['a 1-5, b 10-14', 'a 2-6, b 11-15', 'a 1-4, c 9-14'], EQUAL_WEIGHTS, 0.4087564],
    ['every label another', [cycling(0, 1, 6), cycling(1, 2, 8)], EQUAL_WEIGHTS, 1.0743802],
    [
      'other weights',
      ['a 1-5, b 6-10, c 11-15', 'a 2-7, b 8-12, a 11-15'],
      { position: 3, category: 2, missing: 1 },
      1.0277778,
    ],
    [
      'edges between characters',
      [
        'a 0.6730024423-4.6730024423, b 5.0994765893-9.0994765893, a 10.7063442047-14.7063442047',
        'a 0.5403605847-4.5403605847, b 5.3680213400-9.3680213400, b 10.7582097089-14.7582097089',
      ],
      EQUAL_WEIGHTS,
      0.3352583,
    ],
    ['figure 10 of Mathet 2015, by place', [joe, jack, william], PLACE_ONLY, 0.948148],
    ['figure 10 of Mathet 2015, with labels', [joe, jack, william], EQUAL_WEIGHTS, 1.185185],
    ['figure 19 of Mathet 2015', ['a 0-20', 'a 0-5, a 5-10, a 10-15, a 15-20'], PLACE_ONLY, 1.344],
    // Alex, Paul and Suzan as programs that compute γ have them, which is at other places than in Krippendorff 2019.
    ['three people on sixty units of text', threePeople, MOSTLY_PLACE, 0.960625],
  ])('%s', (_, annotators, weights, expected) => {
    expect(disorder(continuum(...annotators), annotators.length, weights)).toBeCloseTo(expected, 6);
  });

  const [a, b, c] = [
    'e 0-14, e 113-125, q 66-99, c 35-64, c 67-97',
    'e 6-14, e 109-125, e 127-134, q 66-99, c 35-64',
    'e 6-14, e 113-125, q 67-98, c 30-64, c 67-97',
  ];

  test.each([
    [[a, b, c], EQUAL_WEIGHTS, 0.346942],
    [[a, b, c], MOSTLY_PLACE, 0.374159],
    [[a, b], EQUAL_WEIGHTS, 0.418958],
    [[a, c], EQUAL_WEIGHTS, 0.016331],
    [[b, c], EQUAL_WEIGHTS, 0.405537],
  ])('the news article %#', (annotators, weights, expected) => {
    expect(disorder(continuum(...annotators), annotators.length, weights)).toBeCloseTo(expected, 6);
  });

  test('does not change when everything is three times as long, nor with the order of annotators', () => {
    const spanArbitrary = fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 20 }), label: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(fc.array(spanArbitrary, { maxLength: 4 }), { minLength: 2, maxLength: 3 }), (layers) => {
        const build = (scale: number, order: typeof layers): readonly GammaUnit[] =>
          order.flatMap((spans, annotator) =>
            spans.map(({ from, length, label }) => unit(annotator, label, from * scale, (from + length) * scale)),
          );
        const found = disorder(build(1, layers), layers.length);
        expect(disorder(build(3, layers), layers.length)).toBeCloseTo(found, 9);
        expect(disorder(build(1, layers.toReversed()), layers.length)).toBeCloseTo(found, 9);
        expect(disorder(build(1, [layers[0]!, layers[0]!]), 2)).toBe(0);
      }),
      SEED,
    );
  });
});

describe('labels of aligned spans', () => {
  test('weigh by how sure it is that they are about the same thing', () => {
    const { categories } = alignForGamma(continuum('a 0-10', 'b 2-10'), 2, 3, EQUAL_WEIGHTS, LIMITS);
    const weight = 1 - (2 / 18) ** 2;
    expect(categories[0]!.weight).toBeCloseTo(weight, 12);
    expect(categories.map(({ different }) => different / weight)).toEqual([1, 1, 1, 0]);
    expect(categories[3]).toEqual({ weight: 0, different: 0 });
  });

  test('of three annotators weigh half', () => {
    const { categories } = alignForGamma(continuum('a 0-10', 'b 0-10', 'a 0-10'), 3, 2, EQUAL_WEIGHTS, LIMITS);
    expect(categories).toEqual([
      { weight: 1.5, different: 1 },
      { weight: 1.5, different: 1 },
      { weight: 1, different: 1 },
    ]);
  });

  test.each([
    ['agree', { weight: 2, different: 0 }, { weight: 4, different: 2 }, 1],
    ['agree as by chance', { weight: 2, different: 1 }, { weight: 4, different: 2 }, 0],
    ['agree worse than by chance', { weight: 2, different: 2 }, { weight: 4, different: 2 }, -1],
  ])('%s', (_, observed, chance, value) => {
    expect(gammaCategoryOutcome(observed, chance, 5).value).toBe(value);
  });

  test.each([
    ['no-data', { weight: 0, different: 0 }, { weight: 0, different: 0 }, 0],
    ['no-overlap', { weight: 0, different: 0 }, { weight: 1, different: 1 }, 3],
    ['no-variation', { weight: 1, different: 0 }, { weight: 1, different: 0 }, 3],
  ])('have no value: %s', (reason, observed, chance, spans) => {
    expect(gammaCategoryOutcome(observed, chance, spans)).toMatchObject({ value: null, reason });
  });
});

describe('γ', () => {
  test.each([
    ['1 where nothing is out of order, even by chance', 0, 0, 1],
    ['0 where it is as by chance', 4, 4, 0],
    ['negative where it is worse', 6, 4, -0.5],
  ])('is %s', (_, observed, chance, value) => {
    expect(gammaOutcome(observed, chance, 4, 2)).toMatchObject({ value, observed: observed / 2, expected: chance / 2 });
  });

  test('has no value without spans, or where chance would be in order', () => {
    expect(gammaOutcome(0, 0, 0, 0)).toEqual({ value: null, reason: 'no-data', n: 0 });
    expect(gammaOutcome(1, 0, 4, 2)).toMatchObject({ value: null, reason: 'chance-zero' });
  });

  test('needs as many samples as the precision asks for', () => {
    expect([samplesNeeded(0.1, 0.02), samplesNeeded(0.1, 0.01), samplesNeeded(0, 0.01)]).toEqual([97, 385, 0]);
  });
});

/** Units at places of chance, each annotator with a chance of their own. */
function drawEach(of: readonly GammaUnit[]): readonly GammaUnit[] {
  const chances = [seededRandom(3, 'x'), seededRandom(3, 'y')];
  return scattered(of, 50, (annotator) => chances[annotator]!);
}

function fiveNumbers(seed: number, key: string): readonly number[] {
  return Array.from({ length: 5 }, seededRandom(seed, key));
}

describe('spans at places of chance', () => {
  const units = [unit(0, 0, 3, 13), unit(0, 1, 20, 24, 30, 36), unit(1, 2, 0, 50)];

  test('keep lengths, gaps, labels and annotators, and lie in the text', () => {
    const random = seededRandom(1, 'a');
    for (let sample = 0; sample < 500; sample += 1) {
      const moved = scattered(units, 50, () => random);
      for (const [index, { annotator, label, ranges }] of moved.entries()) {
        const shift = ranges[0]!.from - units[index]!.ranges[0]!.from;
        expect(ranges).toEqual(units[index]!.ranges.map(({ from, to }) => ({ from: from + shift, to: to + shift })));
        expect([annotator, label]).toEqual([units[index]!.annotator, units[index]!.label]);
        expect(ranges[0]!.from).toBeGreaterThanOrEqual(0);
        expect(ranges.at(-1)!.to).toBeLessThanOrEqual(50);
      }
    }
  });

  test('are everywhere equally often', () => {
    const random = seededRandom(2, 'b');
    const counts = Array.from({ length: 41 }, () => 0);
    const rounds = 8200;
    for (let sample = 0; sample < rounds; sample += 1) {
      counts[scattered([units[0]!], 50, () => random)[0]!.ranges[0]!.from]! += 1;
    }
    const expected = rounds / counts.length;
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 40 degrees of freedom: 99.9 % lie below 73.4, and below 18 lie 0.1 %.
    expect(chiSquared).toBeLessThan(73.4);
    expect(chiSquared).toBeGreaterThan(18);
  });

  test('one annotator’s do not depend on the others', () => {
    expect(drawEach(units).slice(0, 2)).toEqual(drawEach(units.slice(0, 2)));
  });
});

test('chance is the same for the same seed and key, and another for others', () => {
  expect(fiveNumbers(1, 'a')).toEqual(fiveNumbers(1, 'a'));
  expect(new Set([...fiveNumbers(1, 'a'), ...fiveNumbers(2, 'a'), ...fiveNumbers(1, 'b')]).size).toBe(15);
});
