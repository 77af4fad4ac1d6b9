import { sameRanges } from '#core/text/range.ts';
import { inTwosAndOnes } from './assignment.ts';
import { intersectionOverUnion } from './overlap.ts';
import { mayCompete, type Unit } from './units.ts';

/**
 * The units of one part, of annotators 0 and 1, in twos and ones: as many as possible with the same label and ranges, then
 * with the same label, then with the same ranges, then with any text in common, then with the most of it. The label weighs
 * more than the ranges because labels nest: a claim may fill nearly all of a quotation.
 */
export function matchTwo(part: readonly Unit[], crossLabelMinIoU: number): readonly (readonly Unit[])[] {
  if (part.length === 1) return [part];
  const [ones, others] = [0, 1].map((annotator) => part.filter((unit) => unit.annotator === annotator));
  const more = Math.max(ones!.length, others!.length) + 1;
  return inTwosAndOnes(ones!, others!, (one, other) =>
    mayCompete(one, other, crossLabelMinIoU) ? weightOf(one, other, more) : 0,
  );
}

/** One of each kind of likeness outweighs all of the next kind that a matching can hold, fewer than `more`. */
function weightOf({ span: a }: Unit, { span: b }: Unit, more: number): number {
  const isSameLabel = a.label === b.label;
  const isSamePlace = sameRanges(a.ranges, b.ranges);
  const likeness = [isSameLabel && isSamePlace, isSameLabel, isSamePlace, true];
  const ranked = likeness.reduce((sum, holds) => sum * more + (holds ? 1 : 0), 0);
  return ranked + intersectionOverUnion(a.ranges, b.ranges) / more;
}
