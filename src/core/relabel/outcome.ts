import { type AnnotatorId, type ArticleId, type Layer } from '#core/project/project.ts';
import { type LabelId } from '#core/labels/label-id.ts';
import { relabelLayer, type Relabelled, type RuledChange } from './relabel-layer.ts';
import { wordsOf } from './rule-condition.ts';

/** A layer with the text of its article. */
export interface LayerWithText {
  readonly layer: Layer;
  readonly text: string;
}

/** What a change does to one layer. */
export interface LayerOutcome extends Omit<Relabelled, 'layer'> {
  readonly articleId: ArticleId;
  readonly annotatorId: AnnotatorId;
}

/** What the change would do to each layer that it is about, in the order given; layers that stay as they are left out. */
export function outcomesOf(layers: readonly LayerWithText[], change: RuledChange): readonly LayerOutcome[] {
  return layers.flatMap(({ layer, text }): readonly LayerOutcome[] => {
    const { layer: after, ...counts } = relabelLayer(layer, change, text);
    if (after === layer) return [];
    return [{ articleId: layer.articleId, annotatorId: layer.annotatorId, ...counts }];
  });
}

/** The distinct words of a label's spans with how many spans have them, the most frequent first. */
export function wordsUsed(
  layers: readonly LayerWithText[],
  label: LabelId,
): readonly { readonly words: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { layer, text } of layers) {
    for (const span of layer.spans) {
      if (span.label !== label) continue;
      const words = wordsOf(span, text);
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  return [...counts].map(([words, count]) => ({ words, count })).toSorted((a, b) => b.count - a.count);
}
