import { type CarriedSpans, carrySpans } from '#core/carry-over/carry-spans.ts';
import { type Article, type Layer } from '#core/project/project.ts';
import { type Anchoring, anchoring } from '#core/text/anchor.ts';
import { countChangedWords } from '#core/text/changed-words.ts';
import { LIMITS } from '#formats/limits.ts';
import { type CorrectionPreview, type TextProblem } from './correction-state.ts';

export interface Comparison {
  readonly anchors: Anchoring;
  readonly preview: CorrectionPreview;
}

/** So many spans are carried over before the page gets a turn. */
const SLICE = 400;

const NO_SPANS: CarriedSpans = { carried: [], unplaced: [], dropped: [] };

/**
 * What becomes of everyone's spans in a text, computed in slices between which the page can draw and take keys; undefined
 * where `isWanted` turns false meanwhile. `own` may be undefined where the annotator has no layer.
 */
export async function compareTexts(
  article: Article,
  text: string,
  own: Layer | undefined,
  others: readonly Layer[],
  isWanted: () => boolean,
): Promise<Comparison | undefined> {
  const problem = problemWith(article, text);
  const anchors = anchoring(article.text, problem === 'none' ? text : article.text);
  const fates = [];
  for (const layer of own ? [own, ...others] : others) {
    let fate = NO_SPANS;
    for (let at = 0; at < layer.spans.length; at += SLICE) {
      if (at > 0) await pageTurn();
      if (!isWanted()) return undefined;
      fate = joined(fate, carrySpans(anchors, layer.spans.slice(at, at + SLICE)));
    }
    fates.push({ annotatorId: layer.annotatorId, spans: fate });
  }
  const words = countChangedWords(article.text, anchors.after, anchors.changes, article.language);
  const [first, ...rest] = fates;
  const [mine, theirs] = own && first ? [first.spans, rest] : [NO_SPANS, fates];
  return { anchors, preview: { text, problem, words, own: mine, others: theirs } };
}

function problemWith(article: Article, text: string): TextProblem {
  if (text.trim() === '') return 'empty';
  if (text.length > LIMITS.text) return 'too-long';
  return text === article.text ? 'same' : 'none';
}

function joined(one: CarriedSpans, two: CarriedSpans): CarriedSpans {
  return {
    carried: [...one.carried, ...two.carried],
    unplaced: [...one.unplaced, ...two.unplaced],
    dropped: [...one.dropped, ...two.dropped],
  };
}

function pageTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
