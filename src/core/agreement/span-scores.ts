import { intersectionOverUnion } from '#core/alignment/overlap.ts';
import { sameRanges } from '#core/text/range.ts';
import { type Outcome, ratioOutcome } from './figure.ts';
import { type SpanMatch } from './match-pair.ts';

/**
 * What counts as agreement on a span: the same ranges and label; the same ranges; the same ranges, or half for any overlap; the
 * same label and any overlap; or the same label, by the share of the text that both have.
 */
export const SCHEMES = ['strict', 'exact', 'partial', 'type', 'soft'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Counts of one pair of layers; those of several articles can be added, which is the micro-average. */
export interface SpanScores {
  /** Spans of both layers. */
  readonly spans: number;
  /** Pairs of spans that were matched, among them those with the same ranges, the same label, and both. */
  readonly matched: number;
  readonly sameRanges: number;
  readonly sameLabel: number;
  readonly same: number;
  /** Σ over matched pairs of one label of the shared text divided by the text of either. */
  readonly shared: number;
}

/** The names of the counts, in the order in which they are kept as columns. */
export const SCORE_COLUMNS = ['spans', 'matched', 'sameRanges', 'sameLabel', 'same', 'shared'] as const;

/** Counts of two layers with so many spans, of which these were matched one to one. */
export function spanScores(spans: number, matches: readonly SpanMatch[]): SpanScores {
  let [withSameRanges, withSameLabel, same, shared] = [0, 0, 0, 0];
  for (const { one, other } of matches) {
    const hasSameRanges = sameRanges(one.ranges, other.ranges);
    const hasSameLabel = one.label === other.label;
    if (hasSameRanges) withSameRanges += 1;
    if (hasSameLabel) {
      withSameLabel += 1;
      shared += intersectionOverUnion(one.ranges, other.ranges);
    }
    if (hasSameRanges && hasSameLabel) same += 1;
  }
  return { spans, matched: matches.length, sameRanges: withSameRanges, sameLabel: withSameLabel, same, shared };
}

/**
 * F1 = 2 (COR + ½ PAR) / (|A| + |B|), the same from both sides. Schemes strict to type are those of SemEval-2013 task 9.1
 * (after MUC-5) with an optimal matching; soft puts the shared share of each matched pair in place of 1.
 */
export function spanF1(scores: SpanScores, scheme: Scheme): Outcome {
  return ratioOutcome(2 * creditOf(scores, scheme), scores.spans);
}

/** COR, INC, PAR, MIS and SPU of SemEval-2013 task 9.1 for layers of so many spans each. */
export function semevalCounts(
  scores: SpanScores,
  scheme: Exclude<Scheme, 'soft'>,
  sizes: { readonly one: number; readonly other: number },
): { readonly cor: number; readonly inc: number; readonly par: number; readonly mis: number; readonly spu: number } {
  const { matched } = scores;
  const correct = { strict: scores.same, exact: scores.sameRanges, partial: scores.sameRanges, type: scores.sameLabel };
  const cor = correct[scheme];
  const rest = matched - cor;
  const [inc, par] = scheme === 'partial' ? [0, rest] : [rest, 0];
  return { cor, inc, par, mis: sizes.one - matched, spu: sizes.other - matched };
}

function creditOf({ matched, sameRanges: exact, sameLabel, same, shared }: SpanScores, scheme: Scheme): number {
  switch (scheme) {
    case 'strict':
      return same;
    case 'exact':
      return exact;
    case 'partial':
      return exact + (matched - exact) / 2;
    case 'type':
      return sameLabel;
    case 'soft':
      return shared;
  }
}
