import { t } from '#language/t.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { OpenDraftsContext } from '#ui/open-drafts.ts';
import { use, useEffect, useState, useSyncExternalStore } from 'react';
import { restorePlace } from './reload-with-place.ts';
import { useReload } from './use-reload.ts';
import styles from './version-message.module.css';
import { type Versions } from './versions.ts';

/**
 * Tells that a new version is there and applies it when the user says so: what is being typed is handed on and saved first,
 * and the article opens where it was. Where another tab has applied one, this one may go on until it is reloaded.
 */
export function VersionMessage({ versions }: { readonly versions: Versions }) {
  const current = useSyncExternalStore(versions.subscribe, versions.current);
  const [left, setLeft] = useState('same');
  const [state, setState] = useState<'asking' | 'applying' | 'not-saved'>('asking');
  const stores = useStores();
  const drafts = use(OpenDraftsContext);
  const reload = useReload();
  const isShown = current !== 'same' && current !== left;
  useEffect(() => {
    // The new version may change the database under this page: what is typed goes there before.
    if (current === 'elsewhere') drafts?.saveAll();
  }, [current, drafts]);
  useEffect(() => {
    restorePlace(stores);
  }, [stores]);
  const apply = async (): Promise<void> => {
    setState('applying');
    if (!(await reload(versions.takeOver))) setState('not-saved');
  };
  return (
    <div className={styles.place} role="status">
      {isShown && (
        <div className={styles.message}>
          <p>
            {state === 'not-saved'
              ? t`The last change is not saved yet, so the page was not loaded anew.`
              : current === 'ready'
                ? t`A new version of Spanmark is ready.`
                : t`Another tab uses a new version of Spanmark.`}
          </p>
          <div className={styles.buttons}>
            <Button look="primary" disabled={state === 'applying'} onClick={() => void apply()}>
              {state === 'not-saved' ? t`Try again` : current === 'ready' ? t`Use it now` : t`Use it here, too`}
            </Button>
            <Button
              disabled={state === 'applying'}
              onClick={() => {
                document.querySelector<HTMLElement>('#main')?.focus();
                setLeft(current);
              }}
            >{t`Later`}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
