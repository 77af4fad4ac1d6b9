import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '#core/text/range.ts';
import { compareSpans, type Span } from './span.ts';
import { overlapping, type SpanTree, treeOf, withoutTreeSpan, withTreeSpan } from './span-tree.ts';
import { rangeArbitrary, span, spansArbitrary } from './spans.arbitrary.ts';

/** So many that the tree has three floors. */
const MANY = Array.from({ length: 3000 }, (_, index) => span(`s${index}`, [[index * 10, index * 10 + 7]]));
const WHOLE = span('whole', [[0, 30_000]]);

describe('the spans that overlap a range', () => {
  test('are those that do, in reading order, whatever came in and went before', () => {
    fc.assert(
      fc.property(spansArbitrary(12), spansArbitrary(12), rangeArbitrary(12), (kept, gone, range) => {
        const passing = gone.map((each, index) => span(`gone ${index}`, pairs(each)));
        let tree = [...passing, ...kept].reduce(withTreeSpan, treeOf([]));
        tree = passing.reduce(withoutTreeSpan, tree);
        const expected = kept.toSorted(compareSpans).filter(({ ranges }) => ranges.some((own) => overlaps(own, range)));
        expect(overlapping(tree, range)).toEqual(expected);
        expect(overlapping(treeOf(kept.toSorted(compareSpans)), range)).toEqual(expected);
      }),
      { seed: 20240617, numRuns: 500 },
    );
  });

  test('are found among thousands that came in one by one in any order', () => {
    const shuffled = MANY.map((_, index) => MANY[(index * 1789) % MANY.length]!);
    const tree = [...shuffled, WHOLE].reduce(withTreeSpan, treeOf([]));
    expect(idsIn(tree, 12_345, 12_371)).toEqual(['whole', 's1234', 's1235', 's1236', 's1237']);
    expect(overlapping(tree, { from: 0, to: 30_000 })).toEqual([WHOLE, ...MANY]);
    const emptied = shuffled.reduce(withoutTreeSpan, tree);
    expect(idsIn(emptied, 0, 30_000)).toEqual(['whole']);
    expect(idsIn(withoutTreeSpan(emptied, WHOLE), 0, 30_000)).toEqual([]);
  });

  test('are found without looking at the others, with a span over the whole article among them', () => {
    let looks = 0;
    const watched = [WHOLE, ...MANY].map((each) => {
      return Object.defineProperty({ ...each }, 'ranges', { get: () => ((looks += 1), each.ranges) });
    });
    const tree = treeOf(watched);
    looks = 0;
    expect(idsIn(tree, 15_000, 15_001)).toEqual(['whole', 's1500']);
    expect(looks).toBeLessThan(400);
  });
});

describe('a changed tree', () => {
  test.each([
    ['with one more', (tree: SpanTree) => withTreeSpan(tree, span('new', [[15_000, 15_003]]))],
    ['with one less', (tree: SpanTree) => withoutTreeSpan(tree, MANY[1500]!)],
  ])('%s shares all but the way to the change, and leaves the one before as it was', (_, change) => {
    const before = treeOf(MANY);
    const after = change(before);
    const known = new Set(nodesOf(before));
    expect(nodesOf(after).filter((node) => !known.has(node)).length).toBeLessThanOrEqual(6);
    expect(overlapping(before, { from: 0, to: 30_000 })).toEqual(MANY);
  });
});

function nodesOf(tree: SpanTree): readonly SpanTree[] {
  return [tree, ...('children' in tree ? tree.children.flatMap(nodesOf) : [])];
}

function idsIn(tree: SpanTree, from: number, to: number): readonly string[] {
  return overlapping(tree, { from, to }).map(({ id }) => id);
}

function pairs({ ranges }: Span): readonly (readonly [number, number])[] {
  return ranges.map(({ from, to }) => [from, to]);
}
