import { t } from '#language/t.ts';
import { OUTCOMES, type Outcome } from '#core/review/feedback.ts';
import { count } from '#language/numbers.ts';
import styles from './outcome-counts.module.css';
import { OutcomeMark } from './outcome-mark.tsx';
import { OUTCOME_WORDS } from './outcome-words.ts';

/** Kept first: what went well is said before what did not. */
const ORDER: readonly Outcome[] = ['kept', ...OUTCOMES.filter((outcome) => outcome !== 'kept')];

/** How many spans had which outcome; those that none had are left out. */
export function OutcomeCounts({ counts }: { readonly counts: Readonly<Record<Outcome, number>> }) {
  const there = ORDER.filter((outcome) => counts[outcome] > 0);
  if (there.length === 0) return <p className={styles.none}>{t`No spans, neither yours nor in gold.`}</p>;
  return (
    <ul className={styles.counts} aria-label={t`Outcomes`}>
      {there.map((outcome) => (
        <li key={outcome}>
          <OutcomeMark outcome={outcome} />
          <b>{count(counts[outcome])}</b> {OUTCOME_WORDS[outcome].short}
        </li>
      ))}
    </ul>
  );
}
