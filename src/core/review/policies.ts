import { type Group, type SpanRef } from '#core/alignment/group.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { lengthOf, type Span } from '#core/spans/span.ts';
import { compareText } from '#core/text/compare-text.ts';
import { overlaps, sameRanges, type TextRange } from '#core/text/range.ts';
import { wordsBetween } from '#core/text/word-pieces.ts';
import { acceptProposal, type Deciding, type Proposed, reject } from './decide.ts';
import { type Decision, type DecisionId, type PolicyUsed } from './decision.ts';
import { type Gold } from './fold-gold.ts';
import { markingText } from './marking.ts';
import { trimExtent } from './trim-extent.ts';

/** Which of several extents is taken: that of most annotators (the longer where two are level), the longest, the shortest. */
export type KeptExtent = 'most' | 'longest' | 'shortest';

/** A rule by which groups are decided without a look at each. */
export type Policy =
  /** Two or more have finished, and all marked the same. */
  | { readonly kind: 'unanimous' }
  /** All marked the same label and values, and their extents differ only in what trimExtent takes off. */
  | { readonly kind: 'trim-only'; readonly kept: KeptExtent; readonly leading: readonly string[] }
  /** Three or more have finished, two thirds or more marked the same, and nobody gave another label. */
  | { readonly kind: 'majority' }
  /** What this annotator marked; what only others marked is rejected, or left for the reviewer. */
  | { readonly kind: 'trusted'; readonly annotatorId: AnnotatorId; readonly rejectsOthers: boolean }
  /** All marked the same label and values, and this share (0–1) of the words that any of them marked: most people's extent. */
  | { readonly kind: 'word-agreement'; readonly threshold: number };

/** What a policy is used on: one article and the state of its review. */
export interface PolicyArticle {
  readonly text: string;
  readonly language: string;
  readonly groups: readonly Group[];
  readonly gold: Gold;
}

/** Who lets the policy decide; `settings` is the rule in words. `newId` is asked once for each decision. */
export interface PolicyDeciding extends Omit<Deciding, 'id' | 'policy' | 'log'> {
  readonly settings: string;
  readonly newId: () => string;
}

/**
 * The decisions that the policy makes about an article, in the order of its groups: at most one for each, and only where
 * nobody has decided, deferred or anything is stale. Nothing else is done: showing them first is running this and no more.
 */
export function policyDecisions(
  policy: Policy,
  article: PolicyArticle,
  { settings, newId, ...deciding }: PolicyDeciding,
): readonly Decision[] {
  const used: PolicyUsed = { policy: policy.kind, settings };
  return article.groups.flatMap((group): readonly Decision[] => {
    if (article.gold.states.get(group.key) !== 'undecided') return [];
    const outcome = outcomeOf(policy, group, article);
    if (outcome === undefined) return [];
    // There is nothing about the group that it could supersede.
    const by: Deciding = { ...deciding, id: newId() as DecisionId, policy: used, log: [] };
    return [outcome === 'reject' ? reject([group], by) : acceptProposal([group], outcome, by)];
  });
}

/** The proposal that the policy takes for the group; undefined where the policy says nothing about it. */
function outcomeOf(policy: Policy, group: Group, article: PolicyArticle): Proposed | 'reject' | undefined {
  switch (policy.kind) {
    case 'unanimous':
      return group.kind === 'unanimous' && group.members.length >= 2 ? proposals(group)[0] : undefined;
    case 'trim-only':
      return trimOnly(group, article.text, policy.kept, new Set(policy.leading));
    case 'majority':
      return majority(group);
    case 'trusted':
      return trusted(group, policy.annotatorId, policy.rejectsOthers);
    case 'word-agreement':
      return wordShare(group, article) >= policy.threshold ? extentOnly(group, 'most') : undefined;
  }
}

function trimOnly(group: Group, text: string, kept: KeptExtent, leading: ReadonlySet<string>): Proposed | undefined {
  if (!group.differs.ranges) return undefined;
  const [first, ...others] = spansOf(group).map(({ ranges }) => trimExtent(text, ranges, leading));
  return first && others.every((ranges) => sameRanges(ranges, first)) ? extentOnly(group, kept) : undefined;
}

function majority(group: Group): Proposed | undefined {
  const finished = group.members.length;
  // Which of them agree cannot be told from marking alone where links differ.
  if (finished < 3 || group.differs.labels || group.differs.links) return undefined;
  return proposals(group).find(({ backers }) => 3 * backers.length >= 2 * finished);
}

function trusted(group: Group, annotatorId: AnnotatorId, rejectsOthers: boolean): Proposed | 'reject' | undefined {
  const member = group.members.find((each) => each.annotatorId === annotatorId);
  // One who has not finished the article has not left anything out.
  if (!member) return undefined;
  if (!member.span) return rejectsOthers ? 'reject' : undefined;
  return proposals(group).find(({ backers }) => backers.some((ref) => ref.annotatorId === annotatorId));
}

/** One of the extents of a group whose spans differ in nothing else, and that all annotators marked. */
function extentOnly(group: Group, kept: KeptExtent): Proposed | undefined {
  const { labels, attributes, links, missing } = group.differs;
  if (labels || attributes || links || missing || group.members.length < 2) return undefined;
  const longestFirst = proposals(group).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (kept === 'longest') return longestFirst[0];
  if (kept === 'shortest') return longestFirst.at(-1);
  return longestFirst.toSorted((a, b) => b.backers.length - a.backers.length)[0];
}

/** The share of the words that anybody marked in the group, in whole or in part, which all marked. */
function wordShare(group: Group, { text, language }: PolicyArticle): number {
  const spans = spansOf(group);
  const words = wordsBetween(text, group.hull.from, group.hull.to, language);
  const any = words.filter((word) => spans.some((span) => marks(span, word)));
  const all = any.filter((word) => spans.every((span) => marks(span, word)));
  return any.length === 0 ? 0 : all.length / any.length;
}

/** The different markings of the group with who made them, the one of most first; those that are level in a fixed order. */
function proposals({ members }: Group): readonly Proposed[] {
  const found = new Map<string, { readonly span: Span; readonly note: string; readonly backers: readonly SpanRef[] }>();
  for (const { annotatorId, span } of members.toSorted((a, b) => compareText(a.annotatorId, b.annotatorId))) {
    if (!span) continue;
    const known = found.get(markingText(span));
    found.set(markingText(span), {
      span: known?.span ?? span,
      note: known?.note || span.note,
      backers: [...(known?.backers ?? []), { annotatorId, spanId: span.id }],
    });
  }
  return [...found]
    .toSorted(([a, one], [b, two]) => two.backers.length - one.backers.length || compareText(a, b))
    .map(([, { span, note, backers }]) => {
      const { label, ranges, attributes } = span;
      return { label, ranges, attributes, note, backers };
    });
}

function marks({ ranges }: Span, word: TextRange): boolean {
  return ranges.some((range) => overlaps(range, word));
}

function spansOf({ members }: Group): readonly Span[] {
  return members.flatMap(({ span }) => (span ? [span] : []));
}
