import { useAnnotate } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { directionOf } from '#views/text/direction.ts';
import { BookOpen } from 'lucide-react';
import styles from './article-about.module.css';
import { longDate } from './long-date.ts';

interface ArticleAboutProps {
  readonly titleId: string;
  readonly onOpenGuidelines: () => void;
}

/** Title, source, date and language of the open article, and the way to the guidelines. */
export function ArticleAbout({ titleId, onOpenGuidelines }: ArticleAboutProps) {
  const { title, source, date, language } = useAnnotate((state) => state.article);
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
        </p>
        <Button look="quiet" className={styles.guidelines} aria-keyshortcuts="G" onClick={onOpenGuidelines}>
          <BookOpen size={16} aria-hidden="true" />
          Guidelines
          <kbd aria-hidden="true">G</kbd>
        </Button>
      </div>
    </header>
  );
}
