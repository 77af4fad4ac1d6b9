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

/** The most that guidelines may hold: lengths in UTF-16 code units here, which no file counts as more. */
export const GUIDELINE_LIMITS = {
  text: 200_000,
  quote: 4_000,
  source: 2_000,
  comment: 20_000,
  examples: 1_000,
  versions: 1_000,
} as const;

const NO_GUIDELINES: Guidelines = { text: '', labels: [] };

/** What the newest version says; empty before the first. */
export function guidelinesInForce(versions: readonly GuidelineVersion[]): Guidelines {
  return versions.at(-1) ?? NO_GUIDELINES;
}

/** What the guidelines say about this label; empty where they say nothing. */
export function guidelineOf({ labels }: Guidelines, label: LabelId): LabelGuideline {
  return labels.find((each) => each.label === label) ?? { label, text: '', examples: [] };
}

/** True where the examples are the same in every part. */
export function sameExample(a: GuidelineExample, b: GuidelineExample): boolean {
  return (
    a.before === b.before &&
    a.quote === b.quote &&
    a.after === b.after &&
    a.source === b.source &&
    a.isGood === b.isGood &&
    a.comment === b.comment
  );
}

/** True where both say the same about the same labels in the same order, with the same examples. */
export function sameGuidelines(a: Guidelines, b: Guidelines): boolean {
  return (
    a.text === b.text &&
    a.labels.length === b.labels.length &&
    a.labels.every((guideline, index) => sameGuideline(guideline, b.labels[index]!))
  );
}

function sameGuideline(a: LabelGuideline, b: LabelGuideline): boolean {
  return (
    a.label === b.label &&
    a.text === b.text &&
    a.examples.length === b.examples.length &&
    a.examples.every((example, index) => sameExample(example, b.examples[index]!))
  );
}
