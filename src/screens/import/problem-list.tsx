import { type ReadFile } from '#state/transfer-store.ts';
import { plural } from '#language/numbers.ts';
import styles from './problem-list.module.css';

/** So many problems are listed. */
const SHOWN = 100;

interface ProblemListProps {
  readonly problems: (ReadFile & { readonly kind: 'problems' })['problems'];
}

/** What is wrong with a file, each with its place. */
export function ProblemList({ problems }: ProblemListProps) {
  return (
    <ul className={styles.problems}>
      {problems.slice(0, SHOWN).map(({ place, message }, index) => (
        // Two may be the same in all they say; their order does not change.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <code>{place}</code> {message}
        </li>
      ))}
      {problems.length > SHOWN && (
        <li>{plural(problems.length - SHOWN, 'and # problem more', 'and # problems more')}</li>
      )}
    </ul>
  );
}
