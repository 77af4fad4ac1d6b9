import { type ReactNode, useId } from 'react';
import styles from './table.module.css';

interface SectionProps {
  readonly title: string;
  /** What it shows and how to read it. */
  readonly lead: ReactNode;
  /** What can be chosen or saved. */
  readonly tools?: ReactNode;
  readonly isWide?: boolean;
  /** A table, named by the title. */
  readonly children: (titleId: string) => ReactNode;
}

/** A part of the report: a heading, how to read it, and a table that scrolls by itself where there is no room. */
export function Section({ title, lead, tools, isWide = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <h2 id={id}>{title}</h2>
          <p>{lead}</p>
        </div>
        {tools && <div className={styles.tools}>{tools}</div>}
      </header>
      {/* What does not fit must scroll by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={`${styles.scroller} ${isWide ? styles.wide : ''}`}
        role="group"
        aria-labelledby={id}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onFocus={({ target, currentTarget }) => {
          // The browser leaves what is partly in sight where it is. A finger that presses it must not lose it.
          if (target === currentTarget || !target.matches(':focus-visible')) return;
          target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }}
      >
        {children(id)}
      </div>
    </section>
  );
}
