import { type Difference, type Outcome } from '#core/review/feedback.ts';
import { type Reason } from '#core/review/decision.ts';

/** What became of a span, as a heading and as a sentence. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, { readonly name: string; readonly text: string }>> = {
  label: { name: 'Relabelled', text: 'Gold has your words with another label.' },
  boundary: { name: 'Boundary changed', text: 'Gold begins or ends elsewhere.' },
  attributes: { name: 'Attributes changed', text: 'Gold has other values.' },
  links: { name: 'Links changed', text: 'Gold has other links here.' },
  'left-out': { name: 'Left out', text: 'Your span is not in gold.' },
  missed: { name: 'Missed', text: 'Gold has a span here that you do not have.' },
  waiting: { name: 'Not settled', text: 'The reviewer has not settled this yet.' },
  kept: { name: 'Kept', text: 'Gold has it as you marked it.' },
};

/** What else is different, besides what the outcome says. */
export const ALSO_WORDS: Readonly<Record<Difference, string>> = {
  label: 'the label',
  boundary: 'the boundary',
  attributes: 'values',
  links: 'links',
};

/** A reviewer's reason for a reader. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'boundary-convention': 'where spans begin and end',
  'label-confusion': 'the wrong label',
  missed: 'something was missed',
  spurious: 'nothing to mark here',
  'guideline-gap': 'the guidelines do not say',
  ambiguous: 'can be read both ways',
  slip: 'a slip',
};
