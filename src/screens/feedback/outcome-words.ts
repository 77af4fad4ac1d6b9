import { t } from '#language/t.ts';
import { type Difference, type Outcome } from '#core/review/feedback.ts';
import { type Reason } from '#core/review/decision.ts';

/** What became of a span, as a heading, behind a number or in a list, and as a sentence. */
export const OUTCOME_WORDS: Readonly<
  Record<Outcome, { readonly name: string; readonly short: string; readonly text: string }>
> = {
  label: { name: t`Relabelled`, short: t`relabelled`, text: t`Gold has your words with another label.` },
  boundary: { name: t`Boundary changed`, short: t`boundary changed`, text: t`Gold begins or ends elsewhere.` },
  attributes: { name: t`Attributes changed`, short: t`attributes changed`, text: t`Gold has other values.` },
  links: { name: t`Links changed`, short: t`links changed`, text: t`Gold has other links here.` },
  'left-out': { name: t`Left out`, short: t`left out`, text: t`Your span is not in gold.` },
  missed: { name: t`Missed`, short: t`missed`, text: t`Gold has a span here that you do not have.` },
  waiting: { name: t`Not settled`, short: t`not settled`, text: t`The reviewer has not settled this yet.` },
  kept: { name: t`Kept`, short: t`kept`, text: t`Gold has it as you marked it.` },
};

/** What else is different, besides what the outcome says. */
export const ALSO_WORDS: Readonly<Record<Difference, string>> = {
  label: t`the label`,
  boundary: t`the boundary`,
  attributes: t`values`,
  links: t`links`,
};

/** A reviewer's reason for a reader. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'boundary-convention': t`where spans begin and end`,
  'label-confusion': t`the wrong label`,
  missed: t`something was missed`,
  spurious: t`nothing to mark here`,
  'guideline-gap': t`the guidelines do not say`,
  ambiguous: t`can be read both ways`,
  slip: t`a slip`,
};
