import { type ReactNode } from 'react';
import styles from './message.module.css';

interface MessageProps {
  readonly kind: 'note' | 'warning' | 'problem' | 'done';
  readonly children: ReactNode;
}

/** A boxed message; a problem is announced at once, the others when there is time. */
export function Message({ kind, children }: MessageProps) {
  return (
    <div className={`${styles.message} ${styles[kind]}`} role={kind === 'problem' ? 'alert' : undefined}>
      {children}
    </div>
  );
}
