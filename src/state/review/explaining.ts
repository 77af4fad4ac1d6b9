import { type Decision } from '#core/review/decision.ts';
import { type CommentDrafts } from './comment-drafts.ts';
import { type Committing } from './committing.ts';
import { allBefore } from './review-items.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';

/** Why something is decided as it is. */
export function createExplaining(
  { get, set }: ReviewParts,
  { decide, deciding }: Committing,
  comments: Pick<CommentDrafts, 'keep'>,
): Pick<ReviewState, 'toggleReason' | 'setComment'> {
  /** What is said about a group that is decided already makes a new decision in the place of the last. */
  const restate = (text: string): void => {
    const { items, currentId } = get();
    const item = items.find(({ id }) => id === currentId);
    const last = item?.decisions.at(-1);
    if (!item || !last || item.state === 'undecided' || item.state === 'stale') return;
    const { id, at, by, isBlind, reasons, comment } = deciding();
    const said: Decision = { ...last, id, at, by, isBlind, reasons, comment, batch: '', policy: undefined };
    decide({ ...said, supersedes: allBefore(item) }, text, false);
  };

  return {
    toggleReason: (reason) => {
      const { reasons } = get();
      set({ reasons: reasons.includes(reason) ? reasons.filter((other) => other !== reason) : [...reasons, reason] });
      restate('Reasons changed.');
    },
    setComment: (comment) => {
      const { currentId, comment: before } = get();
      if (comment === before) return;
      set({ comment });
      if (currentId !== undefined) comments.keep(currentId, comment);
      restate('Comment saved.');
    },
  };
}
