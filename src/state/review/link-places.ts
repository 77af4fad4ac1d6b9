import { type SpanRef } from '#core/alignment/group.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { type LinkType, mayEndAt } from '#core/labels/link-type.ts';
import { inGold } from '#core/review/gold-layer.ts';
import { refText } from '#core/review/marking.ts';
import { extentOf } from '#core/spans/span.ts';
import { type TextRange } from '#core/text/range.ts';
import { goldSpansOf } from './review-items.ts';
import { type DraftSpan, type ReviewData, type ReviewItem } from './review-state.ts';
import { wordsOf } from './review-words.ts';

/** Something in the article that a link of gold can go to, whoever marked it. */
export interface LinkPlace {
  /** The same for all spans that stand for it. */
  readonly key: string;
  /** One of these spans. */
  readonly to: SpanRef;
  readonly label: LabelId;
  readonly words: string;
  readonly ranges: readonly TextRange[];
}

type Reviewed = Pick<ReviewData, 'items' | 'article' | 'layers'>;

/** A place as it is in an item, with all spans that stand for it. */
interface Place extends Pick<LinkPlace, 'to' | 'label' | 'ranges'> {
  readonly key: string;
  readonly refs: readonly SpanRef[];
}

/**
 * Where a link of this type from the draft may end, nearest first: spans of gold where their groups are decided, else what
 * the annotators have there. `typed` narrows them to those with these words, in any case.
 */
export function placesFor(
  { items, currentId, article }: Pick<ReviewData, 'items' | 'currentId' | 'article'>,
  draft: DraftSpan,
  type: LinkType,
  typed: string,
): readonly LinkPlace[] {
  const wanted = typed.trim().toLowerCase();
  const { from } = extentOf(draft);
  return items
    .filter(({ id }) => id !== currentId)
    .flatMap(placesIn)
    .filter(({ label }) => mayEndAt(type, label))
    .map(({ key, to, label, ranges }) => ({ key, to, label, ranges, words: wordsOf(article.text, ranges) }))
    .filter(({ words }) => words.toLowerCase().includes(wanted))
    .toSorted((a, b) => Math.abs(extentOf(a).from - from) - Math.abs(extentOf(b).from - from));
}

/** The place that a link goes to; undefined where nobody who is compared, nor gold, has it any more. */
export function placeOf({ items, article, layers }: Reviewed, to: SpanRef): LinkPlace | undefined {
  for (const item of items) {
    const place = placesIn(item).find(({ refs }) => refs.some((ref) => refText(ref) === refText(to)));
    if (place) return { ...place, words: wordsOf(article.text, place.ranges) };
  }
  // Something that was left out, or is about to be.
  const span = layers
    .find(({ annotatorId }) => annotatorId === to.annotatorId)
    ?.spans.find(({ id }) => id === to.spanId);
  return (
    span && { key: refText(to), to, label: span.label, ranges: span.ranges, words: wordsOf(article.text, span.ranges) }
  );
}

/** Gold of a decided item; what any annotator has there of one that is open, by label. */
function placesIn(item: ReviewItem): readonly Place[] {
  const members = (item.group?.members ?? []).flatMap(({ annotatorId, span }) =>
    span ? [{ ref: { annotatorId, spanId: span.id }, span }] : [],
  );
  if (item.state === 'decided') {
    const spans = goldSpansOf(item);
    return spans.map(({ id, label, ranges, from }) => ({
      key: `${item.id} ${id}`,
      // A span that somebody marked is named by it: that holds however often the group is decided anew.
      to: from[0] ?? (spans.length === 1 ? members[0]?.ref : undefined) ?? inGold(id),
      label,
      ranges,
      refs: [inGold(id), ...from, ...(spans.length === 1 ? members.map(({ ref }) => ref) : [])],
    }));
  }
  const labels = [...new Set(members.map(({ span }) => span.label))];
  return labels.map((label) => {
    const those = members.filter(({ span }) => span.label === label);
    const { ref, span } = those[0]!;
    return { key: `${item.id} ${label}`, to: ref, label, ranges: span.ranges, refs: those.map((each) => each.ref) };
  });
}
