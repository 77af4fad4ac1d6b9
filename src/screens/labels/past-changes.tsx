import { t } from '#language/t.ts';
import { shortTimeInWords } from '#language/dates.ts';
import { useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { plural } from '#language/numbers.ts';
import styles from './labels-screen.module.css';

/** Everything that was changed in the label set here, the latest first. */
export function PastChanges() {
  const changes = useSession((state) => state.labelChanges);
  const annotators = useSession((state) => state.annotators);
  if (changes.length === 0) return null;
  return (
    <details className={styles.below}>
      <summary>{plural(changes.length, 'past change')}</summary>
      <ol className={styles.changes} aria-label={t`Past changes`}>
        {changes.toReversed().map(({ number, at, by, text, isUndone }) => (
          <li key={number}>
            <span dir="auto" className={isUndone ? styles.undone : undefined}>
              {text}
            </span>
            <small>
              {isUndone && `${t`Undone`} · `}
              {nameOf(annotators, by)} · <time dateTime={at}>{shortTimeInWords(at)}</time>
            </small>
          </li>
        ))}
      </ol>
    </details>
  );
}
