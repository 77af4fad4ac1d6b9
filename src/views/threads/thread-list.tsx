import { type Thread } from '#core/review/thread.ts';
import { ThreadCard, type ThreadContext } from './thread-card.tsx';
import styles from './thread-list.module.css';

interface ThreadListProps {
  readonly threads: readonly Thread[];
  readonly language: string;
  readonly context: ThreadContext;
  /** Names the list. */
  readonly label: string;
  /** True where there may be many, and the list is to stay short. */
  readonly beginsFolded?: boolean;
}

/** Threads in their order; nothing where there is none. */
export function ThreadList({ threads, language, context, label, beginsFolded = false }: ThreadListProps) {
  if (threads.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {threads.map((thread) => (
        <li key={thread.id}>
          <ThreadCard thread={thread} language={language} context={context} beginsFolded={beginsFolded} />
        </li>
      ))}
    </ul>
  );
}
