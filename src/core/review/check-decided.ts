import { type LabelId } from '#core/labels/label-id.ts';
import { findLabel, type LabelSet } from '#core/labels/label-set.ts';
import { problemWithRanges } from '#core/project/check-span.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { overlaps, type TextRange } from '#core/text/range.ts';

/** Why a span may not stand in gold. */
export type DecidedProblem =
  /** Its ranges are wrong in this text; `message` is a sentence without a full stop. */
  | { readonly kind: 'ranges'; readonly message: string }
  | { readonly kind: 'unknown-label'; readonly label: LabelId }
  /** Its label may not overlap itself, and it would share text with this gold span. */
  | { readonly kind: 'overlaps'; readonly label: LabelId; readonly span: SpanId };

/**
 * What is wrong with putting these spans into gold beside the spans that stay there; empty where they may stand. Of a span
 * with wrong ranges nothing else is said. `gold` must be without what the new decision supersedes.
 */
export function problemsWithDecided(
  spans: readonly Pick<Span, 'id' | 'label' | 'ranges'>[],
  gold: readonly Pick<Span, 'id' | 'label' | 'ranges'>[],
  labelSet: LabelSet,
  text: string,
): readonly DecidedProblem[] {
  return spans.flatMap((span, index): readonly DecidedProblem[] => {
    const message = problemWithRanges(text, span.ranges);
    if (message !== undefined) return [{ kind: 'ranges', message }];
    const label = findLabel(labelSet, span.label);
    if (!label) return [{ kind: 'unknown-label', label: span.label }];
    if (label.overlapsItself) return [];
    const others = [...gold, ...spans.slice(0, index)].filter((other) => other.label === span.label);
    return others
      .filter((other) => shareText(other.ranges, span.ranges))
      .map((other) => ({ kind: 'overlaps', label: span.label, span: other.id }));
  });
}

function shareText(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return a.some((one) => b.some((other) => overlaps(one, other)));
}
