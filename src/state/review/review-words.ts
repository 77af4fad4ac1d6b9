import { t } from '#language/t.ts';
import { smallInSentence } from '#language/case.ts';
import { withCommas, withDots } from '#language/lists.ts';
import { type GroupKind } from '#core/alignment/group.ts';
import { type GroupLink } from '#core/alignment/group-links.ts';
import { type AttributeDifference, differencesBetween, type PieceDifference } from '#core/alignment/differences.ts';
import { type Proposal } from '#core/alignment/proposals.ts';
import { attributeInWords } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { type CoveredSpan, type Decision, type Reason, type Verdict } from '#core/review/decision.ts';
import { type GroupState } from '#core/review/fold-gold.ts';
import { sameMarking } from '#core/review/marking.ts';
import { type StaleCause } from '#core/review/staleness.ts';
import { quoteOf } from '#core/spans/quote-of.ts';
import { type Span } from '#core/spans/span.ts';
import { cutMiddle } from '#core/text/cut-middle.ts';
import { sameRanges, type TextRange } from '#core/text/range.ts';
import { shortened, valuesInWords } from '#state/span-words.ts';
import { isLeftOut } from './review-items.ts';
import { type ReviewData, type ReviewItem } from './review-state.ts';

/** What a group needs the reviewer for, in a word or two. */
export const KIND_WORDS: Readonly<Record<GroupKind, string>> = {
  single: t`Only one`,
  label: t`Label`,
  boundary: t`Boundary`,
  attribute: t`Values`,
  link: t`Links`,
  missing: t`Missing`,
  unanimous: t`Unanimous`,
};

const STATE_WORDS: Readonly<Record<GroupState, string>> = {
  undecided: t`undecided`,
  deferred: t`put off`,
  stale: t`changed since`,
  decided: t`decided`,
};

/** What became of an item, in a word or two. */
export function stateInWords(item: ReviewItem): string {
  return isLeftOut(item) ? t`left out` : STATE_WORDS[item.state];
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  accept: t`Accepted`,
  adjust: t`Adjusted`,
  reject: t`Left out`,
  add: t`Added`,
  defer: t`Put off`,
  withdraw: t`Taken back`,
};

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'boundary-convention': t`Boundary convention`,
  'label-confusion': t`Labels confused`,
  missed: t`Missed`,
  spurious: t`Nothing there`,
  'guideline-gap': t`Guideline gap`,
  ambiguous: t`Ambiguous`,
  slip: t`Slip`,
};

/** The words of some ranges, cut where they only name them. */
export function wordsOf(text: string, ranges: readonly TextRange[]): string {
  return shortened(quoteOf(text, { ranges }).replaceAll(/\s+/g, ' '));
}

/** Of so many words only the ends are shown, in UTF-16 code units. */
const WHOLE_LENGTH = 240;
const END_LENGTH = 110;

/** The words of a span whose ends are being moved: both ends can be read however long it is. */
export function endsOf(text: string, ranges: readonly TextRange[]): string {
  return cutMiddle(quoteOf(text, { ranges }).replaceAll(/\s+/g, ' '), WHOLE_LENGTH, END_LENGTH);
}

/** Words in quotation marks, unless they stand in some already, as quotes in an article do. */
export function quoted(words: string): string {
  return /^["“”„‟«»‹‘‚].*["“”„«»›’]$/s.test(words) ? words : t`“${words}”`;
}

/** The name of a label; its id where the label set does not have it any more. */
export function labelName(labelSet: LabelSet, id: LabelId): string {
  return findLabel(labelSet, id)?.name ?? id;
}

/** How a proposal differs from the one that most people back, each as a few words; none for that one itself. */
export function differencesInWords(
  labelSet: LabelSet,
  { article, paragraphs, layers }: Pick<ReviewData, 'article' | 'paragraphs' | 'layers'>,
  first: Proposal,
  other: Proposal,
): readonly string[] {
  const { text, language } = article;
  const { pieces, label, attributes, links } = differencesBetween(first, other, { text, paragraphs, language });
  return [
    ...(label ? [t`${labelName(labelSet, label.other)} instead of ${labelName(labelSet, label.one)}`] : []),
    ...pieces.map(pieceInWords),
    ...attributes.map((difference) => attributeDifference(labelSet, other.label, difference, text)),
    ...links.map(({ includedBy, link }) => {
      const end = `${linkName(labelSet, link.type)} ${quoted(endOf(link, text, layers))}`;
      return includedBy === 'other' ? t`with ${end}` : t`without ${end}`;
    }),
  ];
}

function pieceInWords({ includedBy, place, text, content }: PieceDifference): string {
  const what = content === 'space' ? t`white space` : t`“${shortened(text)}”`;
  const isWith = includedBy === 'other';
  switch (place) {
    case 'start':
      return isWith ? t`with ${what} at the start` : t`without ${what} at the start`;
    case 'end':
      return isWith ? t`with ${what} at the end` : t`without ${what} at the end`;
    case 'inside':
      return isWith ? t`with ${what}` : t`without ${what}`;
  }
}

function attributeDifference(
  labelSet: LabelSet,
  label: LabelId,
  { id, other }: AttributeDifference,
  text: string,
): string {
  const attribute = findAttribute(findLabel(labelSet, label), id);
  const name = attribute?.name ?? id;
  return other === undefined
    ? t`no ${smallInSentence(name)}`
    : `${name}: ${shortened(attributeInWords(attribute, other, text))}`;
}

/** The name of a link type; its id where the label set does not have it any more. */
export function linkName(labelSet: LabelSet, id: LinkTypeId): string {
  return findLinkType(labelSet, id)?.name ?? id;
}

/** The words at the other end of a link. */
function endOf({ to }: Pick<GroupLink, 'to'>, text: string, layers: ReviewData['layers']): string {
  const layer = layers.find(({ annotatorId }) => annotatorId === to.annotatorId);
  const span = layer?.spans.find(({ id }) => id === to.spanId);
  return span ? wordsOf(text, span.ranges) : t`(gone)`;
}

/**
 * Values and links of a proposal, as far as there are any and `differences` do not say them: “Type: Person · Speaker: Tom
 * Bracken”.
 */
export function proposalInWords(
  labelSet: LabelSet,
  proposal: Proposal,
  { article: { text }, layers }: Pick<ReviewData, 'article' | 'layers'>,
  differences: readonly string[],
): string {
  const links = proposal.links.map((link) => `${linkName(labelSet, link.type)}: ${endOf(link, text, layers)}`);
  const values = valuesInWords(labelSet, proposal, text).filter((words) => !differences.includes(words));
  return withDots([...values, ...links]);
}

/** What has changed since a decision of `by`, as a sentence; `who` tells people by letter or name. */
export function causeInWords(
  cause: StaleCause,
  labelSet: LabelSet,
  { article: { text }, layers, log, by }: Pick<ReviewData, 'article' | 'layers' | 'log'> & Pick<Decision, 'by'>,
  who: (id: AnnotatorId) => string,
): string {
  switch (cause.kind) {
    case 'changed':
      return `${who(cause.covered.annotatorId)}: ${changeInWords(cause.covered, cause.now, labelSet, text)}`;
    case 'gone':
      return t`${who(cause.covered.annotatorId)}: ${quoted(wordsOf(text, cause.covered.ranges))} → taken away`;
    case 'joined': {
      const layer = layers.find(({ annotatorId }) => annotatorId === cause.span.annotatorId);
      const span = layer?.spans.find(({ id }) => id === cause.span.spanId);
      const person = who(cause.span.annotatorId);
      return span ? t`${person}: ${quoted(wordsOf(text, span.ranges))} is new here` : t`${person}: a span is new here`;
    }
    case 'disputed':
      return log.find(({ id }) => id === cause.by)?.by === by
        ? t`This was decided in another tab before.`
        : t`Another reviewer decided about the same spans before.`;
  }
}

function changeInWords(before: CoveredSpan, now: Span, labelSet: LabelSet, text: string): string {
  const changes = [
    ...(sameRanges(before.ranges, now.ranges)
      ? []
      : [t`${quoted(wordsOf(text, before.ranges))} → ${quoted(wordsOf(text, now.ranges))}`]),
    ...(before.label === now.label
      ? []
      : [t`${labelName(labelSet, before.label)} → ${labelName(labelSet, now.label)}`]),
  ];
  if (changes.length > 0) return withCommas(changes);
  return sameMarking(before, now) ? t`changed and changed back` : t`other values`;
}
