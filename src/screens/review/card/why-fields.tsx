import { t } from '#language/t.ts';
import { REASONS } from '#core/review/decision.ts';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { useReviewKeyText } from '#screens/review/keys/use-review-keys.ts';
import { isToDecide } from '#state/review/review-items.ts';
import { type ReviewItem } from '#state/review/review-state.ts';
import { REASON_WORDS } from '#state/review/review-words.ts';
import { type KeyboardEvent, useId } from 'react';
import styles from './why-fields.module.css';

interface WhyFieldsProps {
  readonly item: ReviewItem;
  readonly onReturnToText: () => void;
}

/** Reasons and a comment, which go into the next decision about the group, or into one that is made already. */
export function WhyFields({ item, onReturnToText }: WhyFieldsProps) {
  const { review } = useLaterStores();
  const keyText = useReviewKeyText();
  const reasons = useReview((state) => state.reasons);
  const comment = useReview((state) => state.comment);
  const id = useId();
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onReturnToText();
  };
  const isDecided = !isToDecide(item);
  return (
    <div className={styles.why}>
      {/* Esc on any of the reasons goes back to the text. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div role="group" aria-labelledby={`${id} reasons`} data-reasons onKeyDown={leave} className={styles.reasons}>
        <span id={`${id} reasons`} className={styles.name}>
          {t`Reasons`} <kbd aria-hidden="true">{keyText('review-reason')}</kbd>
        </span>
        {REASONS.map((reason) => (
          <button
            key={reason}
            type="button"
            className={styles.reason}
            aria-pressed={reasons.includes(reason)}
            onClick={() => {
              review.getState().toggleReason(reason);
            }}
          >
            {REASON_WORDS[reason]}
          </button>
        ))}
      </div>
      <label className={styles.name} htmlFor={id}>
        {t`Comment`} <kbd aria-hidden="true">{keyText('review-comment')}</kbd>
      </label>
      <textarea
        id={id}
        className={styles.comment}
        data-comment
        dir="auto"
        rows={2}
        value={comment}
        placeholder={isDecided ? undefined : t`Goes into the decision`}
        onChange={(event) => {
          review.getState().typeComment(event.target.value);
        }}
        onBlur={() => {
          review.getState().leaveComment();
        }}
        onKeyDown={leave}
      />
    </div>
  );
}
