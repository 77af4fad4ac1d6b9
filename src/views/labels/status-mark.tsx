import { t } from '#language/t.ts';
import { type LayerStatus } from '#core/project/project.ts';
import { Circle, CircleCheck, CircleDashed } from 'lucide-react';
import styles from './status-mark.module.css';

const LOOK = {
  'not-started': { Icon: CircleDashed, text: t`not started` },
  'in-progress': { Icon: Circle, text: t`in progress` },
  done: { Icon: CircleCheck, text: t`done` },
} as const;

/** How far an annotator is with an article, as a sign and in words. */
export function StatusMark({ status }: { readonly status: LayerStatus }) {
  const { Icon, text } = LOOK[status];
  return (
    <span className={`${styles.status} ${status === 'done' ? styles.done : ''}`}>
      <Icon size={13} aria-hidden="true" />
      {text}
    </span>
  );
}
