import { type OffsetUnit } from '#core/text/offset-units.ts';
import { type TextRange } from '#core/text/range.ts';
import { type Fates, NO_FATES } from './fates.ts';

/** What the user chose for a dataset; whatever is undefined or not in the maps is found out. */
export interface DatasetChoices {
  /** The unit of offsets; otherwise it is found out for each document. */
  readonly unit: OffsetUnit | undefined;
  /** What becomes of labels, attributes and link types that are not simply looked up by name. */
  readonly fates: Fates;
  /** Where spans that have no place were put, by their key; one whose words are not there is not taken. */
  readonly places: ReadonlyMap<string, ChosenPlace>;
  /** Whether layers that somebody has begun are finished, whatever the file says; undefined where it is as the file says. */
  readonly isFinished: boolean | undefined;
  /** What the user calls annotators of files that name nobody, by what they would be called else; see namesOfUnnamed. */
  readonly called: ReadonlyMap<string, string>;
}

/** A place that the user chose, with the words that stand there. */
export interface ChosenPlace {
  readonly ranges: readonly TextRange[];
  readonly words: string;
}

/** Everything is found out. */
export const NOTHING_CHOSEN: DatasetChoices = {
  unit: undefined,
  fates: NO_FATES,
  places: new Map(),
  isFinished: undefined,
  called: new Map(),
};
