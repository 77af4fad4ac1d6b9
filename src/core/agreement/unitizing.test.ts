import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingAlpha, markingAlpha, unitizingAlpha, valueAlpha } from './unitizing-alpha.ts';
import { mergeOverlapping, type Unit, unitizingSums, type UnitizingSums } from './unitizing.ts';

const SEED = { seed: 20240617 };

/** Units written like `1 0-7, 2 7-13`. */
function units(written: string): readonly Unit[] {
  if (written === '') return [];
  return written.split(', ').map((unit) => {
    const [value, from, to] = unit.split(/[ -]/).map(Number);
    return { value: value!, from: from!, to: to! };
  });
}

function sumsOf(annotators: readonly string[], length: number, values = 1) {
  return unitizingSums(annotators.map(units), length, values);
}

const ALEX = '1 0-7, 2 7-13, 5 30-32, 6 32-37, 6 37-44, 7 44-60';
const PAUL = '1 0-7, 3 7-13, 5 13-21, 6 32-44';
const SUZAN = '1 0-7, 4 7-13, 5 13-21, 6 32-37, 6 37-41, 6 41-44';

describe('the example of Krippendorff 2019, figure 12.11', () => {
  const sums = sumsOf([ALEX, PAUL, SUZAN], 60, 7);

  test('has the published coincidences', () => {
    const { coincidences } = sums;
    expect(coincidences.map((row) => row.reduce((sum, each) => sum + each, 0))).toEqual([71, 21, 6, 6, 6, 18, 36, 16]);
    expect(coincidences[1]![1]).toBe(21);
    expect([coincidences[2]![3], coincidences[2]![4], coincidences[4]![3]]).toEqual([3, 3, 3]);
    expect([coincidences[5]![5], coincidences[6]![6], coincidences[0]![0]]).toEqual([8, 36, 45]);
    expect([coincidences[0]![5], coincidences[7]![0]]).toEqual([10, 16]);
  });

  test('has the published figures', () => {
    expect(unitizingAlpha(sums).value).toBeCloseTo(0.509982, 6);
    expect(markingAlpha(sums).value).toBeCloseTo(0.413599, 6);
    expect(codingAlpha(sums).value).toBeCloseTo(0.724169, 6);
    expect(codingAlpha(sums).coverage).toBeCloseTo(0.461111, 6);
  });

  test.each([
    [1, 1, 1],
    [2, 0, 1],
    [3, 0, 1],
    [4, 0, 1],
    [5, 1, 4 / 9],
    [6, 1, 1],
  ])('tells the value %i from others with %d', (value, expected, coverage) => {
    expect(valueAlpha(sums, value).value).toBeCloseTo(expected, 6);
    expect(valueAlpha(sums, value).coverage).toBeCloseTo(coverage, 6);
  });

  test('says nothing about a value that only one annotator used where another marked anything', () => {
    expect(valueAlpha(sums, 7)).toEqual({ value: null, reason: 'no-overlap', n: 0, coverage: 0 });
  });

  test.each([
    ['Alex and Paul', ALEX, PAUL, 0.353977, 0.115969, 0.693913],
    ['Alex and Suzan', ALEX, SUZAN, 0.349527, 0.109878, 0.68029],
    ['Paul and Suzan', PAUL, SUZAN, 0.866583, 1, 0.784231],
  ])('of %s', (_, one, other, unitizing, marking, coding) => {
    const pair = sumsOf([one, other], 60, 7);
    expect(unitizingAlpha(pair).value).toBeCloseTo(unitizing, 6);
    expect(markingAlpha(pair).value).toBeCloseTo(marking, 6);
    expect(codingAlpha(pair).value).toBeCloseTo(coding, 6);
  });
});

test('three annotators on twenty units of text', () => {
  const sums = sumsOf(['1 2-5, 1 9-11, 2 12-20', '1 2-5, 2 7-15', '1 2-5, 2 10-15'], 20, 2);
  expect(unitizingAlpha(sums).value).toBeCloseTo(0.473913, 6);
  expect(markingAlpha(sums).value).toBeCloseTo(0.4328125, 6);
  expect(codingAlpha(sums).value).toBeCloseTo(0.778634, 6);
  expect(valueAlpha(sums, 1).value).toBeCloseTo(0.76898, 6);
  expect(valueAlpha(sums, 1).coverage).toBeCloseTo(0.954545, 6);
  expect(valueAlpha(sums, 2).value).toBeCloseTo(0.786743, 6);
  expect(valueAlpha(sums, 2).coverage).toBeCloseTo(0.595238, 6);
});

test.each([
  ['label c of Krippendorff 2004 p. 254', '1 75-145, 1 220-250', '1 70-150, 1 205-225, 1 250-270', 300, 0.51628],
  ['label k of it', '1 30-90, 1 150-200', '1 30-90, 1 150-200', 300, 1],
  ['one unit and none', '1 10-30', '', 100, -0.095],
  ['two units apart', '1 10-30', '1 40-60', 100, -0.22],
  ['the same', '1 10-30, 1 30-50', '1 10-30, 1 30-50', 100, 1],
])('of %s', (_, one, other, length, value) => {
  expect(unitizingAlpha(sumsOf([one, other], length)).value).toBeCloseTo(value, 6);
  expect(markingAlpha(sumsOf([one, other], length)).value).toBeCloseTo(value, 6);
});

test.each([
  ['-6', 89, 0.113278],
  ['-2', 93, 0.218567],
  ['0', 95, 0.267538],
  ['+2', 97, 0.250534],
  ['+4', 99, 0.234016],
  ['+6', 101, 0.217947],
])('is highest where the edge is the same and falls with the distance (%s)', (_, end, value) => {
  const sums = sumsOf(['1 10-20, 1 40-50, 1 80-95, 1 130-140, 1 170-185', `1 80-${end}`], 200);
  expect(unitizingAlpha(sums).value).toBeCloseTo(value, 6);
});

test.each([
  ['nothing is marked', '', '', 'no-data', 'no-data'],
  ['everything is marked by all', '1 0-100', '1 0-100', 'no-variation', 'no-variation'],
])('has no value where %s', (_, one, other, reason, ofCoding) => {
  const sums = sumsOf([one, other], 100);
  expect(unitizingAlpha(sums)).toMatchObject({ value: null, reason });
  expect(markingAlpha(sums)).toMatchObject({ value: null, reason });
  expect(valueAlpha(sums, 1)).toMatchObject({ value: null, reason: ofCoding });
});

test('wants two annotators', () => {
  expect(() => unitizingSums([[]], 10, 1)).toThrow(RangeError);
});

test('stretches that overlap are merged, those that only touch are not', () => {
  const ranges = [
    { from: 5, to: 9 },
    { from: 0, to: 3 },
    { from: 9, to: 12 },
    { from: 2, to: 4 },
    { from: 6, to: 7 },
  ];
  expect(mergeOverlapping(ranges)).toEqual({
    ranges: [
      { from: 0, to: 4 },
      { from: 5, to: 9 },
      { from: 9, to: 12 },
    ],
    merged: 2,
  });
});

/** Units on a continuum of 40 with up to three values; some touch. */
const unitsArbitrary = fc
  .uniqueArray(fc.nat(40), { maxLength: 8 })
  .chain((edges) =>
    fc.tuple(fc.constant(edges.toSorted((a, b) => a - b)), fc.array(fc.nat(3), { minLength: 8, maxLength: 8 })),
  )
  .map(([edges, values]) =>
    edges.slice(1).flatMap((to, index): readonly Unit[] => {
      const value = values[index]!;
      return value === 0 ? [] : [{ from: edges[index]!, to, value }];
    }),
  );
const annotatorsArbitrary = fc.array(unitsArbitrary, { minLength: 3, maxLength: 3 });

function addedSums(one: UnitizingSums, other: UnitizingSums): UnitizingSums {
  return {
    coincidences: one.coincidences.map((row, value) => addedLists(row, other.coincidences[value]!)),
    selfPairs: addedLists(one.selfPairs, other.selfPairs),
    pairableSelfPairs: addedLists(one.pairableSelfPairs, other.pairableSelfPairs),
  };
}

function addedLists(one: readonly number[], other: readonly number[]): readonly number[] {
  return one.map((each, index) => each + other[index]!);
}

test('sums of two articles added are those of one article after the other', () => {
  fc.assert(
    fc.property(annotatorsArbitrary, annotatorsArbitrary, (one, other) => {
      const joined = one.map((own, index) => [
        ...own,
        ...other[index]!.map((unit) => ({ ...unit, from: unit.from + 41, to: unit.to + 41 })),
      ]);
      const added = addedSums(unitizingSums(one, 41, 3), unitizingSums(other, 41, 3));
      const whole = unitizingSums(joined, 82, 3);
      for (const of of [unitizingAlpha, markingAlpha, codingAlpha]) {
        const [a, b] = [of(added), of(whole)];
        expect(a.reason).toBe(b.reason);
        if (a.value !== null) expect(a.value).toBeCloseTo(b.value!, 9);
      }
    }),
    SEED,
  );
});

test('the order of annotators does not matter, and whoever agrees with themselves gets 1', () => {
  fc.assert(
    fc.property(annotatorsArbitrary, (annotators) => {
      const there = unitizingAlpha(unitizingSums(annotators, 41, 3));
      const back = unitizingAlpha(unitizingSums(annotators.toReversed(), 41, 3));
      expect(there.reason).toBe(back.reason);
      if (there.value !== null) expect(there.value).toBeCloseTo(back.value!, 9);
      const [one] = annotators;
      const same = unitizingSums([one!, one!], 41, 3);
      for (const of of [unitizingAlpha, markingAlpha, codingAlpha]) expect(of(same).value ?? 1).toBeCloseTo(1, 9);
    }),
    SEED,
  );
});
