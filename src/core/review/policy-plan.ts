import { type LabelId } from '#core/labels/label-id.ts';

/** One group that a policy would decide. */
export interface PlannedDecision {
  /** Tells it apart from the others. */
  readonly key: string;
  /** Of its article. */
  readonly title: string;
  readonly label: LabelId | undefined;
  readonly words: string;
  readonly language: string;
  readonly isLeftOut: boolean;
}

/** What a policy would do. */
export interface PolicyPlan {
  readonly decisions: number;
  readonly articles: number;
  /** How many are left to be looked at one by one. */
  readonly checked: number;
  /** The first of them. */
  readonly list: readonly PlannedDecision[];
}
