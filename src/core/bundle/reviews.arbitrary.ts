import * as fc from 'fast-check';
import { type SpanRef } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LabelSet } from '#core/labels/label-set.ts';
import { idArbitrary, nameArbitrary } from '#core/labels/label-set.arbitrary.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type Annotator, type AnnotatorId, type Article } from '#core/project/project.ts';
import {
  type BatchId,
  type CoveredSpan,
  type DecidedSpan,
  type Decision,
  type DecisionId,
  REASONS,
  VERDICTS,
} from '#core/review/decision.ts';
import { type Marking } from '#core/review/marking.ts';
import { type Message, type MessageId, type Thread, type ThreadId } from '#core/review/thread.ts';
import { type SpanId } from '#core/spans/span.ts';
import { attributesArbitrary, edgesOf, rangesFrom, timeArbitrary } from './marking.arbitrary.ts';

/**
 * Decisions on the articles, in any order of articles, with nasty ids and texts. They name spans that need not be there, for
 * a log tells what once was. For tests only.
 */
export function decisionsArbitrary(
  articles: readonly Article[],
  annotators: readonly Annotator[],
  labelSet: LabelSet,
): fc.Arbitrary<readonly Decision[]> {
  if (articles.length === 0) return fc.constant([]);
  const decision = fc.constantFrom(...articles).chain((article) => decisionArbitrary(article, annotators, labelSet));
  return fc.uniqueArray(decision, { maxLength: 3, selector: ({ id }) => id });
}

/** Threads on the articles, on words of them or on the whole. */
export function threadsArbitrary(
  articles: readonly Article[],
  annotators: readonly Annotator[],
): fc.Arbitrary<readonly Thread[]> {
  if (articles.length === 0) return fc.constant([]);
  const thread = fc.constantFrom(...articles).chain((article) => threadArbitrary(article, annotators));
  return fc.uniqueArray(thread, { maxLength: 2, selector: ({ id }) => id });
}

function decisionArbitrary(
  { id: articleId, text }: Article,
  annotators: readonly Annotator[],
  labelSet: LabelSet,
): fc.Arbitrary<Decision> {
  const edges = edgesOf(text);
  const marking = markingArbitrary(edges, labelSet);
  const inputs = fc.array(fc.record({ annotatorId: annotatorArbitrary(annotators), digest: idArbitrary() }), {
    maxLength: 2,
  });
  return fc
    .record({
      articleId: fc.constant(articleId),
      id: idArbitrary().map((id) => id as DecisionId),
      at: timeArbitrary(),
      by: annotatorArbitrary(annotators),
      verdict: fc.constantFrom(...VERDICTS),
      covers: edges.length < 2 ? fc.constant([]) : fc.array(coveredArbitrary(marking, annotators), { maxLength: 2 }),
      inputs,
      spans:
        edges.length < 2
          ? fc.constant([])
          : fc.uniqueArray(decidedArbitrary(marking, annotators, labelSet), { maxLength: 2, selector: ({ id }) => id }),
      reasons: fc.subarray([...REASONS]),
      comment: nameArbitrary(),
      isBlind: fc.boolean(),
      policy: fc.constantFrom(undefined, { policy: 'majority' as const, settings: 'Two of “three”.' }),
      batch: fc.constantFrom('' as const, '__proto__' as BatchId),
      supersedes: fc.array(
        idArbitrary().map((id) => id as DecisionId),
        { maxLength: 2 },
      ),
    })
    .map((decision) => {
      const givesNothing = ['reject', 'defer', 'withdraw'].includes(decision.verdict);
      return givesNothing ? { ...decision, spans: [] } : decision;
    });
}

function threadArbitrary({ id: articleId, text }: Article, annotators: readonly Annotator[]): fc.Arbitrary<Thread> {
  const edges = edgesOf(text);
  const range = fc
    .array(fc.nat(edges.length - 1), { minLength: 2, maxLength: 2 })
    .map((cuts) => (edges.length < 2 ? undefined : rangesFrom(edges, cuts)[0]));
  const message: fc.Arbitrary<Message> = fc.record({
    id: idArbitrary().map((id) => id as MessageId),
    by: annotatorArbitrary(annotators),
    at: timeArbitrary(),
    body: nameArbitrary(),
  });
  return fc
    .record({
      articleId: fc.constant(articleId),
      id: idArbitrary().map((id) => id as ThreadId),
      spans: fc.array(refArbitrary(annotators), { maxLength: 2 }),
      range: fc.oneof(fc.constant(undefined), range),
      isGuidelineQuestion: fc.boolean(),
      isResolved: fc.boolean(),
      changedAt: timeArbitrary(),
      messages: fc.uniqueArray(message, { maxLength: 3, selector: ({ id }) => id }),
    })
    .map((thread) => ({ ...thread, quote: thread.range ? text.slice(thread.range.from, thread.range.to) : '' }));
}

function markingArbitrary(edges: readonly number[], { labels }: LabelSet): fc.Arbitrary<Marking> {
  return fc.record({
    // A label of an earlier label set as well.
    label: fc.oneof(fc.constantFrom(...labels.map(({ id }) => id)), fc.constant('gone' as LabelId)),
    ranges: fc.array(fc.nat(edges.length - 1), { minLength: 2, maxLength: 4 }).map((cuts) => rangesFrom(edges, cuts)),
    attributes: attributesArbitrary(edges),
  });
}

function coveredArbitrary(marking: fc.Arbitrary<Marking>, annotators: readonly Annotator[]): fc.Arbitrary<CoveredSpan> {
  return fc.tuple(marking, refArbitrary(annotators)).map(([held, ref]) => ({ ...ref, ...held }));
}

function decidedArbitrary(
  marking: fc.Arbitrary<Marking>,
  annotators: readonly Annotator[],
  { linkTypes }: LabelSet,
): fc.Arbitrary<DecidedSpan> {
  const type = fc.constantFrom('gone' as LinkTypeId, ...linkTypes.map(({ id }) => id));
  return fc
    .tuple(
      marking,
      fc.record({
        id: idArbitrary().map((id) => id as SpanId),
        note: nameArbitrary(),
        from: fc.array(refArbitrary(annotators), { maxLength: 2 }),
        links: fc.array(fc.record({ type, to: refArbitrary(annotators) }), { maxLength: 2 }),
      }),
    )
    .map(([held, about]) => ({ ...held, ...about }));
}

function refArbitrary(annotators: readonly Annotator[]): fc.Arbitrary<SpanRef> {
  return fc.record({
    annotatorId: annotatorArbitrary(annotators),
    spanId: idArbitrary().map((id) => id as SpanId),
  });
}

/** One of the annotators, or one whose layers are not in the bundle. */
function annotatorArbitrary(annotators: readonly Annotator[]): fc.Arbitrary<AnnotatorId> {
  return fc.constantFrom('somebody else' as AnnotatorId, ...annotators.map(({ id }) => id));
}
