import { ADDRESSES } from '#state/addresses.ts';
import { useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import styles from './settings-screen.module.css';

const PROMISES = {
  kept: 'The browser has promised not to clear Spanmark’s storage by itself.',
  'may-be-cleared':
    'The browser may clear Spanmark’s storage when the disk is full; Safari does after seven days without a visit. It decides by itself, and often agrees once the page is bookmarked or installed.',
  unknown: 'The browser does not say whether it may clear Spanmark’s storage.',
} as const;

/** Where the work is, what the browser promises about it, and how to have a copy. */
export function StorageSection() {
  const { session } = useStores();
  const persistence = useSession((state) => state.persistence);
  return (
    <section aria-labelledby="storage-heading">
      <h2 id="storage-heading">Storage</h2>
      <p>
        Everything is kept in this browser, on this device. Clearing the site’s data, or a private window, takes it
        away.
      </p>
      <p role="status">{PROMISES[persistence]}</p>
      <div className={styles.row}>
        {persistence !== 'kept' && (
          <Button onClick={() => void session.getState().askForPersistence()}>Ask the browser to keep it</Button>
        )}
        <a href={ADDRESSES.export}>Download a copy</a>
      </div>
    </section>
  );
}
