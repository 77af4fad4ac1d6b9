import * as v from 'valibot';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkTypeId } from '#core/labels/link-type.ts';
import { type AnnotatorId } from '#core/project/project.ts';
import { type BatchId, type DecisionId, REASONS, VERDICTS } from '#core/review/decision.ts';
import { type MessageId, type ThreadId } from '#core/review/thread.ts';
import { type SpanId } from '#core/spans/span.ts';
import { LIMITS } from '#formats/limits.ts';
import { articleId, attributeShape, id, instant, listUpTo, rangeShape, rangesShape, textUpTo } from './shape-parts.ts';

const refShape = v.strictObject({ annotatorId: id<AnnotatorId>(), spanId: id<SpanId>() });

const attributesShape = listUpTo(LIMITS.attributes, attributeShape);

const coveredShape = v.strictObject({
  annotatorId: id<AnnotatorId>(),
  spanId: id<SpanId>(),
  label: id<LabelId>(),
  ranges: rangesShape,
  attributes: attributesShape,
});

const decidedShape = v.strictObject({
  id: id<SpanId>(),
  label: id<LabelId>(),
  ranges: rangesShape,
  attributes: attributesShape,
  note: textUpTo(LIMITS.note),
  from: listUpTo(LIMITS.spans, refShape),
  links: listUpTo(LIMITS.links, v.strictObject({ type: id<LinkTypeId>(), to: refShape })),
});

/** What the file has as null is undefined here. */
function orNothing<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(
    v.nullable(schema),
    v.transform((value) => value ?? undefined),
  );
}

const policyShape = v.strictObject({
  policy: v.picklist(['unanimous', 'trim-only', 'majority', 'trusted', 'word-agreement']),
  settings: textUpTo(LIMITS.description),
});

/** One member of `decisions`. */
export const decisionShape = v.strictObject({
  articleId,
  id: id<DecisionId>(),
  at: instant,
  by: id<AnnotatorId>(),
  verdict: v.picklist(VERDICTS),
  covers: listUpTo(LIMITS.spans, coveredShape),
  inputs: listUpTo(LIMITS.annotators, v.strictObject({ annotatorId: id<AnnotatorId>(), digest: id() })),
  spans: listUpTo(LIMITS.spans, decidedShape),
  reasons: listUpTo(REASONS.length, v.picklist(REASONS)),
  comment: textUpTo(LIMITS.note),
  isBlind: v.boolean(),
  policy: orNothing(policyShape),
  batch: v.pipe(
    textUpTo(LIMITS.id),
    v.transform((text) => text as BatchId | ''),
  ),
  supersedes: listUpTo(LIMITS.decisions, id<DecisionId>()),
});

const messageShape = v.strictObject({
  id: id<MessageId>(),
  by: id<AnnotatorId>(),
  at: instant,
  body: textUpTo(LIMITS.note),
});

/** One member of `threads`. */
export const threadShape = v.strictObject({
  articleId,
  id: id<ThreadId>(),
  spans: listUpTo(LIMITS.spans, refShape),
  range: orNothing(rangeShape),
  quote: textUpTo(LIMITS.text),
  isGuidelineQuestion: v.boolean(),
  isResolved: v.boolean(),
  changedAt: instant,
  messages: listUpTo(LIMITS.messages, messageShape),
});

export type DecisionShape = v.InferOutput<typeof decisionShape>;
export type ThreadShape = v.InferOutput<typeof threadShape>;
