import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editFor, type Wish, wishArbitrary } from '#core/edits/edit.arbitrary.ts';
import { type Layer } from '#core/project/project.ts';
import { type Link } from '#core/spans/link.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type Span, sameSpan } from '#core/spans/span.ts';
import { carriedLog } from './carried-log.ts';
import { type Conflict, type MergeChoice } from './conflict.ts';
import { afterMerging, edited, editedBy, freshCopy, partedArbitrary } from './device.arbitrary.ts';
import { mergeCopies } from './merge-copies.ts';
import { mergeLayers } from './merge-layers.ts';
import { type Parted } from './parted.ts';

const RUNS = { seed: 20_261_126, numRuns: 150 };
const TIMES = { mine: '2024-06-18T00:00:00.000Z', theirs: '2024-06-18T00:00:00.000Z' };

const parted = partedArbitrary().map(({ base, mine, theirs }) => {
  const start = freshCopy(base);
  return { start, mine: editedBy(start, mine), theirs: editedBy(start, theirs, 300) };
});

describe('two copies of a layer', () => {
  test('lose nothing by being merged: what either changed is in the layer or in a conflict', () => {
    fc.assert(
      fc.property(parted, ({ start, mine, theirs }) => {
        const given = { mine: mine.layer, theirs: theirs.layer, ancestors: [start.layer] };
        const { layer, conflicts } = mergeLayers(given, TIMES);
        for (const side of [mine.layer, theirs.layer]) {
          for (const span of side.spans) {
            const before = findSpan(start.layer.spans, span.id);
            if (before && sameSpan(before, span)) continue;
            expect(isKept(span, before, layer, conflicts), span.id).toBe(true);
          }
          const isNew = ({ id }: Link): boolean => !start.layer.links.some((link) => link.id === id);
          for (const link of side.links.filter(isNew))
            expect(isLinked(link, layer, conflicts, given), link.id).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('lose nothing that neither changed, and get nothing back that one removed without a conflict', () => {
    fc.assert(
      fc.property(parted, ({ start, mine, theirs }) => {
        const given = { mine: mine.layer, theirs: theirs.layer, ancestors: [start.layer] };
        const { layer, conflicts } = mergeLayers(given, TIMES);
        for (const span of start.layer.spans) {
          if (isIn(conflicts, span)) continue;
          const sides = [mine.layer, theirs.layer].filter(({ spans }) => findSpan(spans, span.id));
          expect(findSpan(layer.spans, span.id) !== undefined, span.id).toBe(sides.length === 2);
        }
      }),
      RUNS,
    );
  });

  test('hold the same whichever is merged into which, where nothing is in conflict', () => {
    let without = 0;
    fc.assert(
      fc.property(parted, ({ start, mine, theirs }) => {
        const ancestors = [start.layer];
        const one = mergeLayers({ mine: mine.layer, theirs: theirs.layer, ancestors }, TIMES);
        const two = mergeLayers({ mine: theirs.layer, theirs: mine.layer, ancestors }, TIMES);
        expect(two.conflicts.length).toBe(one.conflicts.length);
        if (one.conflicts.length > 0) return;
        without += 1;
        expect(contentOf(two.layer)).toEqual(contentOf(one.layer));
      }),
      RUNS,
    );
    expect(without).toBeGreaterThan(40);
  });

  test('are conflicts with the sides exchanged where the sides are exchanged', () => {
    fc.assert(
      fc.property(parted, ({ start, mine, theirs }) => {
        const ancestors = [start.layer];
        const one = mergeLayers({ mine: mine.layer, theirs: theirs.layer, ancestors }, TIMES).conflicts;
        const two = mergeLayers({ mine: theirs.layer, theirs: mine.layer, ancestors }, TIMES).conflicts;
        expect(two.map(turned).toSorted()).toEqual(one.map(asTold).toSorted());
      }),
      RUNS,
    );
  });

  test('merge to what our edit makes of ours, and merging again or with oneself changes nothing', () => {
    fc.assert(
      fc.property(parted, choiceArbitrary(), ({ mine, theirs }, choose) => {
        const merged = afterMerging(mine, theirs, choose);
        expect(['behind', 'same']).toContain(mergeCopies(merged, theirs).kind);
        // Of two that were never edited nothing is known but that they hold the same.
        for (const one of [mine, merged]) expect(['behind', 'same']).toContain(mergeCopies(one, one).kind);
      }),
      RUNS,
    );
  });

  test('hold the same once each has merged the other, whatever was done, merged and chosen before', () => {
    fc.assert(
      fc.property(
        partedArbitrary(),
        fc.array(deedArbitrary(), { maxLength: 9 }),
        choiceArbitrary(),
        (sides, deeds, choose) => {
          const start = freshCopy(sides.base);
          let [a, b] = [editedBy(start, sides.mine), editedBy(start, sides.theirs, 300)];
          let minute = 1000;
          for (const deed of deeds) {
            minute += 10;
            if (deed.kind === 'a') a = edited(a, editFor(a.layer, deed.wish), minute);
            if (deed.kind === 'b') b = edited(b, editFor(b.layer, deed.wish), minute);
            if (deed.kind === 'a merges b') a = afterMerging(a, b, choose, minute);
            if (deed.kind === 'b merges a') b = afterMerging(b, a, choose, minute);
          }
          a = afterMerging(a, b, choose, minute + 10);
          b = afterMerging(b, a, choose, minute + 20);
          expect(contentOf(b.layer)).toEqual(contentOf(a.layer));
          expect(['behind', 'same']).toContain(mergeCopies(a, b).kind);
        },
      ),
      RUNS,
    );
  });

  test('know each other by checksums where the early entries of one are gone', () => {
    fc.assert(
      fc.property(
        partedArbitrary(),
        fc.array(wishArbitrary(), { minLength: 3, maxLength: 6 }),
        fc.nat(2),
        (sides, early, gone) => {
          const common = editedBy(freshCopy(sides.base), early);
          const mine = editedBy(common, sides.mine, 100);
          const theirs = editedBy(common, sides.theirs, 300);
          const whole = mergeCopies(mine, theirs);
          const cut = { ...mine, log: carriedLog(mine.log.entries.slice(gone), mine.log.entries.length) };
          expect(mergeCopies(cut, theirs)).toEqual(whole);
          const cutBoth = { ...theirs, log: carriedLog(theirs.log.entries.slice(gone), theirs.log.entries.length) };
          expect(mergeCopies(cut, cutBoth)).toEqual(whole);
        },
      ),
      RUNS,
    );
  });
});

function asTold({ mine, theirs }: Conflict): string {
  return JSON.stringify([mine ?? 0, theirs ?? 0]);
}

function turned({ mine, theirs }: Conflict): string {
  return JSON.stringify([theirs ?? 0, mine ?? 0]);
}

/** What was changed together counts as one. */
function partsOf({ label, attributes, ranges, note }: Span): readonly string[] {
  return [JSON.stringify([label, attributes]), JSON.stringify(ranges), note];
}

function contentOf({ spans, links, status }: Layer): unknown {
  return { spans, links, status };
}

function isIn(conflicts: readonly Conflict[], { id }: { readonly id: string }): boolean {
  return conflicts.some(({ mine, theirs }) => mine?.id === id || theirs?.id === id);
}

/** Every part of the span that was changed is in the layer, under its id or that of a twin. */
function isKept(span: Span, before: Span | undefined, layer: Layer, conflicts: readonly Conflict[]): boolean {
  if (isIn(conflicts, span)) return true;
  return layer.spans.some((other) => {
    if (before && other.id !== span.id) return false;
    return partsOf(span).every((part, at) => part === partsOf(other)[at] || (before && part === partsOf(before)[at]));
  });
}

/** The link is there, between its ends or the spans that stand for them, or one of its ends is in a conflict. */
function isLinked(link: Link, layer: Layer, conflicts: readonly Conflict[], given: Parted): boolean {
  if (isIn(conflicts, link) || isIn(conflicts, { id: link.from }) || isIn(conflicts, { id: link.to })) return true;
  const places = (id: string): string => {
    const span = findSpan(layer.spans, id) ?? findSpan(given.mine.spans, id) ?? findSpan(given.theirs.spans, id);
    return JSON.stringify([span?.ranges, span?.label]);
  };
  return layer.links.some((other) => {
    return other.type === link.type && places(other.from) === places(link.from) && places(other.to) === places(link.to);
  });
}

type Deed = { readonly kind: 'a' | 'b'; readonly wish: Wish } | { readonly kind: 'a merges b' | 'b merges a' };

function deedArbitrary(): fc.Arbitrary<Deed> {
  return fc.oneof(
    fc.record({ kind: fc.constantFrom('a' as const, 'b' as const), wish: wishArbitrary() }),
    fc.record({ kind: fc.constantFrom('a merges b' as const, 'b merges a' as const) }),
  );
}

/** One and the same choice for one and the same conflict. */
function choiceArbitrary(): fc.Arbitrary<(key: string) => MergeChoice> {
  return fc.func(fc.constantFrom<MergeChoice[]>('mine', 'theirs', 'both'));
}
