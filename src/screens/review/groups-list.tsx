import { t } from '#language/t.ts';
import { withCommas } from '#language/lists.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { type ReviewItem } from '#state/review/review-state.ts';
import { KIND_WORDS, labelName, stateInWords, wordsOf } from '#state/review/review-words.ts';
import { commonLabelOf, goldSpansOf, isLeftOut, isOpen, rangesOf } from '#state/review/review-items.ts';
import { LongList } from '#ui/long-list.tsx';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { KindIcon } from '#views/review/kind-icon.tsx';
import { directionOf } from '#core/text/direction.ts';
import { useDeferredValue, useMemo, useState } from 'react';
import styles from './groups-list.module.css';
import { useReviewKeyText } from './keys/use-review-keys.ts';
import { markKindOf } from './scene-of.ts';

/** Everything there is to settle, in reading order; can be narrowed to what is open. */
export function GroupsList({ onReturnToText }: { readonly onReturnToText: () => void }) {
  const items = useDeferredValue(useReview((state) => state.items));
  const currentId = useReview((state) => state.currentId);
  const keyText = useReviewKeyText();
  const [isOpenOnly, setOpenOnly] = useState(false);
  const shown = useMemo(
    () => (isOpenOnly ? items.filter((item) => isOpen(item) || item.id === currentId) : items),
    [items, isOpenOnly, currentId],
  );
  if (items.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="groups-heading" data-region="groups">
      <header className={styles.head}>
        <h2 id="groups-heading">{t`Groups · ${items.length}`}</h2>
        <span className={styles.keys} aria-hidden="true">
          {['review-next', 'review-previous'].map(keyText).map((key) => key !== '' && <kbd key={key}>{key}</kbd>)}
        </span>
        <label className={styles.filter}>
          <input
            type="checkbox"
            checked={isOpenOnly}
            onChange={(event) => {
              setOpenOnly(event.target.checked);
            }}
          />
          {t`Open only`}
        </label>
      </header>
      <LongList
        items={shown}
        keyOf={keyOf}
        className={styles.list}
        {...(currentId === undefined ? {} : { current: currentId })}
      >
        {(item) => <GroupRow item={item} isCurrent={item.id === currentId} onReturnToText={onReturnToText} />}
      </LongList>
    </section>
  );
}

function keyOf({ id }: ReviewItem): string {
  return id;
}

interface GroupRowProps {
  readonly item: ReviewItem;
  readonly isCurrent: boolean;
  readonly onReturnToText: () => void;
}

/** One group: its words first, then its label, why it needs a decision and what became of it. */
function GroupRow({ item, isCurrent, onReturnToText }: GroupRowProps) {
  const { review } = useLaterStores();
  const { text, language } = useReview((state) => state.article);
  const labelSet = useSession((state) => state.project.labelSet);
  const { group, decisions, state } = item;
  const gold = goldSpansOf(item);
  const decided = decisions.flatMap(({ spans, covers }) => [...spans, ...covers]);
  const first = gold[0]?.label ?? (group ? commonLabelOf(group) : decided[0]?.label);
  const label = first === undefined ? undefined : findLabel(labelSet, first);
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={isCurrent}
      data-state={isLeftOut(item) ? 'left-out' : state}
      onClick={(event) => {
        review.getState().goTo(item.id, true);
        // Whoever clicked goes on with keys in the text; whoever pressed Enter here goes on in the list.
        if (event.detail > 0) onReturnToText();
      }}
    >
      <span className={styles.quote} lang={language === 'und' ? undefined : language} dir={directionOf(language)}>
        {wordsOf(text, gold.length > 0 ? gold.flatMap(({ ranges }) => ranges) : rangesOf(item))}
      </span>
      <span className={styles.tag}>
        <span className={styles.sign}>
          <KindIcon kind={markKindOf(item)} />
        </span>
        {label && <LabelMark label={label} />}
        {first === undefined ? '' : labelName(labelSet, first)}
        <span className={styles.extra}>
          {withCommas([...(group ? [KIND_WORDS[group.kind]] : []), stateInWords(item)])}
        </span>
      </span>
    </button>
  );
}
