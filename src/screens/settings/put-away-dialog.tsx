import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type KnownProject } from '#state/known-projects.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import styles from './new-project-dialog.module.css';

/** A project that is about to be put away, or into the trash. */
export interface Leaving {
  readonly project: KnownProject;
  readonly how: 'put-away' | 'delete';
}

interface PutAwayDialogProps {
  readonly leaving: Leaving | undefined;
  readonly onClose: () => void;
  readonly onLeave: (leaving: Leaving) => void;
}

/** Asks before a project is put away or deleted, and says what stays. */
export function PutAwayDialog({ leaving, onClose, onLeave }: PutAwayDialogProps) {
  const isDeleting = leaving?.how === 'delete';
  const name = <bdi>{leaving?.project.name}</bdi>;
  return (
    <Dialog
      title={isDeleting ? t`Delete the project?` : t`Put the project away?`}
      isOpen={leaving !== undefined}
      onClose={onClose}
    >
      {leaving && (
        <div className={styles.form}>
          <p className={styles.question}>
            {isDeleting
              ? tNodes`“${name}” goes into the trash with its articles, label set, guidelines and everyone’s layers. For 30 days it can be put back from there; then it is deleted for good.`
              : tNodes`“${name}” will no longer be offered to switch to. Its articles, label set, guidelines and everyone’s layers stay in this browser, and you can take it out again here at any time.`}
          </p>
          <div className={styles.actions}>
            <Button onClick={onClose}>{t`Cancel`}</Button>
            <Button
              look={isDeleting ? 'danger' : 'primary'}
              onClick={() => {
                onLeave(leaving);
              }}
            >
              {isDeleting ? t`Delete` : t`Put away`}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
