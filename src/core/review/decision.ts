import { type SpanRef } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';

/** Identifies a decision in its project. */
export type DecisionId = string & { readonly brand: 'DecisionId' };

/** Identifies decisions that one action made, and that are taken back together. */
export type BatchId = string & { readonly brand: 'BatchId' };

/**
 * What was settled: a proposal taken as it is; one changed, joined or split; nothing here belongs to gold; something that
 * nobody had marked; needs to be talked about first; or earlier decisions taken back.
 */
export const VERDICTS = ['accept', 'adjust', 'reject', 'add', 'defer', 'withdraw'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why, in codes that can be counted. */
export const REASONS = [
  'boundary-convention',
  'label-confusion',
  'missed',
  'spurious',
  'guideline-gap',
  'ambiguous',
  'slip',
] as const;
export type Reason = (typeof REASONS)[number];

/** A span as the reviewer saw it, so that a later change of it is noticed and can be shown. */
export interface CoveredSpan extends SpanRef {
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly attributes: readonly SpanAttribute[];
}

/**
 * A link that goes with a span into gold: to whatever gold has in the place of the span at its other end, or to a span of
 * gold itself (`inGold`), which nobody had marked.
 */
export interface DecidedLink {
  readonly type: LinkTypeId;
  readonly to: SpanRef;
}

/** A span that a decision puts into gold. `from` names the spans that it was taken from, none where nobody had marked it. */
export interface DecidedSpan {
  readonly id: SpanId;
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly attributes: readonly SpanAttribute[];
  readonly note: string;
  readonly from: readonly SpanRef[];
  readonly links: readonly DecidedLink[];
}

/** The digest of a layer as the reviewer saw it. */
export interface ReviewInput {
  readonly annotatorId: AnnotatorId;
  readonly digest: string;
}

/** How a decision was made that no reviewer looked at one by one; `settings` is the rule in words. */
export interface PolicyUsed {
  readonly policy: 'unanimous' | 'trim-only' | 'majority' | 'trusted' | 'word-agreement';
  readonly settings: string;
}

/**
 * One entry of an article's review log, never changed and never removed. `covers` are the spans that it disposes of, `spans`
 * what gold gets in their place: none for reject, defer and withdraw. A decision counts as long as no counting decision
 * names it in `supersedes`. `by` is the reviewer; `isBlind` tells that names were hidden. `batch` is empty where it stands alone.
 */
export interface Decision {
  readonly id: DecisionId;
  readonly articleId: ArticleId;
  readonly at: string;
  readonly by: AnnotatorId;
  readonly verdict: Verdict;
  readonly covers: readonly CoveredSpan[];
  /** Whose layers were compared, with those who had nothing here. */
  readonly inputs: readonly ReviewInput[];
  readonly spans: readonly DecidedSpan[];
  readonly reasons: readonly Reason[];
  readonly comment: string;
  readonly isBlind: boolean;
  readonly policy: PolicyUsed | undefined;
  readonly batch: BatchId | '';
  readonly supersedes: readonly DecisionId[];
}
