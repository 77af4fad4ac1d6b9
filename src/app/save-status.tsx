import { useAnnotate, useGuidelines, useThreads } from '#state/react.tsx';
import { useReviewIfHere } from '#state/react-later.tsx';
import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import styles from './save-status.module.css';

const LOOK = {
  saved: { Icon: Check, text: 'Saved', more: ' on this device' },
  saving: { Icon: LoaderCircle, text: 'Saving', more: '' },
  failed: { Icon: CircleAlert, text: 'Not saved', more: '' },
} as const;

/** Whether every change is on the disk: "Saved" only after the last transaction has committed. */
export function SaveStatus() {
  const kinds = [
    useAnnotate((state) => state.saving.kind),
    useGuidelines((state) => state.saving.kind),
    useThreads((state) => state.saving.kind),
    useReviewIfHere((state) => state.saving.kind, 'saved'),
  ];
  const kind = (['failed', 'saving'] as const).find((worse) => kinds.includes(worse)) ?? 'saved';
  const { Icon, text, more } = LOOK[kind];
  return (
    <span role="status" aria-label={text} className={`${styles.status} ${styles[kind]}`}>
      <Icon size={15} aria-hidden="true" />
      <span>
        {text}
        {more !== '' && <span className={styles.more}>{more}</span>}
      </span>
    </span>
  );
}
