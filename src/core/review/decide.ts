import { type ComparedLayers, type Group, type SpanRef } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { type SpanAttribute, type SpanId } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
import { compareText } from '#core/text/compare-text.ts';
import {
  type BatchId,
  type CoveredSpan,
  type DecidedLink,
  type DecidedSpan,
  type Decision,
  type DecisionId,
  type PolicyUsed,
  type Reason,
  type Verdict,
} from './decision.ts';
import { layerDigest } from './digest.ts';
import { compareRefs, refText } from './marking.ts';

/** Who decides, when, why and on what: everything about a decision but what it says of spans. */
export interface Deciding {
  readonly articleId: ArticleId;
  /** Of the decision to be made; its gold spans get ids made from it. */
  readonly id: DecisionId;
  readonly at: string;
  readonly by: AnnotatorId;
  readonly isBlind: boolean;
  readonly reasons: readonly Reason[];
  readonly comment: string;
  readonly batch: BatchId | '';
  readonly policy: PolicyUsed | undefined;
  /** The compared layers. */
  readonly layers: ComparedLayers;
  /** The article's log so far: decisions in it about spans of the groups are superseded. */
  readonly log: readonly Decision[];
}

/**
 * What gold is to get. `from` are the spans that it is taken from; their links go with it where they have its label, unless
 * `chosenLinks` says which do.
 */
export interface Wanted {
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly attributes: readonly SpanAttribute[];
  readonly note: string;
  readonly from: readonly SpanRef[];
  readonly chosenLinks?: readonly DecidedLink[] | undefined;
}

/** What a proposal has to say, whatever else it holds. */
export interface Proposed {
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly attributes: readonly SpanAttribute[];
  readonly note: string;
  readonly backers: readonly SpanRef[];
  readonly chosenLinks?: readonly DecidedLink[] | undefined;
}

/**
 * Takes one proposal as it is for all spans of the groups: one group, or one with its related groups (the whole instead of
 * its parts).
 */
export function acceptProposal(groups: readonly Group[], proposal: Proposed, deciding: Deciding): Decision {
  return decision('accept', groups, [wantedFrom(proposal)], deciding);
}

/** Takes several proposals, of the same or of related groups, side by side: the parts instead of the whole. */
export function acceptParts(groups: readonly Group[], parts: readonly Proposed[], deciding: Deciding): Decision {
  return decision('adjust', groups, parts.map(wantedFrom), deciding);
}

/** Takes a span that no annotator has marked just so: other ranges, another label, other values. */
export function adjust(groups: readonly Group[], wanted: Wanted, deciding: Deciding): Decision {
  return decision('adjust', groups, [wanted], deciding);
}

/** Nothing of the groups belongs to gold. */
export function reject(groups: readonly Group[], deciding: Deciding): Decision {
  return decision('reject', groups, [], deciding);
}

/** The groups need to be talked about first. */
export function defer(groups: readonly Group[], deciding: Deciding): Decision {
  return decision('defer', groups, [], deciding);
}

/** Puts in a span that nobody has marked. */
export function addToGold(wanted: Omit<Wanted, 'from'>, deciding: Deciding): Decision {
  return decision('add', [], [{ ...wanted, from: [] }], deciding);
}

/**
 * Takes counting decisions back, so that those before them count again. Redo is the same with the decision that withdrew
 * them.
 */
export function withdraw(ids: readonly DecisionId[], deciding: Deciding): Decision {
  return { ...decision('withdraw', [], [], deciding), supersedes: ids.toSorted(compareText) };
}

/**
 * Decides a stale decision again in just the same way, now about the spans of `groups` (those that hold a span that it
 * covers; none where all are gone). Its gold spans keep their ids, so that links to them and what is made of gold hold.
 */
export function keepDecision(stale: Decision, groups: readonly Group[], deciding: Deciding): Decision {
  const again = decision(stale.verdict, groups, [], deciding);
  const compared = new Set(deciding.layers.map(({ annotatorId }) => annotatorId));
  const about = new Set(again.covers.map(refText));
  // What somebody marked who is not compared at the moment stays settled.
  const absent = stale.covers.filter((ref) => !compared.has(ref.annotatorId) && !about.has(refText(ref)));
  const before = supersededBy([...again.covers, ...stale.covers], deciding.log);
  return {
    ...again,
    spans: stale.spans,
    covers: [...again.covers, ...absent].toSorted(compareRefs),
    supersedes: [...new Set([...before, stale.id])].toSorted(compareText),
  };
}

function wantedFrom({ label, ranges, attributes, note, backers, chosenLinks }: Proposed): Wanted {
  return { label, ranges, attributes, note, from: backers, chosenLinks };
}

function decision(
  verdict: Verdict,
  groups: readonly Group[],
  wanted: readonly Wanted[],
  { articleId, id, at, by, isBlind, reasons, comment, batch, policy, layers, log }: Deciding,
): Decision {
  const covers = coveredBy(groups);
  return {
    id,
    articleId,
    at,
    by,
    verdict,
    covers,
    inputs: layers
      .map((layer) => ({ annotatorId: layer.annotatorId, digest: layerDigest(layer) }))
      .toSorted((a, b) => compareText(a.annotatorId, b.annotatorId)),
    spans: wanted.map((each, index) => decidedSpan(each, `${id}-${index + 1}` as SpanId, layers)),
    reasons,
    comment,
    isBlind,
    policy,
    batch,
    supersedes: supersededBy(covers, log),
  };
}

function coveredBy(groups: readonly Group[]): readonly CoveredSpan[] {
  return groups
    .flatMap(({ members }) => members)
    .flatMap(({ annotatorId, span }) => {
      if (!span) return [];
      const { id: spanId, label, ranges, attributes } = span;
      return [{ annotatorId, spanId, label, ranges, attributes }];
    })
    .toSorted(compareRefs);
}

/**
 * All decisions of the log about these spans, also those that do not count now: one that an earlier decision had taken the
 * place of would count again otherwise, or be brought back beside this one.
 */
function supersededBy(covers: readonly CoveredSpan[], log: readonly Decision[]): readonly DecisionId[] {
  const names = new Set(covers.map(refText));
  return log
    .filter((earlier) => earlier.covers.some((ref) => names.has(refText(ref))))
    .map(({ id }) => id)
    .toSorted(compareText);
}

function decidedSpan(
  { label, ranges, attributes, note, from, chosenLinks }: Wanted,
  id: SpanId,
  layers: ComparedLayers,
): DecidedSpan {
  const plainFrom = from.map(({ annotatorId, spanId }) => ({ annotatorId, spanId })).toSorted(compareRefs);
  const links = chosenLinks ? eachOnce(chosenLinks) : linksOf(label, plainFrom, layers);
  return { id, label, ranges, attributes, note, from: plainFrom, links };
}

/** Those that start at the spans; of a span with another label none, since its links may not fit this one. */
export function linksOf(label: LabelId, from: readonly SpanRef[], layers: ComparedLayers): readonly DecidedLink[] {
  const found: DecidedLink[] = [];
  for (const { annotatorId, spanId } of from) {
    const layer = layers.find((each) => each.annotatorId === annotatorId);
    if (layer?.spans.find(({ id }) => id === spanId)?.label !== label) continue;
    for (const { type, from: start, to } of layer.links) {
      if (start === spanId) found.push({ type, to: { annotatorId, spanId: to } });
    }
  }
  return eachOnce(found);
}

function eachOnce(links: readonly DecidedLink[]): readonly DecidedLink[] {
  const found = new Map(
    links.map(({ type, to: { annotatorId, spanId } }): [string, DecidedLink] => {
      const link: DecidedLink = { type, to: { annotatorId, spanId } };
      return [JSON.stringify([type, refText(link.to)]), link];
    }),
  );
  return [...found.values()].toSorted((a, b) => compareText(a.type, b.type) || compareRefs(a.to, b.to));
}
