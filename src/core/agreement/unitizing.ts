import { type TextRange } from '#core/text/range.ts';

/** A stretch that one annotator gave the value; values are whole numbers from 1, and 0 stands for the gaps between units. */
export interface Unit extends TextRange {
  readonly value: number;
}

/**
 * Sums over a continuum that all figures of the unitizing family are made of; those of two continua can be added, which
 * gives what the continua one after the other would give. Index 0 is the gaps.
 */
export interface UnitizingSums {
  /** ℓ_ck: how much text one annotator gave c and another k, over all pairs of annotators, divided by their number less one. */
  readonly coincidences: readonly (readonly number[])[];
  /** W_c: what the units of the value share with themselves: squares of lengths, but of gaps the lengths. */
  readonly selfPairs: readonly number[];
  /** W*_c: squares of how much of each unit others gave any value, their mean before squaring. */
  readonly pairableSelfPairs: readonly number[];
}

/** A unit, or a gap between two. */
export interface Section extends Unit {
  /** Where the unit stands among those of its annotator, or −1 for a gap. */
  readonly index: number;
}

/**
 * The sums of a continuum from 0 to `length` by at least two annotators, whose units must be sorted and not overlap; units
 * may touch. Equations 32 and following of Krippendorff, Mathet, Bouvry & Widlöcher 2016 (On the reliability of unitizing
 * textual continua, Quality & Quantity 50); of three ways in which W* is computed, this one gives the published values.
 */
export function unitizingSums(annotators: readonly (readonly Unit[])[], length: number, values: number): UnitizingSums {
  const others = annotators.length - 1;
  if (others < 1) throw new RangeError('unitizing needs at least two annotators');
  const coincidences = Array.from({ length: values + 1 }, () => zeros(values + 1));
  const selfPairs = zeros(values + 1);
  const pairable = annotators.map((units) => zeros(units.length));
  const sections = annotators.map((units) => sectionsOf(units, length));
  for (const [i, mine] of sections.entries()) {
    for (const { from, to, value } of mine) selfPairs[value]! += value === 0 ? to - from : (to - from) ** 2;
    for (let j = i + 1; j < sections.length; j += 1) {
      for (const { a, b, shared } of intersections(mine, sections[j]!)) {
        coincidences[a.value]![b.value]! += shared / others;
        coincidences[b.value]![a.value]! += shared / others;
        if (a.value === 0 || b.value === 0) continue;
        pairable[i]![a.index]! += shared / others;
        pairable[j]![b.index]! += shared / others;
      }
    }
  }
  const pairableSelfPairs = zeros(values + 1);
  for (const [i, units] of annotators.entries()) {
    for (const [index, { value }] of units.entries()) pairableSelfPairs[value]! += pairable[i]![index]! ** 2;
  }
  return { coincidences, selfPairs, pairableSelfPairs };
}

/**
 * One annotator's stretches of one label made fit for unitizing, which knows no unit in another: those that overlap become one, those
 * that only touch stay two. `merged` is how many stretches that took away.
 */
export function mergeOverlapping(ranges: readonly TextRange[]): {
  readonly ranges: readonly TextRange[];
  readonly merged: number;
} {
  const apart: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = apart.at(-1);
    if (last && range.from < last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else apart.push(range);
  }
  return { ranges: apart, merged: ranges.length - apart.length };
}

/** The units of one annotator and the gaps around them, one after the other. */
export function sectionsOf(units: readonly Unit[], length: number): readonly Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const [index, { from, to, value }] of units.entries()) {
    if (from > at) sections.push({ from: at, to: from, value: 0, index: -1 });
    sections.push({ from, to, value, index });
    at = to;
  }
  if (at < length) sections.push({ from: at, to: length, value: 0, index: -1 });
  return sections;
}

/** Every section of one annotator with every one of another that it shares text with, and how much. */
export function* intersections(
  one: readonly Section[],
  other: readonly Section[],
): Generator<{ readonly a: Section; readonly b: Section; readonly shared: number }> {
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i]!, other[j]!];
    const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
    if (shared > 0) yield { a, b, shared };
    if (a.to <= b.to) i += 1;
    if (b.to <= a.to) j += 1;
  }
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}
