import { type LabelId } from '#core/labels/label-id.ts';
import { type Label } from '#core/labels/label-set.ts';
import { sameRanges, type TextRange } from '#core/text/range.ts';
import { smartExtentsAt } from '#core/spans/smart-extent.ts';
import { type Span } from '#core/spans/span.ts';
import { trimRange, withoutHalfCharacters } from '#core/text/words.ts';
import { type AnnotateData } from './annotate-state.ts';

/** The ranges that the label could take now, the best first; empty where there is nothing to take. */
export function candidatesFor(label: Label, shown: AnnotateData): readonly TextRange[] {
  const { article, paragraphs, selection } = shown;
  const selected = selectedRange(shown);
  if (selected) return [selected];
  if (!selection) return [];
  return smartExtentsAt(label.smartExtent, article.text, paragraphs, selection.head, article.language);
}

/** The range that the label's key takes next: the best one that has no span with this label yet. */
export function nextCandidate(label: Label, shown: AnnotateData): TextRange | undefined {
  const { spans } = shown.layer;
  return candidatesFor(label, shown).find((range) => !twinOf(spans, label.id, [range]));
}

/** The span that has this label on just these ranges. */
export function twinOf(spans: readonly Span[], label: LabelId, ranges: readonly TextRange[]): Span | undefined {
  return spans.find((span) => span.label === label && sameRanges(span.ranges, ranges));
}

/** The selected words without white space at the edges, or undefined where nothing is selected. */
function selectedRange({ article, selection }: AnnotateData): TextRange | undefined {
  if (!selection || selection.anchor === selection.head) return undefined;
  const from = Math.min(selection.anchor, selection.head);
  const to = Math.max(selection.anchor, selection.head);
  return trimRange(article.text, withoutHalfCharacters(article.text, { from, to }));
}
