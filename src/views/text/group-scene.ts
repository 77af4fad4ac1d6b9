import { type Tone } from '#core/labels/label-set.ts';
import { type TextRange } from '#core/text/range.ts';
import { type GroupMarkKind } from '#views/review/kind-icon.tsx';
import { type PersonLook } from '#views/review/person-look.ts';

/** A group of competing spans as it is marked in the text. */
export interface GroupMark {
  readonly id: string;
  readonly ranges: readonly TextRange[];
  readonly kind: GroupMarkKind;
  /** How many outlines of others are to fit inside its own. */
  readonly around: number;
  readonly isCurrent: boolean;
}

/** What somebody says, as a line below the words. */
export interface Lane {
  readonly key: string;
  readonly ranges: readonly TextRange[];
  readonly tone: Tone | undefined;
  readonly people: readonly PersonLook[];
  /** A few words behind the letters, such as the label where labels differ. */
  readonly note: string;
  readonly isChosen: boolean;
}

/** A thin line for a span of somebody's, in the row of that person. */
export interface ThinLane {
  readonly key: string;
  readonly ranges: readonly TextRange[];
  readonly tone: Tone | undefined;
  readonly row: number;
}

/** A stretch that some have marked, with their share of all, from 0 to 1. */
export interface Heat extends TextRange {
  readonly share: number;
}

/** What a review draws over the text; everything in it is plain and stays the same object while it does not change. */
export interface GroupScene {
  readonly marks: readonly GroupMark[];
  readonly lanes: readonly Lane[];
  readonly thin: readonly ThinLane[];
  /** The words that all have in common, and those that only some have. */
  readonly core: readonly TextRange[];
  readonly contested: readonly TextRange[];
  /** The tones of two labels that compete for the same words. */
  readonly tones: readonly [Tone, Tone] | undefined;
  /** Where somebody's span starts or ends, with how many say so. */
  readonly edges: readonly { readonly at: number; readonly votes: number }[];
  readonly heat: readonly Heat[];
  readonly heatTone: Tone | undefined;
}
