import { labelAndPlace } from '#core/spans/label-and-place.ts';
import { extentOf, plainAttributes, type Span } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { intersectionOverUnion, overlapOf } from './overlap.ts';

/** Spans of different labels compete only from this share of common text on; a name in a quote is no rival of the quote. */
export const CROSS_LABEL_MIN_IOU = 0.5;

/**
 * A span as it takes part in a comparison. `annotator` counts the compared layers; `copy` is 0 but for further spans of the
 * same annotator with the same label and ranges, which only compete with further ones of the others.
 */
export interface Unit {
  readonly annotator: number;
  readonly span: Span;
  readonly copy: number;
  readonly from: number;
  readonly to: number;
}

/** The spans of all layers as units, in an order that depends on nothing but what they are: reading order, then annotator. */
export function unitsOf(layers: readonly (readonly Span[])[]): readonly Unit[] {
  return layers.flatMap((spans, annotator) => unitsOfOne(spans, annotator)).toSorted(compareUnits);
}

function unitsOfOne(spans: readonly Span[], annotator: number): readonly Unit[] {
  const copies = new Map<string, Span[]>();
  for (const span of spans) {
    const place = labelAndPlace(span);
    const known = copies.get(place);
    if (known) known.push(span);
    else copies.set(place, [span]);
  }
  return [...copies.values()].flatMap((same) => {
    // By attributes before ids, so that two annotators who both marked a place twice meet in what they said about it.
    const inOrder = same.length === 1 ? same : same.toSorted(compareCopies);
    return inOrder.map((span, copy) => ({ annotator, span, copy, ...extentOf(span) }));
  });
}

function compareCopies(a: Span, b: Span): number {
  const [one, two] = [a, b].map(({ attributes }) => JSON.stringify(plainAttributes(attributes)));
  return compareText(one!, two!) || compareText(a.id, b.id);
}

function compareUnits(a: Unit, b: Unit): number {
  return (
    a.from - b.from ||
    b.to - a.to ||
    compareText(a.span.label, b.span.label) ||
    a.annotator - b.annotator ||
    a.copy - b.copy ||
    compareText(a.span.id, b.span.id)
  );
}

/**
 * True where the units may be about the same thing: of different annotators, with text in common, and with the same label
 * or at least this much of the text of both in common.
 */
export function mayCompete(a: Unit, b: Unit, crossLabelMinIoU: number): boolean {
  if (a.annotator === b.annotator || a.copy !== b.copy || a.to <= b.from || b.to <= a.from) return false;
  if (overlapOf(a.span.ranges, b.span.ranges) === 0) return false;
  return a.span.label === b.span.label || intersectionOverUnion(a.span.ranges, b.span.ranges) >= crossLabelMinIoU;
}

/**
 * The units (in order) parted into those that may compete with one another, directly or through others; each part is in
 * order, the parts by their first units. One sweep over the text: only units that lie open at the same place are compared.
 */
export function componentsOf(units: readonly Unit[], crossLabelMinIoU: number): readonly (readonly Unit[])[] {
  const heads = units.map((_, index) => index);
  const headOf = (index: number): number => {
    let head = index;
    while (heads[head] !== head) head = heads[head] = heads[heads[head]!]!;
    return head;
  };
  let open: number[] = [];
  for (const [index, unit] of units.entries()) {
    open = open.filter((other) => units[other]!.to > unit.from);
    for (const other of open) {
      if (!mayCompete(units[other]!, unit, crossLabelMinIoU)) continue;
      const [one, two] = [headOf(other), headOf(index)];
      heads[Math.max(one, two)] = Math.min(one, two);
    }
    open.push(index);
  }
  const parts = new Map<number, Unit[]>();
  for (const [index, unit] of units.entries()) {
    const head = headOf(index);
    if (head === index) parts.set(head, [unit]);
    else parts.get(head)!.push(unit);
  }
  return [...parts.values()];
}
