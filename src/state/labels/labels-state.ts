import { type Followed } from '#core/labels/follow-rule.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { type LayerOutcome, type LayerWithText } from '#core/relabel/outcome.ts';
import { type Uses } from '#core/relabel/uses.ts';
import { type Problem } from '#formats/problem.ts';

/** A change of the label set that waits for a yes: what would be done, and what it would do to whom. */
export interface PreparedChange extends Followed {
  readonly title: string;
  /** What was done, once it is. */
  readonly text: string;
  readonly outcomes: readonly LayerOutcome[];
  /** What comes in or goes besides, as sentences. */
  readonly notes: readonly string[];
}

/** A file that holds no label set, and why. */
export interface RefusedFile {
  readonly fileName: string;
  readonly problems: readonly Problem[];
}

export interface LabelsState {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Why the last action was not done, or empty. */
  readonly failure: string;
  readonly isBusy: boolean;
  /** Every layer of the project, read through the changes of the label set. */
  readonly layers: readonly LayerWithText[];
  readonly uses: Uses;
  readonly prepared: PreparedChange | undefined;
  readonly refused: RefusedFile | undefined;

  /** Reads layers and changes; the label set itself is the session's project's. */
  readonly load: () => Promise<void>;
  /** Saves a change that no layer has to follow, made from the label set as it is when its turn comes. */
  readonly change: (text: string, make: (labelSet: LabelSet) => LabelSet) => Promise<boolean>;
  /** Does at once what no span or link has to follow, and else shows what it would do. */
  readonly follow: (title: string, text: string, make: (labelSet: LabelSet) => Followed) => Promise<void>;
  /** Does what is prepared. */
  readonly confirm: () => Promise<boolean>;
  readonly cancel: () => void;
  /** Undoes the last change that stands. */
  readonly undo: () => Promise<void>;
  /** An id for something new. */
  readonly freshId: () => string;
  readonly saveFile: () => Promise<void>;
  /** Reads a label set file and shows what opening it would add. */
  readonly openFile: (file: File) => Promise<void>;
  /** Shows what a ready-made label set would add or, where nothing is marked yet, replace. */
  readonly choose: (id: string) => void;
  readonly dismiss: () => void;
}
