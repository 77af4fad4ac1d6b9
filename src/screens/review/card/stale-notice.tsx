import { t } from '#language/t.ts';
import { usePeople } from '#screens/review/use-people.ts';
import { useSession } from '#state/react.tsx';
import { useLaterStores, useReview } from '#state/react-later.tsx';
import { type ReviewItem } from '#state/review/review-state.ts';
import { causeInWords } from '#state/review/review-words.ts';
import { Message } from '#ui/message.tsx';
import { Act } from './card-actions.tsx';
import styles from './decided-note.module.css';

/** What has changed since the group was decided, and the way to keep the decision; redoing it is deciding anew. */
export function StaleNotice({ item: { stale } }: { readonly item: ReviewItem }) {
  const { review } = useLaterStores();
  const labelSet = useSession((state) => state.project.labelSet);
  const article = useReview((state) => state.article);
  const layers = useReview((state) => state.layers);
  const log = useReview((state) => state.log);
  const { inWords } = usePeople();
  if (stale.length === 0) return null;
  const causes = stale.flatMap((each) =>
    each.causes.map((cause) => causeInWords(cause, labelSet, { article, layers, log, by: each.decision.by }, inWords)),
  );
  return (
    <Message kind="warning">
      <div className={styles.stale}>
        <p>{t`Changed since it was decided:`}</p>
        <ul>
          {[...new Set(causes)].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>{t`Gold is as it was decided. Keep it, or decide anew.`}</p>
        <Act
          text={t`Keep the decision`}
          commands={['review-keep']}
          onAct={() => {
            review.getState().keep();
          }}
        />
      </div>
    </Message>
  );
}
