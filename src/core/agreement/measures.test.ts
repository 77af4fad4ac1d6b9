import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binaryKappa, cohenKappa } from './cohen-kappa.ts';
import { fleissByCategory, fleissKappa, fleissSums } from './fleiss-kappa.ts';
import { alphaSums, krippendorffAlpha, nominal } from './krippendorff-alpha.ts';
import { jaccardDistance, masiDistance, nominalDistance } from './set-distance.ts';

/** The table of counts for two lists of categories. */
function tableOf(one: readonly string[], other: readonly string[]): number[][] {
  const categories = [...new Set([...one, ...other])].toSorted();
  const table = categories.map(() => categories.map(() => 0));
  for (const [index, category] of one.entries()) {
    table[categories.indexOf(category)]![categories.indexOf(other[index]!)]! += 1;
  }
  return table;
}

/** Units of annotators who each wrote one character per unit, a full stop where they said nothing. */
function unitsOf(annotators: readonly string[]): { units: number[][]; categories: number } {
  const categories = [...new Set(annotators.join('').replaceAll('.', ''))].toSorted();
  const units = Array.from({ length: annotators[0]!.length }, (_, unit) =>
    annotators.flatMap((written) => {
      const place = categories.indexOf(written[unit]!);
      return place < 0 ? [] : [place];
    }),
  );
  return { units, categories: categories.length };
}

function alphaOf(annotators: readonly string[]) {
  const { units, categories } = unitsOf(annotators);
  return krippendorffAlpha(alphaSums(units, categories, nominal), nominal);
}

/** Cell by cell, each item with one rating of the row and one of the column. */
function unitsOfTable(table: readonly (readonly number[])[]): number[][] {
  return table.flatMap((row, one) => row.flatMap((count, other) => Array.from({ length: count }, () => [one, other])));
}

const DIAGNOSES =
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555'.split(
    ' ',
  );

/** What the rater in this place said of each subject. */
function column(place: number): string[] {
  return DIAGNOSES.map((subject) => subject[place]!);
}

describe("Cohen's κ", () => {
  test.each([
    [
      'Cohen 1960 p. 45',
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.7,
      0.41,
      0.491525,
    ],
    [
      'Cohen 1960 p. 37',
      [
        [25, 12, 3],
        [13, 2, 15],
        [12, 16, 2],
      ],
      0.29,
      0.35,
      -0.092308,
    ],
    [
      'Artstein & Poesio 2008 p. 558',
      [
        [20, 20],
        [10, 50],
      ],
      0.7,
      0.54,
      0.347826,
    ],
    [
      'Artstein & Poesio 2008 p. 568',
      [
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ],
      0.88,
      0.396,
      0.801325,
    ],
    [
      'a table often shown',
      [
        [20, 5],
        [10, 15],
      ],
      0.7,
      0.5,
      0.4,
    ],
    [
      'the prevalence paradox',
      [
        [80, 7],
        [8, 5],
      ],
      0.85,
      0.7812,
      0.314442,
    ],
    [
      'Krippendorff 1995, digitised',
      tableOf('001111111100001111110000'.split(''), '000011110000000110000000'.split('')),
      0.666667,
      0.458333,
      0.384615,
    ],
  ])('of %s', (_, table, observed, expected, value) => {
    const outcome = cohenKappa(table);
    expect(outcome.value).toBeCloseTo(value, 6);
    expect(outcome.observed).toBeCloseTo(observed, 6);
    expect(outcome.expected).toBeCloseTo(expected, 6);
  });

  test('of two of the raters of Fleiss 1971', () => {
    expect(cohenKappa(tableOf(column(1), column(2))).value).toBeCloseTo(0.631147541, 9);
  });

  test('says that nothing varies where both put all into one category', () => {
    const nothing = { value: null, reason: 'no-variation', observed: 1, expected: 1 };
    expect(
      cohenKappa([
        [2, 0],
        [0, 0],
      ]),
    ).toEqual({ ...nothing, n: 2 });
    expect(binaryKappa(7, 0, 0, 0)).toEqual({ ...nothing, n: 7 });
    expect(binaryKappa(7, 7, 7, 7)).toEqual({ ...nothing, n: 7 });
  });

  test('is exactly 0 where one of them marked nothing, and without data has no value', () => {
    expect(binaryKappa(97, 13, 0, 0).value).toBe(0);
    expect(binaryKappa(0, 0, 0, 0)).toEqual({ value: null, reason: 'no-data', n: 0 });
  });

  test('of one category is that of its table', () => {
    const { n, value } = binaryKappa(100, 40, 30, 20);
    expect(n).toBe(100);
    expect(value).toBeCloseTo(
      cohenKappa([
        [20, 20],
        [10, 50],
      ]).value!,
      12,
    );
  });
});

describe("Fleiss' κ", () => {
  const sums = fleissSums(DIAGNOSES.map((subject) => '12345'.split('').map((each) => subject.split(each).length - 1)));

  test('of Fleiss 1971 p. 379', () => {
    const { observed, expected, value } = fleissKappa(sums);
    expect(observed).toBeCloseTo(0.555556, 6);
    expect(expected).toBeCloseTo(0.219938, 6);
    expect(value).toBeCloseTo(0.4302445201, 9);
    expect(fleissByCategory(sums).map((outcome) => outcome.value!.toFixed(6))).toEqual([
      '0.244755',
      '0.244755',
      '0.520000',
      '0.471127',
      '0.566118',
    ]);
  });

  test('of the first four of the raters', () => {
    const counts = DIAGNOSES.map((subject) =>
      '12345'.split('').map((each) => subject.slice(0, 4).split(each).length - 1),
    );
    expect(fleissKappa(fleissSums(counts)).value!.toFixed(3)).toBe('0.489');
  });

  test('of fourteen raters', () => {
    const rows =
      '0 0 0 0 14/0 2 6 4 2/0 0 3 5 6/0 3 9 2 0/2 2 8 1 1/7 7 0 0 0/3 2 6 3 0/2 5 3 2 2/6 5 2 1 0/0 2 2 3 7'.split('/');
    const outcome = fleissKappa(fleissSums(rows.map((row) => row.split(' ').map(Number))));
    expect(outcome.observed).toBeCloseTo(0.378022, 6);
    expect(outcome.expected).toBeCloseTo(0.212755, 6);
    expect(outcome.value).toBeCloseTo(0.209931, 6);
  });

  test("of two raters is Scott's π, of three a value between", () => {
    const pi = fleissKappa(fleissSums([...repeat([2, 0], 20), ...repeat([1, 1], 30), ...repeat([0, 2], 50)]));
    expect(pi.value).toBeCloseTo(0.340659, 6);
  });

  test.each([
    [
      'Artstein & Poesio 2008 p. 568',
      [
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ],
      0.799532,
    ],
    [
      'Krippendorff 1995, digitised',
      tableOf('001111111100001111110000'.split(''), '000011110000000110000000'.split('')),
      0.314286,
    ],
  ])('of the two raters of %s', (_, table, value) => {
    const items = unitsOfTable(table).map((pair) =>
      table.map((__, category) => pair.filter((each) => each === category).length),
    );
    expect(fleissKappa(fleissSums(items)).value).toBeCloseTo(value, 6);
  });

  test.each([
    ['no items', fleissSums([]), 'no-data'],
    ['one rater', fleissSums([[1, 0]]), 'one-annotator'],
    [
      'one category',
      fleissSums([
        [3, 0],
        [3, 0],
      ]),
      'no-variation',
    ],
  ])('has no value with %s', (_, of, reason) => {
    expect(fleissKappa(of)).toMatchObject({ value: null, reason });
    for (const outcome of fleissByCategory(of)) expect(outcome).toMatchObject({ value: null, reason });
  });

  test('wants the same number of ratings for every item', () => {
    expect(() =>
      fleissSums([
        [2, 0],
        [2, 1],
      ]),
    ).toThrow(RangeError);
  });
});

function repeat(item: readonly number[], times: number): readonly (readonly number[])[] {
  return Array.from({ length: times }, () => item);
}

describe("Krippendorff's α", () => {
  test.each([
    ['2011, data C', ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'], 0.2, 0.779487, 0.743421052632],
    ['2011, data A', ['0100000010', '1110010000'], 0.4, 0.442105, 0.095238],
    ['2011, data B', ['aabbdcccedda', 'babbbccceddd'], 0.25, 0.811594, 0.691964],
    ['1980 p. 139', ['112412132', '122442232', '122442332'], 0.259259, 0.723647, 0.641732],
    ['with missing values', ['YY.', 'NN.', 'N.N'], 0.8, 0.6, -0.333333],
    ['without the value that stands alone', ['YY', 'NN', 'N.'], 0.8, 0.6, -0.333333],
  ])('of %s', (_, annotators, disagreed, byChance, value) => {
    const { observed, expected, value: found } = alphaOf(annotators);
    expect(found).toBeCloseTo(value, 6);
    expect(1 - observed!).toBeCloseTo(disagreed, 6);
    expect(1 - expected!).toBeCloseTo(byChance, 6);
  });

  test('of each category of 1980 p. 139 against all others', () => {
    const annotators = ['112412132', '122442232', '122442332'];
    const alphas = '1234'
      .split('')
      .map((category) =>
        alphaOf(annotators.map((written) => written.replaceAll(/\d/g, (each) => (each === category ? 'y' : 'n')))),
      );
    expect(alphas.map(({ value }) => value!.toFixed(3))).toEqual(['0.381', '0.711', '0.717', '0.764']);
  });

  test('counts the values of units that at least two rated', () => {
    const { units, categories } = unitsOf(['123321412...', '1233224125.3', '.3332342251.', '12332441251.']);
    expect(alphaSums(units, categories, nominal).chosen).toEqual([9, 13, 10, 5, 3]);
  });

  test.each([
    [
      'Artstein & Poesio 2008 p. 568',
      unitsOfTable([
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ]),
      3,
      0.800535,
    ],
    ['Fleiss 1971 p. 379', DIAGNOSES.map((subject) => subject.split('').map((each) => Number(each) - 1)), 5, 0.43341],
    [
      'Krippendorff 1995, digitised',
      unitsOf(['001111111100001111110000', '000011110000000110000000']).units,
      2,
      0.328571,
    ],
  ])('of %s', (_, units, categories, value) => {
    expect(krippendorffAlpha(alphaSums(units, categories, nominal), nominal).value).toBeCloseTo(value, 6);
  });

  test('of sets of labels depends on how sets are compared', () => {
    const written = ['A A', 'A B', 'AB A', 'AB AC', 'ABC ABC', 'C AC', 'C AC'].map((pair) => pair.split(' '));
    const names = [...new Set(written.flat())];
    const sets = names.map((name) => name.split('').map((each) => 'ABC'.indexOf(each)));
    const units = written.map((pair) => pair.map((name) => names.indexOf(name)));
    const alpha = (distance: typeof jaccardDistance) => {
      const between = (one: number, other: number): number => distance(sets[one]!, sets[other]!);
      return krippendorffAlpha(alphaSums(units, names.length, between), between);
    };
    const jaccard = alpha(jaccardDistance);
    expect(1 - jaccard.observed!).toBeCloseTo(0.452381, 6);
    expect(1 - jaccard.expected!).toBeCloseTo(0.567766, 6);
    expect(jaccard.value).toBeCloseTo(0.203226, 6);
    expect(alpha(masiDistance).value).toBeCloseTo(0.177215, 6);
    expect(alpha(nominalDistance).value).toBeCloseTo(
      krippendorffAlpha(alphaSums(units, names.length, nominal), nominal).value!,
      12,
    );
  });

  test('has no value without variation, or without a unit that two rated', () => {
    expect(alphaOf(['111', '111', '111'])).toEqual({
      value: null,
      reason: 'no-variation',
      n: 9,
      observed: 1,
      expected: 1,
    });
    expect(alphaOf(['1.', '.2'])).toEqual({ value: null, reason: 'no-overlap', n: 0 });
  });
});

function alphaOfUnits(units: readonly (readonly number[])[]) {
  return krippendorffAlpha(alphaSums(units, 3, nominal), nominal);
}

/** The table of pairs of three categories. */
function countsOf(pairs: readonly (readonly [number, number])[]): number[][] {
  return [0, 1, 2].map((one) => [0, 1, 2].map((other) => pairs.filter(([a, b]) => a === one && b === other).length));
}

/** Ratings of up to four annotators in three categories, missing ones included, unit by unit. */
const ratingsArbitrary = fc.array(fc.array(fc.nat(2), { maxLength: 4 }), { maxLength: 12 });

test('α stays the same in another order, with categories renamed, and with units that fewer than two rated', () => {
  fc.assert(
    fc.property(ratingsArbitrary, fc.array(fc.nat(2)), (units, alone) => {
      const { value, reason } = alphaOfUnits(units);
      for (const other of [
        units.toReversed().map((unit) => unit.toReversed()),
        units.map((unit) => unit.map((category) => 2 - category)),
        [...units, ...alone.map((category) => [category]), []],
      ]) {
        const found = alphaOfUnits(other);
        expect(found.reason).toBe(reason);
        if (value !== null) expect(found.value).toBeCloseTo(value, 9);
      }
      expect(value ?? 1).toBeLessThanOrEqual(1);
    }),
    { seed: 20240617 },
  );
});

test('κ is the same from both sides, 1 of somebody with themselves, and sums of two texts are those of both together', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 30 }), (pairs) => {
      const turned = cohenKappa(countsOf(pairs.map(([a, b]) => [b, a])));
      const { value, reason } = cohenKappa(countsOf(pairs));
      expect(turned.reason).toBe(reason);
      if (value !== null) expect(turned.value).toBeCloseTo(value, 12);
      expect(cohenKappa(countsOf(pairs.map(([a]) => [a, a]))).value ?? 1).toBeCloseTo(1, 12);
      const half = pairs.length / 2;
      const [one, other] = [countsOf(pairs.slice(0, half)), countsOf(pairs.slice(half))];
      const added = one.map((row, at) => row.map((count, place) => count + other[at]![place]!));
      expect(cohenKappa(added)).toEqual(cohenKappa(countsOf(pairs)));
    }),
    { seed: 20240617 },
  );
});

test.each([
  [[], [], 0, 0, 0],
  [[], [1], 1, 1, 1],
  [[1, 2], [1, 2], 0, 0, 0],
  [[1, 2], [1], 1, 1 / 2, 2 / 3],
  [[1, 2], [1, 3], 1, 2 / 3, 8 / 9],
  [[1], [2], 1, 1, 1],
])('the sets %j and %j are %d, %d and %d apart', (one, other, ofNominal, ofJaccard, ofMasi) => {
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const) {
    expect(nominalDistance(a, b)).toBe(ofNominal);
    expect(jaccardDistance(a, b)).toBeCloseTo(ofJaccard, 12);
    expect(masiDistance(a, b)).toBeCloseTo(ofMasi, 12);
  }
});

describe('values that exclude each other, by character (the example of Krippendorff 2019)', () => {
  const people = [
    ['1 0-7', '2 7-13', '5 30-32', '6 32-44', '7 44-60'],
    ['1 0-7', '3 7-13', '5 13-21', '6 32-44'],
    ['1 0-7', '4 7-13', '5 13-21', '6 32-44'],
  ].map((units) => {
    const characters = Array.from({ length: 60 }, () => '0');
    for (const unit of units) {
      const [value, from, to] = unit.split(/[ -]/);
      characters.fill(value!, Number(from), Number(to));
    }
    return characters;
  });

  test.each([
    [0, 1, 0.345157],
    [0, 2, 0.345157],
    [1, 2, 0.86228],
  ])('κ of annotators %i and %i', (one, other, value) => {
    expect(cohenKappa(tableOf(people[one]!, people[other]!)).value).toBeCloseTo(value, 6);
  });

  test("Fleiss' κ and α", () => {
    const items = people[0]!.map((_, at) => people.map((characters) => Number(characters[at])));
    const counts = items.map((item) =>
      Array.from({ length: 8 }, (__, value) => item.filter((each) => each === value).length),
    );
    expect(fleissKappa(fleissSums(counts)).value).toBeCloseTo(0.494666, 6);
    expect(krippendorffAlpha(alphaSums(items, 8, nominal), nominal).value).toBeCloseTo(0.497473, 6);
  });
});
