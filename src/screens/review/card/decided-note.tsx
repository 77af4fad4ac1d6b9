import { t } from '#language/t.ts';
import { type Decision } from '#core/review/decision.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { shortTimeInWords } from '#language/dates.ts';
import { withDots } from '#language/lists.ts';
import { useSession } from '#state/react.tsx';
import { useReview } from '#state/react-later.tsx';
import { type ReviewItem } from '#state/review/review-state.ts';
import { labelName, quoted, REASON_WORDS, VERDICT_WORDS, wordsOf } from '#state/review/review-words.ts';
import { nameOf } from '#state/session-store.ts';
import styles from './decided-note.module.css';

/** What was decided about the current group, by whom and when. */
export function DecidedNote({ item: { decisions } }: { readonly item: ReviewItem }) {
  const labelSet = useSession((state) => state.project.labelSet);
  const text = useReview((state) => state.article.text);
  if (decisions.length === 0) return null;
  return (
    <ul className={styles.decided} aria-label={t`Decisions`}>
      {decisions.map((decision) => (
        <li key={decision.id}>
          <p>
            <b>{VERDICT_WORDS[decision.verdict]}</b>
            {decision.spans.map((span) => (
              <span key={span.id}>
                {' '}
                {t`as ${labelName(labelSet, span.label)} ${quoted(wordsOf(text, span.ranges))}`}
              </span>
            ))}
          </p>
          <p className={styles.by}>
            <ByWhom decision={decision} />
          </p>
          <Why decision={decision} />
        </li>
      ))}
    </ul>
  );
}

interface OneDecision {
  readonly decision: Decision;
}

function ByWhom({ decision: { by, at, policy, isBlind } }: OneDecision) {
  const who = useSession((state) => nameOf(state.annotators, by));
  const when = <time dateTime={at}>{shortTimeInWords(at)}</time>;
  if (policy) return tNodes`By a policy of ${who}: ${policy.settings}, ${when}`;
  return isBlind ? tNodes`${who}, ${when}` : tNodes`${who}, ${when}, names shown`;
}

function Why({ decision: { comment, reasons } }: OneDecision) {
  const words = [...reasons.map((reason) => REASON_WORDS[reason]), comment].filter((each) => each !== '');
  if (words.length === 0) return null;
  return <p className={styles.by}>{withDots(words)}</p>;
}
