import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '#core/text/paragraphs.ts';
import { bucketSpans, type Buckets, changeBuckets, paragraphsOfSpan } from './buckets.ts';
import { compareSpans, type Span } from './span.ts';
import { span, spansArbitrary } from './spans.arbitrary.ts';

// Offsets:     0123 4567 8 9…
const TEXT = 'one\ntwo\n\nfour';
const PARAGRAPHS = paragraphsOf(TEXT);

describe('the paragraphs that a span reaches', () => {
  test.each([
    ['in one', [[0, 3]], [0]],
    ['over two', [[2, 5]], [0, 1]],
    ['over an empty one', [[4, 10]], [1, 2, 3]],
    ['a newline alone', [[3, 4]], [0]],
    ['up to the start of the next', [[0, 4]], [0]],
    ['an empty line with its newline', [[8, 9]], [2]],
    [
      'in parts',
      [
        [0, 1],
        [9, 10],
      ],
      [0, 3],
    ],
    [
      'in two parts of one',
      [
        [0, 1],
        [2, 3],
      ],
      [0],
    ],
    [
      'in parts that meet in one',
      [
        [0, 5],
        [6, 10],
      ],
      [0, 1, 2, 3],
    ],
    ['to the end of the text', [[9, 13]], [3]],
  ] as const)('%s', (_, ranges, expected) => {
    expect(paragraphsOfSpan(PARAGRAPHS, span('a', ranges))).toEqual(expected);
  });
});

describe('the buckets of spans', () => {
  test('hold a span in each paragraph that it reaches, in reading order', () => {
    const [long, short, parts] = [
      span('long', [[0, 13]]),
      span('short', [[0, 2]]),
      span('parts', [
        [1, 2],
        [9, 10],
      ]),
    ];
    expect(idsOf(bucketSpans(PARAGRAPHS, [long, short, parts]))).toEqual([
      ['long', 'short', 'parts'],
      ['long'],
      ['long'],
      ['long', 'parts'],
    ]);
  });

  test('without spans share one empty array', () => {
    const buckets = bucketSpans(PARAGRAPHS, [span('a', [[0, 2]])]);
    expect(idsOf(buckets)).toEqual([['a'], [], [], []]);
    expect(buckets[1]).toBe(buckets[2]);
  });

  test('keep their identity where a change does not reach them, and are not changed in place', () => {
    const gone = span('gone', [[0, 2]]);
    const before = bucketSpans(PARAGRAPHS, [gone, span('b', [[4, 5]]), span('c', [[9, 10]])]);
    const after = changeBuckets(before, PARAGRAPHS, [gone], [span('new', [[4, 6]])]);
    expect(idsOf(before)).toEqual([['gone'], ['b'], [], ['c']]);
    expect(idsOf(after)).toEqual([[], ['new', 'b'], [], ['c']]);
    expect(after.map((bucket, index) => bucket === before[index])).toEqual([false, false, true, true]);
  });

  test('take a span that was replaced out of where it was', () => {
    const before = bucketSpans(PARAGRAPHS, [span('a', [[0, 5]])]);
    const after = changeBuckets(before, PARAGRAPHS, [span('a', [[0, 5]])], [span('a', [[5, 10]])]);
    expect(idsOf(after)).toEqual([[], ['a'], ['a'], ['a']]);
  });

  test('after a change are the same as made afresh', () => {
    const text = fc.array(fc.constantFrom('\n', 'a', 'b'), { minLength: 1, maxLength: 12 });
    const change = text.chain((pieces) =>
      fc.record({
        paragraphs: fc.constant(paragraphsOf(pieces.join(''))),
        before: spansArbitrary(pieces.length),
        after: spansArbitrary(pieces.length),
        kept: fc.nat(4),
      }),
    );
    fc.assert(
      fc.property(change, ({ paragraphs, before, after, kept }) => {
        const stays = before.slice(0, kept);
        const removed = before.slice(kept);
        const added = after.filter(({ id }) => !stays.some((other) => other.id === id));
        const changed = changeBuckets(bucketSpans(paragraphs, sorted(before)), paragraphs, removed, added);
        expect(changed).toEqual(bucketSpans(paragraphs, sorted([...stays, ...added])));
      }),
      { seed: 20240617, numRuns: 300 },
    );
  });
});

function sorted(spans: readonly Span[]): readonly Span[] {
  return spans.toSorted(compareSpans);
}

function idsOf(buckets: Buckets): readonly (readonly string[])[] {
  return buckets.map((bucket) => bucket.map(({ id }) => id));
}
