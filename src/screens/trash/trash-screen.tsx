import { t } from '#language/t.ts';
import { useLaterStores, useTrash } from '#state/react-later.tsx';
import { type ShownTrash } from '#state/trash/trash-store.ts';
import { Button } from '#ui/button.tsx';
import { FailureMessage } from '#ui/failure-message.tsx';
import { LongList } from '#ui/long-list.tsx';
import { Page } from '#ui/page.tsx';
import { plural } from '#language/numbers.ts';
import { useEffect, useRef, useState } from 'react';
import { DeleteDialog } from './delete-dialog.tsx';
import { TrashRow } from './trash-row.tsx';
import styles from './trash-screen.module.css';

/** Everything that was removed in this browser: it can be put back for thirty days, or be deleted for good. */
export function TrashScreen() {
  const { trash } = useLaterStores();
  const items = useTrash((state) => state.items);
  const said = useTrash((state) => state.said);
  const failure = useTrash((state) => state.failure);
  const [deleting, setDeleting] = useState<readonly ShownTrash[]>();
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    void trash.getState().read();
  }, [trash]);
  /** The row that had the focus is gone: it goes to the sentence that says so. */
  const after = async (job: Promise<void>): Promise<void> => {
    await job;
    status.current?.focus();
  };
  return (
    <Page
      title={t`Trash`}
      lead={t`What was removed in this browser, of every project. It can be put back for 30 days; then it is deleted for good.`}
      actions={
        items !== undefined &&
        items.length > 0 && (
          <Button
            look="danger"
            onClick={() => {
              setDeleting(items);
            }}
          >{t`Empty the trash…`}</Button>
        )
      }
    >
      <FailureMessage text={failure} onDismiss={trash.getState().forgetFailure} />
      <p ref={status} role="status" tabIndex={-1} className={said === '' ? 'visually-hidden' : styles.said}>
        {said}
      </p>
      {items?.length === 0 && (
        <p
          className={styles.empty}
        >{t`Nothing is in the trash. Articles come here from the library, layers from beside their article, projects from Settings.`}</p>
      )}
      {items !== undefined && items.length > 0 && (
        <section aria-label={plural(items.length, 'removed thing')}>
          <LongList items={items} keyOf={({ key }) => key} className={styles.list}>
            {(item) => (
              <TrashRow
                item={item}
                onPutBack={() => void after(trash.getState().putBack(item))}
                onDelete={() => {
                  setDeleting([item]);
                }}
              />
            )}
          </LongList>
        </section>
      )}
      <DeleteDialog
        items={deleting}
        onClose={() => {
          setDeleting(undefined);
        }}
        onDelete={(chosen) => {
          setDeleting(undefined);
          void after(trash.getState().deleteForGood(chosen));
        }}
      />
    </Page>
  );
}
