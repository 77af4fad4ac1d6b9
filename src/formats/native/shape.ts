import { t } from '#language/t.ts';
import * as v from 'valibot';
import { type AnnotatorId, type ProjectId } from '#core/project/project.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type SpanId } from '#core/spans/span.ts';
import { ISO_DATE, LANGUAGE_TAG, LIMITS } from '#formats/limits.ts';
import { type LogShape, logShape } from './log-shape.ts';
import { guidelineVersionShape, labelSetShape } from './label-set-shape.ts';
import { type DecisionShape, type ThreadShape } from './review-shape.ts';
import {
  articleId,
  articleIdOrEmpty,
  atMost,
  attributeShape,
  count,
  id,
  instant,
  instantOrEmpty,
  type LinkShape,
  listUpTo,
  orEmpty,
  originShape,
  rangesShape,
  statusShape,
  textUpTo,
} from './shape-parts.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from './version.ts';

const projectShape = v.strictObject({
  id: id<ProjectId>(),
  name: textUpTo(LIMITS.name),
  labelSet: labelSetShape,
  guidelines: listUpTo(LIMITS.guidelines, guidelineVersionShape),
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
  decisions: listUpTo(LIMITS.decisions, v.unknown()),
  threads: listUpTo(LIMITS.threads, v.unknown()),
});

/** Where a page starts, in both units. */
const pageShape = v.strictObject({ from: count, codePointFrom: count, page: textUpTo(LIMITS.page) });

/** One member of `articles`. */
export const articleShape = v.strictObject({
  id: articleId,
  title: textUpTo(LIMITS.title),
  author: textUpTo(LIMITS.author),
  source: textUpTo(LIMITS.source),
  date: v.pipe(v.string(), v.regex(orEmpty(ISO_DATE), t`must be empty or a date such as 2024-06-17`)),
  language: v.pipe(
    v.string(),
    v.regex(LANGUAGE_TAG, t`must be a language tag such as en, or und`),
    atMost(LIMITS.language),
  ),
  original: v.strictObject({
    newline: v.picklist(['none', 'lf', 'crlf', 'cr', 'mixed']),
    byteOrderMark: v.boolean(),
    replaced: count,
  }),
  correctionOf: articleIdOrEmpty,
  pages: listUpTo(LIMITS.pages, pageShape),
  text: textUpTo(LIMITS.text),
});

/** One member of `layers`, its spans and links not yet looked at. */
export const layerShape = v.strictObject({
  articleId,
  annotatorId: id<AnnotatorId>(),
  status: statusShape,
  changedAt: instantOrEmpty,
  spans: listUpTo(LIMITS.spans, v.unknown()),
  links: listUpTo(LIMITS.links, v.unknown()),
  log: v.exactOptional(logShape),
});

/** One member of a layer's `spans`. */
export const spanShape = v.strictObject({
  id: id<SpanId>(),
  label: id<LabelId>(),
  ranges: rangesShape,
  attributes: listUpTo(LIMITS.attributes, attributeShape),
  note: textUpTo(LIMITS.note),
  origin: originShape,
  createdAt: instant,
  changedAt: instant,
});

export type ArticleShape = v.InferOutput<typeof articleShape>;
export type SpanShape = v.InferOutput<typeof spanShape>;

type Outer = v.InferOutput<typeof bundleShape>;

/** A bundle that is right in shape; what it says may still be wrong. */
export interface BundleShape extends Omit<Outer, 'articles' | 'layers' | 'decisions' | 'threads'> {
  readonly articles: readonly ArticleShape[];
  readonly layers: readonly LayerShape[];
  readonly decisions: readonly DecisionShape[];
  readonly threads: readonly ThreadShape[];
}

export interface LayerShape extends Omit<v.InferOutput<typeof layerShape>, 'spans' | 'links' | 'log'> {
  readonly spans: readonly SpanShape[];
  readonly links: readonly LinkShape[];
  readonly log?: LogShape | undefined;
}
