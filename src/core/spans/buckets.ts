import { type Paragraph, paragraphAt } from '#core/text/paragraphs.ts';
import { compareSpans, type Span } from './span.ts';

/** For each paragraph the spans that touch it, in reading order. Paragraphs without spans share one empty array. */
export type Buckets = readonly (readonly Span[])[];

const NONE: readonly Span[] = [];

/** Puts every span into the bucket of each paragraph that one of its ranges reaches. */
export function bucketSpans(paragraphs: readonly Paragraph[], spans: readonly Span[]): Buckets {
  const buckets: Span[][] = [];
  for (const span of spans) {
    for (const index of paragraphsOfSpan(paragraphs, span)) (buckets[index] ??= []).push(span);
  }
  return paragraphs.map((_, index) => buckets[index] ?? NONE);
}

/** The buckets after `removed` went and `added` came; buckets of other paragraphs keep their identity. */
export function changeBuckets(
  buckets: Buckets,
  paragraphs: readonly Paragraph[],
  removed: readonly Span[],
  added: readonly Span[],
): Buckets {
  const next = [...buckets];
  for (const span of removed) {
    for (const index of paragraphsOfSpan(paragraphs, span))
      next[index] = next[index]!.filter(({ id }) => id !== span.id);
  }
  for (const span of added) {
    for (const index of paragraphsOfSpan(paragraphs, span))
      next[index] = [...next[index]!, span].toSorted(compareSpans);
  }
  return next;
}

/** Indexes of the paragraphs that the span's ranges reach, ascending and without repeats. */
export function paragraphsOfSpan(paragraphs: readonly Paragraph[], span: Span): readonly number[] {
  const indexes: number[] = [];
  for (const { from, to } of span.ranges) {
    const last = paragraphAt(paragraphs, to - 1);
    for (let index = paragraphAt(paragraphs, from); index <= last; index += 1) {
      if (indexes.at(-1) !== index) indexes.push(index);
    }
  }
  return indexes;
}
