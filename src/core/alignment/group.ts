import { type AnnotatorId, type Layer } from '#core/project/project.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';

/** A span of somebody's layer; ids alone are unique within a layer only. */
export interface SpanRef {
  readonly annotatorId: AnnotatorId;
  readonly spanId: SpanId;
}

/** What one of the compared annotators has in a group: one span, or undefined where the annotator finished without it. */
export interface GroupMember {
  readonly annotatorId: AnnotatorId;
  readonly span: Span | undefined;
}

/**
 * Why a group needs a decision, the weightiest reason first: only one of three or more marked it; labels differ; ranges
 * differ; attributes differ; links differ; all who marked it agree but some did not. `unanimous` needs none.
 */
export const GROUP_KINDS = ['single', 'label', 'boundary', 'attribute', 'link', 'missing', 'unanimous'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Identifies a group among those of the same article; made of its spans, so that it changes only when they do. */
export type GroupKey = string & { readonly brand: 'GroupKey' };

/** What is different among the spans of a group. */
export interface Differences {
  readonly labels: boolean;
  readonly ranges: boolean;
  readonly attributes: boolean;
  readonly links: boolean;
  /** Some annotators have no span in the group. */
  readonly missing: boolean;
}

/**
 * Competing spans of several annotators that are about the same thing: at most one of each annotator. What is one group in
 * review is one match or one disagreement in agreement figures.
 */
export interface Group {
  readonly key: GroupKey;
  /** One for each compared layer, in the order of annotator ids. */
  readonly members: readonly GroupMember[];
  readonly kind: GroupKind;
  readonly differs: Differences;
  /** From the first start to the last end of all spans. */
  readonly hull: TextRange;
  /** The text that all spans have in common; empty where there is none. */
  readonly core: readonly TextRange[];
  /** Groups that this one was perhaps split from or merged into: same label, overlapping. */
  readonly related: readonly GroupKey[];
  /** True where the best alignment was too dear to find and a good one was taken. */
  readonly isApproximate: boolean;
}

/** Layers on one article that are compared: only those of annotators who have finished it. */
export type ComparedLayers = readonly Layer[];
