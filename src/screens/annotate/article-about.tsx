import { annotateAddress, correctAddress } from '#state/addresses.ts';
import { useAnnotate, useLibrary } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { directionOf } from '#views/text/direction.ts';
import styles from './article-about.module.css';
import { longDate } from './long-date.ts';

/** Title, source, date and language of the open article, and the way to correct its text. */
export function ArticleAbout({ titleId }: { readonly titleId: string }) {
  const { id, title, source, date, language, correctionOf } = useAnnotate((state) => state.article);
  const earlier = useLibrary((state) => state.articles.find((article) => article.id === correctionOf)?.id);
  const facts = [source, date && longDate(date), language !== 'und' && language].filter(
    (fact) => fact !== '' && fact !== false,
  );
  return (
    <header className={styles.about} dir={directionOf(language)}>
      <h1 id={titleId} lang={language === 'und' ? undefined : language}>
        {title}
      </h1>
      <div className={styles.by}>
        <p>
          {facts.join(' · ')}
          {earlier !== undefined && (
            <>
              {facts.length > 0 && ' · '}
              <a href={annotateAddress(earlier)}>corrected from an earlier text</a>
            </>
          )}
        </p>
        <Button
          look="quiet"
          className={styles.correct}
          onClick={() => {
            location.hash = correctAddress(id);
          }}
        >
          Correct the text
        </Button>
      </div>
    </header>
  );
}
