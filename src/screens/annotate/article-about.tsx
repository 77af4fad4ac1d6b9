import { annotateAddress, correctAddress } from '#state/addresses.ts';
import { useAnnotate, useLibrary } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { directionOf } from '#views/text/direction.ts';
import { BookOpen, Pencil } from 'lucide-react';
import styles from './article-about.module.css';
import { longDate } from './long-date.ts';

interface ArticleAboutProps {
  readonly titleId: string;
  readonly onOpenGuidelines: () => void;
}

/** Title, source, date and language of the open article, and the ways to the guidelines and to correct its text. */
export function ArticleAbout({ titleId, onOpenGuidelines }: ArticleAboutProps) {
  const { id, title, source, date, language, correctionOf } = useAnnotate((state) => state.article);
  const earlier = useLibrary((state) => (correctionOf === '' ? undefined : state.find(correctionOf)?.id));
  const facts = [source, date && longDate(date), language !== 'und' && language].filter(
    (fact) => fact !== '' && fact !== false,
  );
  return (
    <header className={styles.about} dir={directionOf(language)}>
      <h1 id={titleId} title={title} lang={language === 'und' ? undefined : language}>
        {title}
      </h1>
      <div className={styles.row}>
        <p className={styles.by} title={facts.join(' · ')}>
          {facts.join(' · ')}
          {earlier !== undefined && (
            <>
              {facts.length > 0 && ' · '}
              <a href={annotateAddress(earlier)}>corrected from an earlier text</a>
            </>
          )}
        </p>
        <span className={styles.asides}>
          <Button
            look="quiet"
            className={styles.aside}
            aria-label="Correct the text"
            title="Correct the text of the article"
            onClick={() => {
              location.hash = correctAddress(id);
            }}
          >
            <Pencil size={16} aria-hidden="true" />
            Correct
          </Button>
          <Button look="quiet" className={styles.aside} aria-keyshortcuts="G" onClick={onOpenGuidelines}>
            <BookOpen size={16} aria-hidden="true" />
            Guidelines
            <kbd aria-hidden="true">G</kbd>
          </Button>
        </span>
      </div>
    </header>
  );
}
