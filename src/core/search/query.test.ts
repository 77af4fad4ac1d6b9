import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attribute } from '#core/labels/attribute.ts';
import { attribute, DEFAULT_LABEL_SET, label } from '#core/labels/default-label-set.ts';
import {
  foldName,
  keyOfAttribute,
  parseQuery,
  type QueryFilter,
  withFilter,
  wordsOfQuery,
  writeFilter,
} from './query.ts';

const parse = (written: string) => {
  const { terms, filters } = parseQuery(written, DEFAULT_LABEL_SET);
  return [terms, filters.map(({ key, value }) => `${key}=${value}`)];
};

describe('a query is read as words, phrases and filters', () => {
  test.each([
    ['', [], []],
    ['  Tax  CUTS ', ['tax', 'cuts'], []],
    ['tax Tax', ['tax'], []],
    ['“Tax cuts” now', ['tax cuts', 'now'], []],
    ['"not closed', ['not closed'], []],
    ['""', [], []],
    ['label:Claim tax', ['tax'], ['label=Claim']],
    ['label:"A long name" x', ['x'], ['label=A long name']],
    ['called:“Ann Lee', [], ['called=Ann Lee']],
    ['called:', [], ['called=']],
    ['LABEL:claim label:quote', [], ['label=claim', 'label=quote']],
    ['check-worthy:yes Type:Person', [], ['check-worthy=yes', 'type=Person']],
    ['https://example.org 12:30', ['https://example.org', '12:30'], []],
    ['__proto__:x constructor:y', ['__proto__:x', 'constructor:y'], []],
    ['it’s', ["it's"], []],
  ])('%j', (written, terms, filters) => {
    expect(parse(written)).toEqual([terms, filters]);
  });
});

describe('a filter in a query', () => {
  test.each<[string, readonly string[], QueryFilter | undefined, string]>([
    ['tax', ['label'], { key: 'label', value: 'Claim' }, 'tax label:Claim'],
    ['label:Quote tax', ['label'], { key: 'label', value: 'Claim' }, 'tax label:Claim'],
    ['label:Quote “tax cuts” by:Ada', ['label'], undefined, '“tax cuts” by:Ada'],
    ['', ['by'], { key: 'by', value: 'Ann Lee' }, 'by:"Ann Lee"'],
    ['type:person kind:fact', ['type', 'kind'], { key: 'type', value: 'Place' }, 'type:Place'],
  ])('of %j is replaced: %j by %j', (written, keys, filter, expected) => {
    expect(withFilter(written, DEFAULT_LABEL_SET, keys, filter)).toBe(expected);
  });

  test('is read back as it was written, but for quotation marks and white space at its ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const { filters } = parseQuery(writeFilter('called', value), DEFAULT_LABEL_SET);
        expect(filters.map((filter) => [filter.key, foldName(filter.value)])).toEqual([['called', foldName(value)]]);
      }),
      { seed: 20240617, numRuns: 200 },
    );
  });
});

test('the words of a query are what is left without filters', () => {
  expect(wordsOfQuery('label:claim “Ann Lee” went', DEFAULT_LABEL_SET)).toBe('Ann Lee went');
});

test.each<[Partial<Attribute>, string]>([
  [{ name: 'Check-worthy' }, 'check-worthy'],
  [{ name: 'Kind of thing: now' }, 'kind-of-thing-now'],
  [{ name: 'Label' }, 'a1'],
  [{ name: '' }, 'a1'],
])('an attribute %j has the key %j', (given, key) => {
  expect(keyOfAttribute({ ...attribute('a1', 'A', 'text', ''), ...given })).toBe(key);
});

test('a label without attributes adds no key', () => {
  expect(parseQuery('type:x', { labels: [label('l', 'L')], linkTypes: [] }).terms).toEqual(['type:x']);
});
