import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignArticles } from './assign-articles.ts';

const SEED = { seed: 20240617 };

const wantedArbitrary = fc
  .record({ people: fc.integer({ min: 1, max: 9 }), ids: fc.uniqueArray(fc.string(), { maxLength: 50 }) })
  .chain(({ people, ids }) => {
    return fc.record({
      people: fc.constant(people),
      ids: fc.constant(ids),
      each: fc.integer({ min: 1, max: people }),
      seed: fc.string(),
    });
  });

test('every article goes to exactly as many different people as wanted, and nothing else does', () => {
  fc.assert(
    fc.property(wantedArbitrary, ({ ids, people, each, seed }) => {
      const places = assignArticles(ids, people, each, seed);
      expect(places).toHaveLength(people);
      for (const mine of places) expect(new Set(mine).size).toBe(mine.length);
      const all = places.flat();
      expect(ids.every((id) => all.filter((other) => other === id).length === each)).toBe(true);
      expect(all).toHaveLength(ids.length * each);
    }),
    SEED,
  );
});

test('nobody gets more than one article more than another', () => {
  fc.assert(
    fc.property(wantedArbitrary, ({ ids, people, each, seed }) => {
      const sizes = assignArticles(ids, people, each, seed).map((mine) => mine.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
    SEED,
  );
});

test('the order of the articles changes nothing, nor does one that is named twice', () => {
  fc.assert(
    fc.property(wantedArbitrary, ({ ids, people, each, seed }) => {
      const places = assignArticles(ids, people, each, seed);
      expect(assignArticles([...ids.toReversed(), ...ids], people, each, seed)).toEqual(places);
    }),
    SEED,
  );
});

const MANY = Array.from({ length: 60 }, (_, index) => `article ${index}`);

test.each<[number, number, number]>([
  [3, 2, 20],
  [4, 2, 10],
  [5, 3, 18],
  [6, 2, 4],
])('of %i people with %i for each article, any two share about %i', (people, each, expected) => {
  const places = assignArticles(MANY, people, each, 'seed');
  for (const [one, mine] of places.entries()) {
    for (const theirs of places.slice(one + 1)) {
      const common = mine.filter((id) => theirs.includes(id)).length;
      expect(Math.abs(common - expected)).toBeLessThanOrEqual(2);
    }
  }
});

test('another seed gives another assignment', () => {
  const [first] = assignArticles(MANY, 3, 1, 'one');
  const [other] = assignArticles(MANY, 3, 1, 'two');
  expect(first!.filter((id) => other!.includes(id)).length).toBeLessThan(15);
});

test.each([
  [3, 0],
  [3, 4],
  [3, 1.5],
  [0, 0],
])('%i people with %d for each article are refused', (people, each) => {
  expect(() => assignArticles(['a'], people, each, '')).toThrow(RangeError);
});
