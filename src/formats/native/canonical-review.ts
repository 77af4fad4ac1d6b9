import { type SpanRef } from '#core/alignment/group.ts';
import { type CoveredSpan, type DecidedSpan, type Decision } from '#core/review/decision.ts';
import { compareRefs } from '#core/review/marking.ts';
import { compareMessages } from '#core/review/merge-threads.ts';
import { type Thread } from '#core/review/thread.ts';
import { compareText } from '#core/text/compare-text.ts';
import { wellFormed } from '#formats/wording.ts';
import { canonicalAttributes, canonicalRanges } from './canonical-marking.ts';

/** A decision with its fields and what it names in the one order that files have. */
export function canonicalDecision(decision: Decision): Decision {
  const { articleId, id, at, by, verdict, isBlind, batch, policy } = decision;
  return {
    articleId,
    id,
    at,
    by,
    verdict,
    covers: decision.covers.map(canonicalCovered).toSorted(compareRefs),
    inputs: decision.inputs
      .map(({ annotatorId, digest }) => ({ annotatorId, digest }))
      .toSorted((a, b) => compareText(a.annotatorId, b.annotatorId) || compareText(a.digest, b.digest)),
    spans: decision.spans.map(canonicalDecided),
    reasons: [...decision.reasons],
    comment: wellFormed(decision.comment),
    isBlind,
    policy: policy && { policy: policy.policy, settings: wellFormed(policy.settings) },
    batch,
    supersedes: [...decision.supersedes],
  };
}

/** A thread with its fields and messages in the one order that files have. */
export function canonicalThread(thread: Thread): Thread {
  const { articleId, id, range, isGuidelineQuestion, isResolved, changedAt } = thread;
  return {
    articleId,
    id,
    spans: thread.spans.map(canonicalRef).toSorted(compareRefs),
    range: range && { from: range.from, to: range.to },
    quote: wellFormed(thread.quote),
    isGuidelineQuestion,
    isResolved,
    changedAt,
    messages: thread.messages
      .map((message) => ({ id: message.id, by: message.by, at: message.at, body: wellFormed(message.body) }))
      .toSorted(compareMessages),
  };
}

/** The order of decisions in a file: by article; those of one article keep the order in which they are given. */
export function compareDecisions(a: Decision, b: Decision): number {
  return compareText(a.articleId, b.articleId);
}

/** The order of threads in a file. */
export function compareThreads(a: Thread, b: Thread): number {
  return compareText(a.articleId, b.articleId) || compareText(a.id, b.id);
}

function canonicalCovered({ annotatorId, spanId, label, ranges, attributes }: CoveredSpan): CoveredSpan {
  return { annotatorId, spanId, label, ranges: canonicalRanges(ranges), attributes: canonicalAttributes(attributes) };
}

function canonicalDecided({ id, label, ranges, attributes, note, from, links }: DecidedSpan): DecidedSpan {
  return {
    id,
    label,
    ranges: canonicalRanges(ranges),
    attributes: canonicalAttributes(attributes),
    note: wellFormed(note),
    from: from.map(canonicalRef).toSorted(compareRefs),
    links: links
      .map(({ type, to }) => ({ type, to: canonicalRef(to) }))
      .toSorted((a, b) => compareText(a.type, b.type) || compareRefs(a.to, b.to)),
  };
}

function canonicalRef({ annotatorId, spanId }: SpanRef): SpanRef {
  return { annotatorId, spanId };
}
