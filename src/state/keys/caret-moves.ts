import { sentenceEdgeAfter, sentenceEdgeBefore } from '#core/text/sentences.ts';
import { characterAfter, characterBefore, wordEdgeAfter, wordEdgeBefore } from '#core/text/words.ts';
import { type AnnotateState } from '#state/annotate/annotate-parts.ts';
import { type Chord, holds, keyOf } from './chord.ts';

type ShownText = Pick<AnnotateState, 'article' | 'paragraphs'>;

/** A screen with a text in which a caret moves. */
interface CaretContext {
  readonly state: ShownText & Pick<AnnotateState, 'selection' | 'select'>;
  readonly view: { readonly isRightToLeft: () => boolean; readonly bringIntoSight: (offset: number) => void };
}

/** Where the caret goes from an offset. */
type Move = (offset: number, shown: ShownText) => number;

export const byWord =
  (step: 1 | -1): Move =>
  (offset, { article, paragraphs }) =>
    (step === 1 ? wordEdgeAfter : wordEdgeBefore)(article.text, paragraphs, offset, article.language);

export const byCharacter =
  (step: 1 | -1): Move =>
  (offset, { article }) =>
    (step === 1 ? characterAfter : characterBefore)(article.text, offset);

export const bySentence =
  (step: 1 | -1): Move =>
  (offset, { article, paragraphs }) =>
    (step === 1 ? sentenceEdgeAfter : sentenceEdgeBefore)(article.text, paragraphs, offset, article.language);

/** Left and right follow the eye: in a right-to-left text the left arrow goes on. */
export function arrowStep(chord: Chord, { view }: Pick<CaretContext, 'view'>): 1 | -1 {
  return (keyOf(chord) === 'ArrowRight') !== view.isRightToLeft() ? 1 : -1;
}

/** Moves the caret and brings it into sight; with Shift it selects. */
export function moveCaret(chord: Chord, { state, view }: CaretContext, move: Move): void {
  const { anchor, head } = state.selection ?? { anchor: 0, head: 0 };
  const next = move(head, state);
  state.select({ anchor: holds(chord, 'Shift') ? anchor : next, head: next });
  view.bringIntoSight(next);
}
