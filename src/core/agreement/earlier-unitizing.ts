import { total } from '#core/text/total.ts';
import { type Outcome, undefinedOutcome } from './figure.ts';
import { intersections, type Section, sectionsOf, type Unit } from './unitizing.ts';

/** D_o and D_e of one label on one continuum, and how many units all annotators have; those of several labels can be added. */
export interface EarlierDisagreement {
  readonly observed: number;
  readonly expected: number;
  readonly units: number;
}

/**
 * What Krippendorff's αU of 1995 compares on a continuum from 0 to `length`, by at least two annotators whose units must be sorted
 * and not overlap (Krippendorff 2004, Measuring the reliability of qualitative text analysis data, Quality & Quantity 38). It
 * can rise while boundaries move apart, which uα of 2016 mends: it is there for comparison with what was published by it.
 */
export function earlierDisagreement(annotators: readonly (readonly Unit[])[], length: number): EarlierDisagreement {
  const m = annotators.length;
  if (m < 2) throw new RangeError('unitizing needs at least two annotators');
  const sections = annotators.map((units) => sectionsOf(units, length));
  let observed = 0;
  for (const [index, one] of sections.entries()) {
    for (const other of sections.slice(index + 1)) {
      for (const { a, b } of intersections(one, other)) observed += squaredDifference(a, b);
    }
  }
  const lengths = annotators.flatMap((units) => units.map(({ from, to }) => to - from));
  const gaps = sections.flatMap((all) => all.filter(({ value }) => value === 0).map(({ from, to }) => to - from));
  const byChance = total(
    lengths.map((l) => {
      const besideUnits = ((lengths.length - 1) * (2 * l ** 3 - 3 * l ** 2 + l)) / 3;
      return besideUnits + l ** 2 * total(gaps.map((gap) => Math.max(0, gap - l + 1)));
    }),
  );
  const pairs = m * length * (m * length - 1) - total(lengths.map((l) => l * (l - 1)));
  return {
    // Each two annotators count from both sides.
    observed: length > 0 ? (2 * observed) / (m * (m - 1) * length ** 2) : 0,
    expected: pairs > 0 ? (2 * byChance) / (length * pairs) : 0,
    units: lengths.length,
  };
}

/** αU = 1 − D_o / D_e (Krippendorff 2004); over several labels the sums of both are compared. */
export function earlierAlpha({ observed, expected, units }: EarlierDisagreement): Outcome {
  if (units === 0) return undefinedOutcome('no-data');
  if (!(expected > 0)) return undefinedOutcome('no-variation', units);
  return { value: 1 - observed / expected, n: units };
}

/** δ² of two sections that have text in common. */
function squaredDifference(a: Section, b: Section): number {
  if (a.value > 0 && b.value > 0) return (a.from - b.from) ** 2 + (a.to - b.to) ** 2;
  if (a.value === b.value) return 0;
  const [unit, gap] = a.value > 0 ? [a, b] : [b, a];
  return gap.from <= unit.from && unit.to <= gap.to ? (unit.to - unit.from) ** 2 : 0;
}
