import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type SpanAttribute } from '#core/spans/span.ts';

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
  /** What gold gets besides; words of the article as a text. */
  readonly attributes: readonly SpanAttribute[];
  /** With the words at the other end, empty where they are not known. */
  readonly links: readonly { readonly type: LinkTypeId; readonly words: string }[];
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
