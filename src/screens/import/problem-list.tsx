import { type ReadFile } from '#state/transfer-store.ts';
import { plural } from '#language/numbers.ts';
import styles from './problem-list.module.css';

/** So many problems are listed. */
const SHOWN = 100;

/** The place of what is wrong with a file as a whole, which its heading names. */
const WHOLE = 'file';

interface ProblemListProps {
  readonly problems: (ReadFile & { readonly kind: 'problems' })['problems'];
  /** How many there are, where that is more than are known one by one. */
  readonly count?: number;
}

/** What is wrong with a file, each with its place. */
export function ProblemList({ problems, count = problems.length }: ProblemListProps) {
  const shown = problems.slice(0, SHOWN);
  return (
    <ul className={styles.problems}>
      {shown.map(({ place, message }, index) => (
        // Two may be the same in all they say; their order does not change.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          {place !== WHOLE && <code>{place}</code>} {message}
        </li>
      ))}
      {count > shown.length && <li>{plural(count - shown.length, 'and # problem more', 'and # problems more')}</li>}
    </ul>
  );
}
