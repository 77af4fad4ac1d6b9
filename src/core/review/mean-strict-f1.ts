import { meanOutcome, type Outcome } from '#core/agreement/figure.ts';
import { spanF1, spanScores } from '#core/agreement/span-scores.ts';
import { type ComparedLayers } from '#core/alignment/group.ts';
import { matchSpans } from '#core/alignment/match-spans.ts';
import { type Layer } from '#core/project/project.ts';

/**
 * How much the layers of an article agree, from 0 to 1: the mean over all pairs of the F1 of spans with the same label and
 * the same extents, as the agreement report has it. Undefined with fewer than two layers, or where no pair has a span.
 */
export function meanStrictF1(layers: ComparedLayers): number | undefined {
  const pairs = layers.flatMap((one, index) => layers.slice(index + 1).map((other) => strictF1(one, other)));
  return meanOutcome(pairs).value ?? undefined;
}

function strictF1({ spans: one }: Layer, { spans: other }: Layer): Outcome {
  const { pairs, onlyA, onlyB } = matchSpans(one, other);
  // What somebody has marked twice in the same way counts once.
  const scores = spanScores(
    2 * pairs.length + onlyA.length + onlyB.length,
    pairs.map(({ a, b }) => ({ one: a, other: b })),
  );
  return spanF1(scores, 'strict');
}
