import { t } from '#language/t.ts';
import { plural } from '#language/numbers.ts';
import { useReviewKeyText } from '#screens/review/keys/use-review-keys.ts';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { splitOf } from '#state/review/group-parts.ts';
import { type ReviewItem } from '#state/review/review-state.ts';
import { Button } from '#ui/button.tsx';
import { useMemo } from 'react';
import styles from './card-actions.module.css';

/** What can be done with the current group, each with its key. */
export function CardActions({ item }: { readonly item: ReviewItem }) {
  const { review } = useLaterStores();
  const focused = useReview((state) => state.focused);
  const count = useReview((state) => state.proposals.length);
  const groups = useReview((state) => state.groups);
  const { group } = item;
  const split = useMemo(() => group && splitOf(group, groups), [group, groups]);
  const act = () => review.getState();
  const isAcceptable = focused !== undefined && focused < count;
  // “Accept” would say the contrary of what it did.
  const isLeavingOut = group !== undefined && focused === count;
  return (
    <div className={styles.actions} role="group" aria-label={t`Decide`}>
      {group && (
        <Act
          look={isAcceptable ? 'primary' : 'plain'}
          text={t`Accept`}
          commands={isLeavingOut ? [] : ['review-take']}
          isDisabled={!isAcceptable}
          onAct={() => {
            act().accept();
          }}
        />
      )}
      <Act
        look={isLeavingOut ? 'primary' : 'plain'}
        text={group ? t`Leave out` : t`Take out of gold`}
        commands={isLeavingOut ? ['review-take', 'review-leave-out'] : ['review-leave-out']}
        onAct={() => {
          act().reject();
        }}
      />
      {group?.differs.ranges && (
        <>
          <Act
            text={t`All words`}
            commands={['review-union']}
            onAct={() => {
              act().merge('union');
            }}
          />
          <Act
            text={t`Common words`}
            commands={['review-intersection']}
            isDisabled={group.core.length === 0}
            onAct={() => {
              act().merge('intersection');
            }}
          />
        </>
      )}
      {split && (
        <>
          <Act
            text={plural(split.parts.length, 'part')}
            commands={['review-parts']}
            onAct={() => {
              act().takeSplit('parts');
            }}
          />
          <Act
            text={t`As a whole`}
            commands={['review-whole']}
            onAct={() => {
              act().takeSplit('whole');
            }}
          />
        </>
      )}
      <Act
        text={t`Change`}
        commands={['review-edit']}
        onAct={() => {
          act().startEditing();
        }}
      />
      {group && (
        <Act
          text={t`Put it off`}
          commands={['review-put-off']}
          onAct={() => {
            act().defer();
          }}
        />
      )}
    </div>
  );
}

interface ActProps {
  readonly text: string;
  /** Ids of the commands that do the same. */
  readonly commands: readonly string[];
  readonly look?: 'plain' | 'primary';
  readonly isDisabled?: boolean;
  readonly onAct: () => void;
}

/** A button with the keys that do the same. */
export function Act({ text, commands, look = 'plain', isDisabled = false, onAct }: ActProps) {
  const keys = commands.map(useReviewKeyText()).filter((key) => key !== '');
  return (
    <Button look={look} className={styles.act} disabled={isDisabled} onClick={onAct}>
      {text}
      {keys.map((key) => (
        <kbd key={key} aria-hidden="true">
          {key}
        </kbd>
      ))}
    </Button>
  );
}
