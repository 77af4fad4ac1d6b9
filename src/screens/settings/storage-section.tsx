import { t } from '#language/t.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useSession, useStores } from '#state/react.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import styles from './settings-screen.module.css';

const PROMISES = {
  kept: t`The browser has promised not to clear Spanmark’s storage by itself.`,
  'may-be-cleared': t`The browser has not promised to keep Spanmark’s storage: it may clear it when the disk is full. It decides by itself, and often agrees once the page is bookmarked or installed.`,
  unknown: t`The browser does not say whether it may clear Spanmark’s storage.`,
} as const;

/** Where the work is, what the browser promises about it, and what takes it away. */
export function StorageSection() {
  const { session } = useStores();
  const persistence = useSession((state) => state.persistence);
  return (
    <section aria-labelledby="storage-heading">
      <h2 id="storage-heading">{t`Storage`}</h2>
      <p>{t`Everything is kept in this browser, on this device, and nowhere else unless you make a copy.`}</p>
      <p role="status">{PROMISES[persistence]}</p>
      <ul className={styles.list}>
        <li>{t`Clearing the site’s data in the browser takes all of it away, the second copy included.`}</li>
        <li>{t`Safari clears the storage of a site that was not visited for seven days of using Safari, unless the page is on the home screen or in the Dock.`}</li>
        <li>{t`A private window forgets everything when it is closed, and no page can tell that it is in one.`}</li>
      </ul>
      <div className={styles.row}>
        {persistence !== 'kept' && (
          <Button onClick={() => void session.getState().askForPersistence()}>{t`Ask the browser to keep it`}</Button>
        )}
        <LinkButton href={ADDRESSES.rescue}>{t`See the copies in this browser`}</LinkButton>
      </div>
    </section>
  );
}
