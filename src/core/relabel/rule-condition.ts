import { type LinkCondition, type SpanCondition } from '#core/labels/label-rule.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Link } from '#core/spans/link.ts';
import { attributeOf, type Span, type SpanId } from '#core/spans/span.ts';
import { compareTimes } from '#core/text/compare-times.ts';

/** The words of a span as a list of distinct words shows them: its ranges joined by an ellipsis, white space as one blank. */
export function wordsOf({ ranges }: Span, text: string): string {
  const parts = ranges.map(({ from, to }) => text.slice(from, to).replace(/\s+/gu, ' ').trim());
  return parts.join(' … ');
}

/** True for a span that a rule with this condition is about; without a condition it is about every span. */
export function spanMatches(where: SpanCondition | undefined, span: Span, at: string, text: string): boolean {
  if (!where) return true;
  if (compareTimes(span.changedAt, at) > 0) return false;
  if (where.kind === 'words') return where.words.includes(wordsOf(span, text));
  const held = attributeOf(span, where.attribute);
  if (where.value === null) return held === undefined;
  return held === where.value || (Array.isArray(held) && (held as readonly string[]).includes(where.value));
}

/** True for a link that a rule with this condition is about; `labels` are those of the spans. */
export function linkMatches(
  where: LinkCondition | undefined,
  link: Link,
  labels: ReadonlyMap<SpanId, LabelId>,
  at: string,
): boolean {
  if (!where) return true;
  return compareTimes(link.createdAt, at) <= 0 && labels.get(link[where.end]) === where.label;
}
