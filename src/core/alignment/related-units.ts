import { overlapOf } from './overlap.ts';
import { type Unit } from './units.ts';

/**
 * Which groups of units one was perhaps split from or merged into another, as pairs of indexes: units of different annotators
 * have the same label and text in common, and one of these annotators has nothing in the other's group.
 */
export function relatedUnits(groups: readonly (readonly Unit[])[]): readonly (readonly [number, number])[] {
  const placed = groups
    .flatMap((units, group) => units.map((unit) => ({ unit, group })))
    .toSorted((a, b) => a.unit.from - b.unit.from);
  const hasAny = groups.map((units) => new Set(units.map(({ annotator }) => annotator)));
  const found: [number, number][] = [];
  let open: typeof placed = [];
  for (const one of placed) {
    open = open.filter(({ unit }) => unit.to > one.unit.from);
    for (const other of open) {
      if (other.group === one.group || other.unit.annotator === one.unit.annotator) continue;
      if (hasAny[one.group]!.has(other.unit.annotator) && hasAny[other.group]!.has(one.unit.annotator)) continue;
      if (other.unit.span.label !== one.unit.span.label) continue;
      if (overlapOf(other.unit.span.ranges, one.unit.span.ranges) > 0) found.push([one.group, other.group]);
    }
    open.push(one);
  }
  return found;
}
