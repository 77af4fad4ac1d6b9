import { licences } from 'virtual:licences';
import styles from './licences.module.css';

/** Everything that is shipped, with the whole text of each licence. */
export function Licences() {
  return (
    <ul className={styles.list}>
      {licences.map(({ packages, licence, text }) => (
        <li key={packages[0]}>
          <details>
            <summary>
              {packages.join(', ')} <span className={styles.licence}>{licence}</span>
            </summary>
            {/* It scrolls, so that it has to take the focus. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre className={styles.text} tabIndex={0} lang="en">
              {text}
            </pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
