import { type KnownProject } from '#state/known-projects.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import styles from './new-project-dialog.module.css';

interface PutAwayDialogProps {
  readonly project: KnownProject | undefined;
  readonly onClose: () => void;
  readonly onPutAway: (project: KnownProject) => void;
}

/** Asks before a project is put away, and says what stays. */
export function PutAwayDialog({ project, onClose, onPutAway }: PutAwayDialogProps) {
  return (
    <Dialog title="Put the project away?" isOpen={project !== undefined} onClose={onClose}>
      {project && (
        <div className={styles.form}>
          <p className={styles.question}>
            “<bdi>{project.name}</bdi>” will no longer be offered to switch to. Its articles, label set, guidelines and
            everyone’s layers stay in this browser, and you can take it out again here at any time.
          </p>
          <div className={styles.actions}>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              look="primary"
              onClick={() => {
                onPutAway(project);
              }}
            >
              Put away
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
