import * as v from 'valibot';
import { type LabelId, TONES } from '#core/labels/label-set.ts';
import { type AnnotatorId, type ArticleId, type ProjectId } from '#core/project/project.ts';
import { type SpanId } from '#core/spans/span.ts';
import { ISO_DATE, LANGUAGE_TAG, LIMITS } from '#formats/limits.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from './version.ts';

const INSTANT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z$/;

const instant = v.pipe(v.string(), v.regex(INSTANT, 'must be a time in UTC such as 2024-06-17T09:30:00.000Z'));
const instantOrEmpty = v.pipe(
  v.string(),
  v.regex(orEmpty(INSTANT), 'must be empty or a time in UTC such as 2024-06-17T09:30:00.000Z'),
);
const articleId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 lower-case hexadecimal digits'),
  v.transform((text) => text as ArticleId),
);
const count = v.pipe(
  v.number(),
  v.safeInteger('must be a whole number'),
  v.minValue(0, 'must not be negative'),
  v.maxValue(LIMITS.text, `must not be more than ${LIMITS.text}`),
);

const labelShape = v.strictObject({
  id: id<LabelId>(),
  name: textUpTo(LIMITS.name),
  description: textUpTo(LIMITS.description),
  key: v.picklist(['', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
  tone: v.picklist(TONES),
  channel: v.picklist(['fill', 'underline', 'bracket']),
  smartExtent: v.picklist(['word', 'name', 'sentence', 'quotation']),
});

const projectShape = v.strictObject({
  id: id<ProjectId>(),
  name: textUpTo(LIMITS.name),
  labelSet: v.strictObject({ labels: listUpTo(LIMITS.labels, labelShape) }),
});

const annotatorShape = v.strictObject({ id: id<AnnotatorId>(), name: textUpTo(LIMITS.name) });

/** The outermost object. Articles and layers are looked at one by one, so that a bad file costs no more than a good one. */
export const bundleShape = v.strictObject({
  format: v.literal(BUNDLE_FORMAT),
  version: v.literal(BUNDLE_VERSION),
  offsets: textUpTo(1_000),
  project: projectShape,
  annotators: listUpTo(LIMITS.annotators, annotatorShape),
  articles: listUpTo(LIMITS.articles, v.unknown()),
  layers: listUpTo(LIMITS.layers, v.unknown()),
});

/** One member of `articles`. */
export const articleShape = v.strictObject({
  id: articleId,
  title: textUpTo(LIMITS.title),
  source: textUpTo(LIMITS.source),
  date: v.pipe(v.string(), v.regex(orEmpty(ISO_DATE), 'must be empty or a date such as 2024-06-17')),
  language: v.pipe(
    v.string(),
    v.regex(LANGUAGE_TAG, 'must be a language tag such as en, or und'),
    atMost(LIMITS.language),
  ),
  original: v.strictObject({
    newline: v.picklist(['none', 'lf', 'crlf', 'cr', 'mixed']),
    byteOrderMark: v.boolean(),
    replaced: count,
  }),
  text: textUpTo(LIMITS.text),
});

/** One member of `layers`, its spans not yet looked at. */
export const layerShape = v.strictObject({
  articleId,
  annotatorId: id<AnnotatorId>(),
  status: v.picklist(['not-started', 'in-progress', 'done']),
  changedAt: instantOrEmpty,
  spans: listUpTo(LIMITS.spans, v.unknown()),
});

const rangeShape = v.strictObject({
  from: count,
  to: count,
  codePointFrom: count,
  codePointTo: count,
  quote: textUpTo(LIMITS.text),
});

/** One member of a layer's `spans`. */
export const spanShape = v.strictObject({
  id: id<SpanId>(),
  label: id<LabelId>(),
  ranges: v.pipe(listUpTo(LIMITS.ranges, rangeShape), v.minLength(1, 'must have at least one range')),
  note: textUpTo(LIMITS.note),
  origin: v.picklist(['hand', 'suggestion', 'import']),
  createdAt: instant,
  changedAt: instant,
});

export type ArticleShape = v.InferOutput<typeof articleShape>;
export type SpanShape = v.InferOutput<typeof spanShape>;

/** A bundle that is right in shape; what it says may still be wrong. */
export interface BundleShape extends Omit<v.InferOutput<typeof bundleShape>, 'articles' | 'layers'> {
  readonly articles: readonly ArticleShape[];
  readonly layers: readonly LayerShape[];
}

export interface LayerShape extends Omit<v.InferOutput<typeof layerShape>, 'spans'> {
  readonly spans: readonly SpanShape[];
}

function id<Id extends string>() {
  return v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    atMost(LIMITS.id),
    v.transform((text) => text as Id),
  );
}

function orEmpty(pattern: RegExp): RegExp {
  return new RegExp(`^$|${pattern.source}`);
}

function textUpTo(limit: number) {
  return v.pipe(v.string(), atMost(limit));
}

/** Counts code points as JSON Schema's maxLength does, and only where code units do not decide. */
function atMost(limit: number) {
  return v.check<string, string>((text) => {
    if (text.length <= limit) return true;
    return text.length <= 2 * limit && Array.from(text).length <= limit;
  }, `must not have more than ${limit} characters`);
}

/** The length is checked before the members: a list of millions of wrong values must not become millions of issues. */
function listUpTo<const Member extends v.GenericSchema>(limit: number, member: Member) {
  const tooLong = `must not have more than ${limit} members`;
  return v.pipe(v.array(v.unknown()), v.maxLength(limit, tooLong), v.array(member));
}
