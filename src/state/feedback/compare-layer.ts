import { type Layer } from '#core/project/project.ts';
import { standingOf } from '#core/review/counting.ts';
import { type Decision } from '#core/review/decision.ts';
import { countOutcomes, feedbackOf, type FeedbackEntry, type Outcome } from '#core/review/feedback.ts';
import { goldLayer } from '#core/review/gold-layer.ts';

/** What became of a layer in review. */
export interface ComparedLayer {
  readonly entries: readonly FeedbackEntry[];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly gold: Layer;
}

/** A layer against gold, which is made of the article's review log. */
export function compareLayer(layer: Layer, log: readonly Decision[]): ComparedLayer {
  const { layer: gold } = goldLayer(layer.articleId, log);
  const entries = feedbackOf(layer, gold, standingOf(log).decisions);
  return { entries, counts: countOutcomes(entries), gold };
}
