import { t } from '#language/t.ts';
import { type ArticleHits, type SearchAnswer } from '#core/search/search-corpus.ts';
import { annotateAddress } from '#state/addresses.ts';
import { useCorpus } from '#state/react-later.tsx';
import { Message } from '#ui/message.tsx';
import { count, plural } from '#language/numbers.ts';
import { memo, useDeferredValue } from 'react';
import { HitLink } from './hit-link.tsx';
import styles from './search-results.module.css';

/** What was found, article by article; while another query is being answered, what was found before. */
export function SearchResults({ query }: { readonly query: string }) {
  // Hundreds of hits take a while to draw; what is typed meanwhile goes first.
  const found = useDeferredValue(useCorpus((state) => state.found));
  const isCurrent = found?.query === query;
  return (
    <section className={styles.results} aria-label={t`Results`} aria-busy={!isCurrent}>
      {/* It is there before its words are, so that they are read out. */}
      <div role="status" className={styles.count}>
        {found && (found.problems.length > 0 ? <Problems found={found} /> : countInWords(found))}
      </div>
      {found && found.shown < found.count && (
        <p
          className={styles.capped}
        >{t`The first ${count(found.shown)} are shown. More words or a filter narrow the search down.`}</p>
      )}
      {found?.articles.map((hits) => (
        <ArticleResults key={hits.articleId} hits={hits} />
      ))}
    </section>
  );
}

function Problems({ found }: { readonly found: SearchAnswer }) {
  return (
    <Message kind="warning">
      {found.problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </Message>
  );
}

function countInWords({ count: hits, articleCount }: SearchAnswer): string {
  return hits === 0
    ? t`Nothing was found. Try fewer or shorter words, or take a filter away.`
    : t`${plural(hits, 'hit')} in ${plural(articleCount, 'article')}`;
}

/** The answer keeps its articles, so that typing draws none of them again. */
const ArticleResults = memo(function ArticleResults({ hits: article }: { readonly hits: ArticleHits }) {
  const { articleId, title, language, count: all, hits } = article;
  return (
    <section className={styles.article}>
      <header>
        <h2 dir="auto">
          <a href={annotateAddress(articleId)}>{title}</a>
        </h2>
        <span>{plural(all, 'hit')}</span>
      </header>
      <ul>
        {hits.map((hit) => (
          <li key={`${hit.span ? `${hit.span.annotatorId} ${hit.span.id}` : 'text'} ${hit.range.from}`}>
            <HitLink articleId={articleId} language={language} hit={hit} />
          </li>
        ))}
      </ul>
    </section>
  );
});
