import { total } from '#core/text/total.ts';
import { type Outcome, undefinedOutcome } from './figure.ts';
import { type UnitizingSums } from './unitizing.ts';

/** Disagreement that was found and that is to be expected, in units of text, with the text that was judged. */
export interface Disagreement {
  readonly observed: number;
  readonly expected: number;
  readonly length: number;
  /** How much of the text somebody marked; nothing is known where it is zero. */
  readonly marked: number;
}

/**
 * What uα compares (equations 33 and 34 of Krippendorff, Mathet, Bouvry & Widlöcher 2016). Those of several labels can be
 * added to judge them together, as spans of different labels may overlap and cannot be in one continuum.
 */
export function unitizingDisagreement({
  coincidences,
  selfPairs,
}: Pick<UnitizingSums, 'coincidences' | 'selfPairs'>): Disagreement {
  const lengths = coincidences.map(total);
  const length = total(lengths);
  const agreed = total(coincidences.map((row, value) => row[value]!));
  const different = length * length - total(lengths.map((of) => of * of));
  const pairs = length * length - total(selfPairs);
  return {
    observed: length - agreed,
    expected: pairs > 0 ? (length * different) / pairs : 0,
    length,
    marked: length - lengths[0]!,
  };
}

/** 1 − observed / expected: uα for the disagreement of one continuum, its summed form for that of several labels. */
export function alphaOfDisagreement({ observed, expected, length, marked }: Disagreement): Outcome {
  if (length === 0 || marked === 0) return undefinedOutcome('no-data', length);
  if (!(expected > 0)) return undefinedOutcome('no-variation', length);
  const shares = { observed: 1 - observed / length, expected: 1 - expected / length };
  return { value: 1 - observed / expected, n: length, ...shares };
}

/** uα: do annotators mark the same text with the same values (equation 34 of Krippendorff et al. 2016)? */
export function unitizingAlpha(sums: UnitizingSums): Outcome {
  return alphaOfDisagreement(unitizingDisagreement(sums));
}

/** |uα: do annotators mark the same text, with whatever value (equation 35 of Krippendorff et al. 2016)? */
export function markingAlpha({ coincidences, selfPairs }: UnitizingSums): Outcome {
  const lengths = coincidences.map(total);
  const length = total(lengths);
  const gaps = lengths[0]!;
  const pairs = length * length - total(selfPairs);
  // Each stretch of text that one marked and the other did not is found from both sides.
  return alphaOfDisagreement({
    observed: 2 * (gaps - coincidences[0]![0]!),
    expected: pairs > 0 ? (2 * length * gaps * (length - gaps)) / pairs : 0,
    length,
    marked: length - gaps,
  });
}

/**
 * cuα: where two annotators both marked something, did they give it the same value (equations 36 and 37 of Krippendorff
 * et al. 2016)? Only meaningful where values exclude each other.
 */
export function codingAlpha(sums: UnitizingSums): Outcome {
  const { both, lengths, length, expectedOf } = codingOf(sums);
  const coverage = length / wholeLength(sums);
  if (length === 0) return { ...undefinedOutcome('no-overlap'), coverage: 0 };
  const observed = length - total(both.map((row, value) => row[value]!));
  const expected = length - total(lengths.map((_, value) => expectedOf(value, value)));
  if (!(expected > 1e-9 * length)) return { ...undefinedOutcome('no-variation', length), coverage };
  const shares = { observed: 1 - observed / length, expected: 1 - expected / length };
  return { value: 1 - observed / expected, n: length, ...shares, coverage };
}

/** (k)uα: how well the one value is told from the others (equation 38 of Krippendorff et al. 2016). */
export function valueAlpha(sums: UnitizingSums, value: number): Outcome {
  const { both, lengths, length, expectedOf } = codingOf(sums);
  const at = value - 1;
  const marked = lengths[at]!;
  const all = total(sums.coincidences[value]!);
  if (all === 0) return { ...undefinedOutcome('no-data'), coverage: 0 };
  if (marked === 0) return { ...undefinedOutcome('no-overlap'), coverage: 0 };
  const coverage = marked / all;
  const expected = total(lengths.map((_, other) => expectedOf(at, other)));
  const different = expected - expectedOf(at, at);
  if (!(different > 1e-9 * length)) return { ...undefinedOutcome('no-variation', marked), coverage };
  return { value: 1 - ((expected / marked) * (marked - both[at]![at]!)) / different, n: marked, coverage };
}

/** The coincidences without gaps, with the expected ones ε* for each pair of values (from 0, without the gaps). */
function codingOf({ coincidences, pairableSelfPairs }: UnitizingSums): {
  readonly both: readonly (readonly number[])[];
  readonly lengths: readonly number[];
  readonly length: number;
  readonly expectedOf: (one: number, other: number) => number;
} {
  const both = coincidences.slice(1).map((row) => row.slice(1));
  const selfPairs = pairableSelfPairs.slice(1);
  const lengths = both.map(total);
  const length = total(lengths);
  const rest = length - total(selfPairs) / length;
  const expectedOf = (one: number, other: number): number => {
    const pairs = lengths[one]! * lengths[other]! - (one === other ? selfPairs[one]! : 0);
    return rest > 0 ? pairs / rest : 0;
  };
  return { both, lengths, length, expectedOf };
}

function wholeLength({ coincidences }: UnitizingSums): number {
  return total(coincidences.map(total));
}
