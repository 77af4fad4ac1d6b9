import { useAnnotate } from '#state/react.tsx';
import { directionOf } from '#views/text/direction.ts';
import styles from './article-about.module.css';
import { longDate } from './long-date.ts';

/** Title, source, date and language of the open article. */
export function ArticleAbout({ titleId }: { readonly titleId: string }) {
  const { title, source, date, language } = useAnnotate((state) => state.article);
  const facts = [source, date && longDate(date), language !== 'und' && language].filter(
    (fact) => fact !== '' && fact !== false,
  );
  return (
    <header className={styles.about} dir={directionOf(language)}>
      <h1 id={titleId} title={title} lang={language === 'und' ? undefined : language}>
        {title}
      </h1>
      <p className={styles.by} title={facts.join(' · ')}>
        {facts.join(' · ')}
      </p>
    </header>
  );
}
