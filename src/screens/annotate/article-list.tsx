import { t } from '#language/t.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { annotateAddress } from '#state/addresses.ts';
import { createArticleFinder } from '#state/article-finder.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { useLibrary, useSession } from '#state/react.tsx';
import { LongList } from '#ui/long-list.tsx';
import { plural } from '#language/numbers.ts';
import { StatusMark } from '#views/labels/status-mark.tsx';
import { memo, useMemo, useState } from 'react';
import styles from './article-list.module.css';

/** The articles beside the text, so that the next one is a click away. */
export function ArticleList({ current }: { readonly current: ArticleId }) {
  const articles = useLibrary((state) => state.present());
  const isRead = useLibrary((state) => state.phase === 'ready');
  const annotatorId = useSession((state) => state.annotatorId);
  const [query, setQuery] = useState('');
  const [find] = useState(createArticleFinder);
  const found = useMemo(() => find(articles, query), [find, articles, query]);
  return (
    <nav className={styles.list} aria-label={t`Articles`} data-region="articles">
      <div className={styles.search}>
        <input
          type="search"
          aria-label={t`Search articles`}
          placeholder={
            isRead ? plural(articles.length, 'Search # articles…', 'Search # articles…') : t`Search articles…`
          }
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
          }}
        />
      </div>
      <LongList items={found} keyOf={idOf} current={current} className={styles.scroller}>
        {(article) => <ArticleLink article={article} annotatorId={annotatorId} isCurrent={article.id === current} />}
      </LongList>
      {isRead && found.length === 0 && <p className={styles.empty}>{t`No article matches.`}</p>}
    </nav>
  );
}

function idOf({ id }: LibraryArticle): string {
  return id;
}

interface ArticleLinkProps {
  readonly article: LibraryArticle;
  readonly annotatorId: AnnotatorId;
  readonly isCurrent: boolean;
}

const ArticleLink = memo(function ArticleLink({ article, annotatorId, isCurrent }: ArticleLinkProps) {
  const { id, title, words, progress } = article;
  const mine = progress.find((layer) => layer.annotatorId === annotatorId);
  return (
    <a href={annotateAddress(id)} aria-current={isCurrent ? 'page' : undefined}>
      <b dir="auto" title={title}>
        {title}
      </b>
      <small>
        <StatusMark status={mine?.status ?? 'not-started'} />
        <span>· {mine && mine.spanCount > 0 ? plural(mine.spanCount, 'span') : plural(words, 'word')}</span>
      </small>
    </a>
  );
});
