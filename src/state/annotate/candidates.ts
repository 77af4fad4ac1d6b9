import { t } from '#language/t.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type Label } from '#core/labels/label-set.ts';
import { sameRanges, type TextRange } from '#core/text/range.ts';
import { smartExtentsAt, smartRangesAt } from '#core/spans/smart-extent.ts';
import { spansOverlapping } from '#core/spans/span-index.ts';
import { type Span, type SpanId } from '#core/spans/span.ts';
import { trimRange, withoutHalfCharacters } from '#core/text/words.ts';
import { type AnnotateData } from './annotate-state.ts';

/** Where keys act: a place of the open article. */
type Place = Pick<AnnotateData, 'article' | 'paragraphs' | 'selection'>;

/** The ranges that the label could take now, the best first, several for an interrupted span; empty where there are none. */
export function candidatesFor(label: Label, shown: Place): readonly (readonly TextRange[])[] {
  const { article, paragraphs, selection } = shown;
  const selected = selectedRange(shown);
  if (selected) return [[selected]];
  if (!selection) return [];
  return smartRangesAt(label.smartExtent, article.text, paragraphs, selection.head, article.language);
}

/** The ranges that the label's key takes next: the best that have no span with this label yet. */
export function nextCandidate(label: Label, shown: AnnotateData): readonly TextRange[] | undefined {
  const { spans } = shown.layer;
  return candidatesFor(label, shown).find((ranges) => !twinOf(spans, label.id, ranges));
}

/** The span that has this label on just these ranges. */
export function twinOf(spans: readonly Span[], label: LabelId, ranges: readonly TextRange[]): Span | undefined {
  const [first] = ranges;
  return (
    first && spansOverlapping(spans, first).find((span) => span.label === label && sameRanges(span.ranges, ranges))
  );
}

/**
 * Why a span of the label cannot lie on these ranges beside the spans that are there, as a sentence; undefined where it can.
 * `id` is the span itself where it is there already.
 */
export function problemWithPlace(
  spans: readonly Span[],
  label: Label,
  ranges: readonly TextRange[],
  id?: SpanId,
): string | undefined {
  const isOther = (span: Span): boolean => span.id !== id && span.label === label.id;
  const others = ranges.flatMap((range) => spansOverlapping(spans, range)).filter(isOther);
  if (others.some((span) => sameRanges(span.ranges, ranges))) {
    return t`There is a span with this label on the same words already.`;
  }
  return others.length > 0 && !label.overlapsItself
    ? t`Spans of ${label.name} may not overlap, and some of these words have one.`
    : undefined;
}

/** The selected words or, where nothing is selected, the word at the caret. */
export function wordsTaken(shown: Place): TextRange | undefined {
  const { article, paragraphs, selection } = shown;
  if (!selection) return undefined;
  return selectedRange(shown) ?? smartExtentsAt('word', article.text, paragraphs, selection.head, article.language)[0];
}

/** The selected words without white space at the edges, or undefined where nothing is selected. */
export function selectedRange({ article, selection }: Pick<Place, 'article' | 'selection'>): TextRange | undefined {
  if (!selection || selection.anchor === selection.head) return undefined;
  const from = Math.min(selection.anchor, selection.head);
  const to = Math.max(selection.anchor, selection.head);
  return trimRange(article.text, withoutHalfCharacters(article.text, { from, to }));
}
