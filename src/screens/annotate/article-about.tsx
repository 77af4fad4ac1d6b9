import { t } from '#language/t.ts';
import { annotateAddress, correctAddress } from '#state/addresses.ts';
import { withKeyText } from '#state/keys/key-text.ts';
import { useAnnotate, useLibrary, useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { directionOf } from '#core/text/direction.ts';
import { ALargeSmall, BookOpen, Pencil } from 'lucide-react';
import { Fragment } from 'react';
import styles from './article-about.module.css';
import { useKeyText } from './keys/use-key-text.ts';
import { longDate } from './long-date.ts';

interface ArticleAboutProps {
  readonly titleId: string;
  readonly onOpenGuidelines: () => void;
}

/** Title, author, source, date and language of the open article, and the ways to the guidelines and to correct its text. */
export function ArticleAbout({ titleId, onOpenGuidelines }: ArticleAboutProps) {
  const { reading } = useStores();
  const readingKey = useKeyText()('reading-comfort');
  const { id, title, author, source, date, language, correctionOf } = useAnnotate((state) => state.article);
  const earlier = useLibrary((state) => (correctionOf === '' ? undefined : state.find(correctionOf)?.id));
  const facts = [author, source, date && longDate(date), language !== 'und' && language].filter(
    (fact) => fact !== '' && fact !== false,
  );
  return (
    <header className={styles.about} dir={directionOf(language)}>
      <h1 id={titleId} title={title} lang={language === 'und' ? undefined : language}>
        {title}
      </h1>
      <div className={styles.row}>
        <p className={styles.by} title={facts.join(' · ')}>
          {facts.map((fact, index) => (
            // Two facts may be the same words.
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={index}>
              {index > 0 && ' · '}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
          {earlier !== undefined && (
            <>
              {facts.length > 0 && ' · '}
              <a href={annotateAddress(earlier)}>{t`corrected from an earlier text`}</a>
            </>
          )}
        </p>
        <span className={styles.asides}>
          <Button
            look="quiet"
            className={styles.aside}
            aria-label={t`Correct the text`}
            title={t`Correct the text of the article`}
            onClick={() => {
              location.hash = correctAddress(id);
            }}
          >
            <Pencil size={16} aria-hidden="true" />
            {t`Correct`}
          </Button>
          <Button
            look="quiet"
            className={`${styles.aside} ${styles.narrow}`}
            aria-label={t`Reading`}
            title={withKeyText(t`Text size, font and colours`, readingKey)}
            onClick={() => {
              reading.getState().showPanel(true);
            }}
          >
            <ALargeSmall size={18} aria-hidden="true" />
          </Button>
          <Button look="quiet" className={styles.aside} aria-keyshortcuts="G" onClick={onOpenGuidelines}>
            <BookOpen size={16} aria-hidden="true" />
            {t`Guidelines`}
            <kbd aria-hidden="true">G</kbd>
          </Button>
        </span>
      </div>
    </header>
  );
}
