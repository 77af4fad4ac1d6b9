import { t } from '#language/t.ts';
import { helpAddress } from '#state/addresses.ts';
import { Page } from '#ui/page.tsx';
import { type ReactNode, useEffect, useRef } from 'react';
import { HelpData, HelpLimits } from './help-data.tsx';
import { HelpGlossary } from './help-glossary.tsx';
import { HelpGuidelines } from './help-guidelines.tsx';
import { HelpReview } from './help-review.tsx';
import styles from './help-screen.module.css';
import { HelpStart } from './help-start.tsx';

interface HelpScreenProps {
  /** Which section the address names. */
  readonly section: string | undefined;
  /** The table of keys, which are those that the user chose. */
  readonly keys: ReactNode;
}

/** What the app is, how it is used, and what it cannot do: one page, so that the browser’s search finds all of it. */
export function HelpScreen({ section, keys }: HelpScreenProps) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (section === undefined) return;
    const heading = [...page.current!.querySelectorAll<HTMLElement>('h2')].find(({ id }) => id === `help-${section}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [section]);
  return (
    <Page title={t`Help`} lead={t`All of it is on this page, so that your browser’s search finds it.`}>
      <div ref={page} className={styles.columns}>
        <nav aria-label={t`On this page`} className={styles.contents}>
          <ol>
            {SECTIONS.map(({ id, title }) => (
              <li key={id}>
                <a href={helpAddress(id)}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.sections}>
          {SECTIONS.map(({ id, title, body }) => (
            <section key={id} aria-labelledby={`help-${id}`}>
              <h2 id={`help-${id}`} tabIndex={-1}>
                {title}
              </h2>
              {body ?? keys}
            </section>
          ))}
        </div>
      </div>
    </Page>
  );
}

/** Without a body: the keys. */
const SECTIONS: readonly { readonly id: string; readonly title: string; readonly body?: ReactNode }[] = [
  { id: 'start', title: t`The first minutes`, body: <HelpStart /> },
  { id: 'marking', title: t`What to mark`, body: <HelpGuidelines /> },
  { id: 'keys', title: t`Keys` },
  { id: 'review', title: t`Working together and reviewing`, body: <HelpReview /> },
  { id: 'data', title: t`Where your work is`, body: <HelpData /> },
  { id: 'words', title: t`Glossary`, body: <HelpGlossary /> },
  { id: 'limits', title: t`What it cannot do`, body: <HelpLimits /> },
];
