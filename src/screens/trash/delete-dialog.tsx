import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type ShownTrash } from '#state/trash/trash-store.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { plural } from '#language/numbers.ts';
import styles from './delete-dialog.module.css';

interface DeleteDialogProps {
  readonly items: readonly ShownTrash[] | undefined;
  readonly onClose: () => void;
  readonly onDelete: (items: readonly ShownTrash[]) => void;
}

const GOES_ALONG = {
  project: t`Its articles, label set, guidelines, and everyone’s layers, decisions and threads go with it.`,
  article: t`Everyone’s layers on it, and the decisions and threads about it, go with it.`,
  layer: t`All its spans and its whole history go; decisions that were made about it stay.`,
} as const;

/** Asks before something is deleted for good, and says what goes with it. */
export function DeleteDialog({ items, onClose, onDelete }: DeleteDialogProps) {
  const [first] = items ?? [];
  return (
    <Dialog title={t`Delete for good?`} isOpen={first !== undefined} onClose={onClose}>
      {items && first && (
        <div className={styles.form}>
          <p className={styles.question}>
            {items.length === 1 ? (
              <>{tNodes`“${<bdi>{first.title}</bdi>}” cannot be brought back after this. ${GOES_ALONG[first.kind]}`}</>
            ) : (
              plural(
                items.length,
                '# removed thing of every project cannot be brought back after this, nor what hangs on them: layers, decisions and threads.',
                '# removed things of every project cannot be brought back after this, nor what hangs on them: layers, decisions and threads.',
              )
            )}
          </p>
          <div className={styles.actions}>
            <Button onClick={onClose}>{t`Cancel`}</Button>
            <Button
              look="danger"
              onClick={() => {
                onDelete(items);
              }}
            >{t`Delete for good`}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
