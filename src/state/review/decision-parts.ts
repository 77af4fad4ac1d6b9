import { t } from '#language/t.ts';
import { type Group } from '#core/alignment/group.ts';
import { type Proposal } from '#core/alignment/proposals.ts';
import { fitsAttribute } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { mayStartAt } from '#core/labels/link-type.ts';
import { problemsWithDecided } from '#core/review/check-decided.ts';
import { type DecidedLink, type Decision } from '#core/review/decision.ts';
import { type Gold } from '#core/review/fold-gold.ts';
import { type SpanAttribute } from '#core/spans/span.ts';
import { labelName } from './review-words.ts';

/** The values that a span may still have under this label. */
export function valuesUnder(
  labelSet: LabelSet,
  id: LabelId,
  attributes: readonly SpanAttribute[],
): readonly SpanAttribute[] {
  const label = findLabel(labelSet, id);
  return attributes.filter((held) => {
    const attribute = findAttribute(label, held.id);
    return attribute !== undefined && fitsAttribute(attribute, held.value);
  });
}

/** The links that may still start at a span under this label. */
export function linksUnder(labelSet: LabelSet, id: LabelId, links: readonly DecidedLink[]): readonly DecidedLink[] {
  return links.filter(({ type }) => {
    const linkType = findLinkType(labelSet, type);
    return linkType !== undefined && mayStartAt(linkType, id);
  });
}

/**
 * The line of the card that is chosen before anybody has chosen: the proposal that more people back than any other line, or
 * “leave out” where more than half of all who are compared marked nothing; undefined where no line is.
 */
export function firstFocus({ members }: Group, proposals: readonly Proposal[]): number | undefined {
  const absent = members.filter(({ span }) => !span).length;
  const [first, second] = proposals;
  if (!first) return undefined;
  if (absent * 2 > members.length) return proposals.length;
  return first.backers.length > Math.max(second?.backers.length ?? 0, absent) ? 0 : undefined;
}

/**
 * What speaks against a decision beside the gold that it leaves in place, as a sentence; undefined where nothing does.
 * `mayBe` is false where it cannot be made at all.
 */
export function objectionTo(
  { spans, supersedes }: Decision,
  gold: Gold | undefined,
  labelSet: LabelSet,
  text: string,
): { readonly mayBe: boolean; readonly words: string } | undefined {
  const staying = (gold?.layer.spans ?? []).filter(({ id }) => {
    const decision = gold?.decisionOf.get(id);
    return decision !== undefined && !supersedes.includes(decision.id);
  });
  const [problem] = problemsWithDecided(spans, staying, labelSet, text);
  if (!problem) return undefined;
  switch (problem.kind) {
    case 'ranges':
      return { mayBe: false, words: t`That cannot be: ${problem.message}.` };
    case 'unknown-label':
      return { mayBe: false, words: t`The label set has no such label any more: change the label first.` };
    case 'overlaps': {
      const name = labelName(labelSet, problem.label);
      return {
        mayBe: true,
        words: t`Two spans of ${name} share words in gold now, which the label set does not allow.`,
      };
    }
  }
}
