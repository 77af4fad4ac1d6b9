import { type ReviewState } from '#state/review/review-parts.ts';

/** True where words of the text are selected, and not only a caret stands in it. */
export function isSelecting({ selection }: Pick<ReviewState, 'selection'>): boolean {
  return selection !== undefined && selection.anchor !== selection.head;
}
