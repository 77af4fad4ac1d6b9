import { type ArticleId, type Layer } from '#core/project/project.ts';
import { compareLinks, type Link } from '#core/spans/link.ts';
import { compareSpans, type SpanId } from '#core/spans/span.ts';
import { type Anchoring } from '#core/text/anchor.ts';
import { type TextRange } from '#core/text/range.ts';
import { type CarriedSpans, type DroppedAttribute, moveSpan } from './carry-spans.ts';

/** What the annotator settled about a span without a certain place: these ranges of the new text, or none. */
export type Decision = { readonly kind: 'place'; readonly ranges: readonly TextRange[] } | { readonly kind: 'delete' };

/** A layer on the corrected text, and what of the old one it goes without. */
export interface CarriedLayer {
  readonly layer: Layer;
  readonly lostLinks: readonly Link[];
  readonly dropped: readonly DroppedAttribute[];
}

/**
 * The layer on the article with the new text. Spans without a place are in it only where a decision places them, with
 * `changedAt` as their time. Links stay between spans that are in it. Status and `changedAt` of the layer stay as they are.
 */
export function carryLayer(
  anchors: Anchoring,
  layer: Layer,
  spans: CarriedSpans,
  decisions: ReadonlyMap<SpanId, Decision>,
  articleId: ArticleId,
  changedAt: string,
): CarriedLayer {
  const decided = spans.unplaced.flatMap(({ before }) => {
    const decision = decisions.get(before.id);
    return decision?.kind === 'place' ? [moveSpan(anchors, { ...before, changedAt }, decision.ranges)] : [];
  });
  const all = [...spans.carried.map(({ after }) => after), ...decided.map(({ span }) => span)];
  const there = new Set(all.map(({ id }) => id));
  const stays = ({ from, to }: Link): boolean => there.has(from) && there.has(to);
  return {
    layer: {
      ...layer,
      articleId,
      spans: all.toSorted(compareSpans),
      links: layer.links.filter(stays).toSorted(compareLinks),
    },
    lostLinks: layer.links.filter((link) => !stays(link)),
    dropped: [...spans.dropped, ...decided.flatMap(({ dropped }) => dropped)],
  };
}
