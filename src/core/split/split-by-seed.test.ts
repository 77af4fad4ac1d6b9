import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededNumber } from './seeded-number.ts';
import { splitBySeed } from './split-by-seed.ts';

const SEED = { seed: 20240617 };

function sizes(places: ReadonlyMap<string, number>, parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, part) => [...places.values()].filter((place) => place === part).length);
}

const idsArbitrary = fc.uniqueArray(fc.string(), { maxLength: 60 });
const sharesArbitrary = fc
  .array(fc.nat(100), { minLength: 1, maxLength: 4 })
  .filter((shares) => shares.some((share) => share > 0));

test('every id is in exactly one part, whatever the order of the ids', () => {
  fc.assert(
    fc.property(idsArbitrary, sharesArbitrary, fc.string(), (ids, shares, seed) => {
      const places = splitBySeed(ids, shares, seed);
      expect([...places.keys()].toSorted()).toEqual(ids.toSorted());
      expect(splitBySeed(ids.toReversed(), shares, seed)).toEqual(places);
      expect([...places.values()].every((part) => shares[part]! > 0)).toBe(true);
    }),
    SEED,
  );
});

test('the parts are as large as the shares say, but for the one that an empty part gets', () => {
  fc.assert(
    fc.property(idsArbitrary, sharesArbitrary, (ids, shares) => {
      const whole = shares.reduce((sum, share) => sum + share, 0);
      for (const [part, size] of sizes(splitBySeed(ids, shares, 'a'), shares.length).entries()) {
        expect(Math.abs(size - (ids.length * shares[part]!) / whole)).toBeLessThan(shares.length);
      }
    }),
    SEED,
  );
});

test.each<[number, readonly number[], readonly number[]]>([
  [100, [80, 10, 10], [80, 10, 10]],
  [14, [80, 10, 10], [11, 2, 1]],
  [5, [80, 10, 10], [3, 1, 1]],
  [3, [80, 10, 10], [1, 1, 1]],
  [2, [80, 10, 10], [2, 0, 0]],
  [10, [90, 0, 10], [9, 0, 1]],
  [0, [1, 1], [0, 0]],
])('%i ids by the shares %j make parts of %j', (count, shares, expected) => {
  const ids = Array.from({ length: count }, (_, index) => `article ${index}`);
  expect(sizes(splitBySeed(ids, shares, 'seed'), shares.length)).toEqual(expected);
});

test('another seed gives another split, and one more id moves few', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `article ${index}`);
  const before = splitBySeed(ids, [50, 50], 'one');
  const moved = (after: ReadonlyMap<string, number>): number =>
    ids.filter((id) => after.get(id) !== before.get(id)).length;
  expect(moved(splitBySeed(ids, [50, 50], 'two'))).toBeGreaterThan(60);
  expect(moved(splitBySeed([...ids, 'one more'], [50, 50], 'one'))).toBeLessThanOrEqual(1);
});

test('the numbers of like keys are spread evenly', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let index = 0; index < 5000; index += 1) tenths[Math.floor(10 * seededNumber('s', `${index}`))]! += 1;
  expect(Math.min(...tenths)).toBeGreaterThan(400);
  expect(Math.max(...tenths)).toBeLessThan(600);
});

test('the edge between seed and key counts', () => {
  expect(seededNumber('a', 'bc')).not.toBe(seededNumber('ab', 'c'));
});

test.each([[[0, 0]], [[-1, 2]], [[Number.NaN]]])('the shares %j are refused', (shares) => {
  expect(() => splitBySeed(['a'], shares, '')).toThrow(RangeError);
});
