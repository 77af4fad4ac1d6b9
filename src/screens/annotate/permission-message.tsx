import { nameOf } from '#state/session-store.ts';
import { useAnnotate, useSession, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { Message } from '#ui/message.tsx';
import styles from './permission-message.module.css';

/** Says why the layer cannot be changed now, and what to do. */
export function PermissionMessage() {
  const permission = useAnnotate((state) => state.permission);
  const saving = useAnnotate((state) => state.saving);
  const owner = useAnnotate((state) => state.layer.annotatorId);
  const annotators = useSession((state) => state.annotators);
  const { annotate } = useStores();
  if (permission === 'write') return null;
  return (
    <div className={styles.place}>
      {permission === 'other-annotator' && (
        <Message kind="note">
          <span>
            These are the annotations of{' '}
            <span className={styles.name} title={nameOf(annotators, owner)}>
              {nameOf(annotators, owner)}
            </span>
            : you can read them, not change them.
          </span>
        </Message>
      )}
      {permission === 'other-tab' && (
        <Message kind="warning">
          This article is being annotated in another tab. Close it there, and you can go on here at once.
        </Message>
      )}
      {permission === 'not-saved' && saving.kind === 'failed' && (
        <Message kind="problem">
          <span>The last change is not saved. {saving.message}</span>
          <Button
            onClick={() => {
              annotate.getState().retrySaving();
            }}
          >
            Try again
          </Button>
          <Button
            onClick={() => {
              void annotate.getState().downloadFromMemory();
            }}
          >
            Download this article with its spans
          </Button>
        </Message>
      )}
    </div>
  );
}
