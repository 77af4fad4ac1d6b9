import { type GroupKind } from '#core/alignment/group.ts';
import { type GroupLink } from '#core/alignment/group-links.ts';
import { type AttributeDifference, differencesBetween, type PieceDifference } from '#core/alignment/differences.ts';
import { type Proposal } from '#core/alignment/proposals.ts';
import { attributeInWords } from '#core/labels/attribute.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { findAttribute, findLabel, findLinkType, type LabelSet } from '#core/labels/label-set.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { type CoveredSpan, type Decision, type Reason, type Verdict } from '#core/review/decision.ts';
import { type GroupState } from '#core/review/fold-gold.ts';
import { sameMarking } from '#core/review/marking.ts';
import { type StaleCause } from '#core/review/staleness.ts';
import { type Span } from '#core/spans/span.ts';
import { sameRanges, type TextRange } from '#core/text/range.ts';
import { shortened } from '#state/span-words.ts';
import { isLeftOut } from './review-items.ts';
import { type ReviewData, type ReviewItem } from './review-state.ts';

/** What a group needs the reviewer for, in a word or two. */
export const KIND_WORDS: Readonly<Record<GroupKind, string>> = {
  single: 'Only one',
  label: 'Label',
  boundary: 'Boundary',
  attribute: 'Values',
  link: 'Links',
  missing: 'Missing',
  unanimous: 'Unanimous',
};

const STATE_WORDS: Readonly<Record<GroupState, string>> = {
  undecided: 'undecided',
  deferred: 'put off',
  stale: 'changed since',
  decided: 'decided',
};

/** What became of an item, in a word or two. */
export function stateInWords(item: ReviewItem): string {
  return isLeftOut(item) ? 'left out' : STATE_WORDS[item.state];
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  accept: 'Accepted',
  adjust: 'Adjusted',
  reject: 'Left out',
  add: 'Added',
  defer: 'Put off',
  withdraw: 'Taken back',
};

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'boundary-convention': 'Boundary convention',
  'label-confusion': 'Labels confused',
  missed: 'Missed',
  spurious: 'Nothing there',
  'guideline-gap': 'Guideline gap',
  ambiguous: 'Ambiguous',
  slip: 'Slip',
};

/** The words of some ranges, cut where they only name them. */
export function wordsOf(text: string, ranges: readonly TextRange[]): string {
  return shortened(
    ranges
      .map(({ from, to }) => text.slice(from, to))
      .join(' … ')
      .replaceAll(/\s+/g, ' '),
  );
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
    ...(label ? [`${labelName(labelSet, label.other)} instead of ${labelName(labelSet, label.one)}`] : []),
    ...pieces.map(pieceInWords),
    ...attributes.map((difference) => attributeDifference(labelSet, other.label, difference, text)),
    ...links.map(({ includedBy, link }) => {
      const end = `${linkName(labelSet, link).toLowerCase()} ${endOf(link, text, layers)}`;
      return includedBy === 'other' ? `with the ${end}` : `without the ${end}`;
    }),
  ];
}

function pieceInWords({ includedBy, place, text, content }: PieceDifference): string {
  const what = content === 'space' ? 'white space' : `“${shortened(text)}”`;
  const where = { start: ' at the start', end: ' at the end', inside: '' }[place];
  return `${includedBy === 'other' ? 'with' : 'without'} ${what}${where}`;
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
    ? `no ${name.toLowerCase()}`
    : `${name}: ${shortened(attributeInWords(attribute, other, text))}`;
}

function linkName(labelSet: LabelSet, { type }: Pick<GroupLink, 'type'>): string {
  return findLinkType(labelSet, type)?.name ?? type;
}

/** The words at the other end of a link. */
function endOf({ to }: Pick<GroupLink, 'to'>, text: string, layers: ReviewData['layers']): string {
  const layer = layers.find(({ annotatorId }) => annotatorId === to.annotatorId);
  const span = layer?.spans.find(({ id }) => id === to.spanId);
  return span ? wordsOf(text, span.ranges) : 'that is gone';
}

/** Values and links of a proposal, as far as there are any: “Type: Person · Speaker: Tom Bracken”. */
export function proposalInWords(
  labelSet: LabelSet,
  { label, attributes, links }: Proposal,
  { article: { text }, layers }: Pick<ReviewData, 'article' | 'layers'>,
): string {
  const values = attributes.map(({ id, value }) => {
    const attribute = findAttribute(findLabel(labelSet, label), id);
    return `${attribute?.name ?? id}: ${shortened(attributeInWords(attribute, value, text))}`;
  });
  return [...values, ...links.map((link) => `${linkName(labelSet, link)}: ${endOf(link, text, layers)}`)].join(' · ');
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
      return `${who(cause.covered.annotatorId)}: “${wordsOf(text, cause.covered.ranges)}” → taken away`;
    case 'joined': {
      const layer = layers.find(({ annotatorId }) => annotatorId === cause.span.annotatorId);
      const span = layer?.spans.find(({ id }) => id === cause.span.spanId);
      return `${who(cause.span.annotatorId)}: ${span ? `“${wordsOf(text, span.ranges)}” is new here` : 'a span is new here'}`;
    }
    case 'disputed':
      return log.find(({ id }) => id === cause.by)?.by === by
        ? 'This was decided in another tab before.'
        : 'Another reviewer decided about the same spans before.';
  }
}

function changeInWords(before: CoveredSpan, now: Span, labelSet: LabelSet, text: string): string {
  const changes = [
    ...(sameRanges(before.ranges, now.ranges)
      ? []
      : [`“${wordsOf(text, before.ranges)}” → “${wordsOf(text, now.ranges)}”`]),
    ...(before.label === now.label ? [] : [`${labelName(labelSet, before.label)} → ${labelName(labelSet, now.label)}`]),
  ];
  if (changes.length > 0) return changes.join(', ');
  return sameMarking(before, now) ? 'changed and changed back' : 'other values';
}
