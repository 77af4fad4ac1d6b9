import { t } from '#language/t.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { type RescueStore } from '#state/rescue/rescue-store.ts';
import { FailureMessage } from '#ui/failure-message.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import { Page } from '#ui/page.tsx';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { CopySection } from './copy-section.tsx';
import styles from './rescue-screen.module.css';

/**
 * What each copy in this browser holds, and how it is restored or downloaded. It stands alone, without the shell and without the
 * database, so that it is there when nothing else is.
 */
export function RescueScreen({ store }: { readonly store: RescueStore }) {
  const { phase, copies, done, failure, canChooseFolder } = useSyncExternalStore(store.subscribe, store.getState);
  useEffect(() => {
    void store.getState().look();
  }, [store]);
  const status = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that did it may be gone.
    if (done !== '') status.current?.focus();
  }, [done]);
  const isOpen = copies.some((copy) => copy.source === 'database' && !('failure' in copy));
  return (
    <Page
      title={t`Rescue`}
      lead={t`What each copy of your work in this browser holds. Restoring adds what the database lacks. Nothing is deleted here.`}
      actions={<LinkButton href={ADDRESSES.library}>{t`Open Spanmark`}</LinkButton>}
    >
      <FailureMessage text={failure} onDismiss={() => store.setState({ failure: '' })} />
      <div ref={status} role="status" tabIndex={-1} className={styles.status}>
        {phase === 'looking' && copies.length === 0 && <p>{t`Looking at the copies…`}</p>}
        {phase === 'working' && <p>{t`Working…`}</p>}
        {done !== '' && <Message kind="done">{done}</Message>}
      </div>
      {copies.map((copy) => (
        <CopySection key={copy.source} copy={copy} isDatabaseOpen={isOpen} isBusy={phase !== 'ready'} store={store} />
      ))}
      {canChooseFolder && phase !== 'looking' && (
        <div className={styles.actions}>
          <Button
            aria-disabled={phase === 'working'}
            onClick={() => void store.getState().chooseFolder()}
          >{t`Look in a backup folder…`}</Button>
        </div>
      )}
      {phase !== 'looking' && copies.every(({ source }) => source === 'database') && (
        <Message kind="note">{t`This browser holds no second copy. If you have a downloaded file or a backup folder, import it.`}</Message>
      )}
      {phase !== 'looking' && !isOpen && (
        <Message kind="note">{t`If restoring fails as well, the browser’s storage for this site is damaged as a whole. Download the second copy first. Then clear this site’s data in the settings of the browser, open Spanmark again and import what you downloaded.`}</Message>
      )}
    </Page>
  );
}
