import { type LabelId } from '#core/labels/label-id.ts';
import { findSpan } from '#core/spans/span-index.ts';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';

/**
 * The label that the annotator is most likely busy with: that of the selected span, else the armed one, else that of the span
 * selected last, else that of the span changed last. Undefined in a layer without spans.
 */
export function labelInUse({
  layer,
  selectedId,
  lastSelectedId,
  armed,
}: Pick<AnnotateState, 'layer' | 'selectedId' | 'lastSelectedId' | 'armed'>): LabelId | undefined {
  const labelOf = (id: typeof selectedId): LabelId | undefined => findSpan(layer.spans, id)?.label;
  return labelOf(selectedId) ?? armed ?? labelOf(lastSelectedId) ?? labelChangedLast(layer);
}

function labelChangedLast({ spans }: AnnotateState['layer']): LabelId | undefined {
  let last = spans[0];
  for (const span of spans) if (last && span.changedAt > last.changedAt) last = span;
  return last?.label;
}
