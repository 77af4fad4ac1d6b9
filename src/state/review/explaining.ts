import { t } from '#language/t.ts';
import { type Decision } from '#core/review/decision.ts';
import { type Committing } from './committing.ts';
import { allBefore, currentItem, isToDecide } from './review-items.ts';
import { type ReviewItem } from './review-state.ts';
import { type ReviewParts, type ReviewState } from './review-parts.ts';
import { type WhyDrafts } from './why-drafts.ts';

/** Why something is decided as it is. */
export function createExplaining(
  { get, set }: ReviewParts,
  { decide, deciding }: Committing,
  drafts: Pick<WhyDrafts, 'keepComment' | 'keepReasons'>,
): Pick<ReviewState, 'toggleReason' | 'typeComment' | 'leaveComment'> {
  /** What is said about a group that is decided already makes a new decision in the place of the last. */
  const restate = (item: ReviewItem, last: Decision, text: string): void => {
    const { id, at, by, isBlind, reasons, comment } = deciding();
    const said: Decision = { ...last, id, at, by, isBlind, reasons, comment, batch: '', policy: undefined };
    decide({ ...said, supersedes: allBefore(item) }, text, false);
  };

  const typeComment: ReviewState['typeComment'] = (comment) => {
    const { currentId } = get();
    if (currentId === undefined) return;
    set({ comment });
    drafts.keepComment(currentId, comment);
  };

  return {
    toggleReason: (reason) => {
      const { reasons: before, currentId } = get();
      const item = currentItem(get());
      if (!item || currentId === undefined) return;
      const reasons = before.includes(reason) ? before.filter((other) => other !== reason) : [...before, reason];
      set({ reasons });
      const last = item.decisions.at(-1);
      if (isToDecide(item) || !last) drafts.keepReasons(currentId, reasons);
      else restate(item, last, t`Reasons changed.`);
    },
    typeComment,
    leaveComment: () => {
      const comment = get().comment.trim();
      if (comment !== get().comment) typeComment(comment);
      const item = currentItem(get());
      const last = item?.decisions.at(-1);
      if (item && last && !isToDecide(item) && comment !== last.comment) restate(item, last, t`Comment saved.`);
    },
  };
}
