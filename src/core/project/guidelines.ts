import { type LabelId } from '#core/labels/label-id.ts';

/** A stretch of an article that shows how to use a label, or how not to, with some of the text around it. */
export interface GuidelineExample {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** Title of the article that it was taken from. */
  readonly source: string;
  readonly isGood: boolean;
  readonly comment: string;
}

/** What the guidelines say about one label, in Markdown. */
export interface LabelGuideline {
  readonly label: LabelId;
  readonly text: string;
  readonly examples: readonly GuidelineExample[];
}

/** What the guidelines say: in general, and about labels. */
export interface Guidelines {
  readonly text: string;
  readonly labels: readonly LabelGuideline[];
}

/** The guidelines as they were at one time. `at` is an ISO 8601 time in UTC, `by` the name of who wrote them. */
export interface GuidelineVersion extends Guidelines {
  readonly number: number;
  readonly at: string;
  readonly by: string;
}
