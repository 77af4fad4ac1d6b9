import { useSession } from '#state/react.tsx';
import { useReview } from '#state/react-later.tsx';
import { type ReviewItem } from '#state/review/review-state.ts';
import { labelName, REASON_WORDS, VERDICT_WORDS, wordsOf } from '#state/review/review-words.ts';
import { nameOf } from '#state/session-store.ts';
import styles from './decided-note.module.css';

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** What was decided about the current group, by whom and when. */
export function DecidedNote({ item: { decisions } }: { readonly item: ReviewItem }) {
  const annotators = useSession((state) => state.annotators);
  const labelSet = useSession((state) => state.project.labelSet);
  const text = useReview((state) => state.article.text);
  if (decisions.length === 0) return null;
  return (
    <ul className={styles.decided} aria-label="Decisions">
      {decisions.map(({ id, verdict, spans, by, at, policy, isBlind, comment, reasons }) => (
        <li key={id}>
          <p>
            <b>{VERDICT_WORDS[verdict]}</b>
            {spans.map((span) => (
              <span key={span.id} dir="auto">
                {' '}
                as {labelName(labelSet, span.label)} “{wordsOf(text, span.ranges)}”
              </span>
            ))}
          </p>
          <p className={styles.by}>
            {policy ? `By a policy of ${nameOf(annotators, by)}: ${policy.settings}` : nameOf(annotators, by)},{' '}
            <time dateTime={at}>{TIME.format(new Date(at))}</time>
            {isBlind || policy ? '' : ', names shown'}
          </p>
          {(comment !== '' || reasons.length > 0) && (
            <p className={styles.by} dir="auto">
              {[...reasons.map((reason) => REASON_WORDS[reason]), comment].filter((each) => each !== '').join(' · ')}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
