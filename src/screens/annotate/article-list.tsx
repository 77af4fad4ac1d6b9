import { type ArticleId } from '#core/project/project.ts';
import { annotateAddress } from '#state/addresses.ts';
import { useLibrary, useSession } from '#state/react.tsx';
import { plural } from '#ui/plural.ts';
import { StatusMark } from '#views/labels/status-mark.tsx';
import { useEffect, useRef, useState } from 'react';
import styles from './article-list.module.css';

/** The articles beside the text, so that the next one is a click away. */
export function ArticleList({ current }: { readonly current: ArticleId }) {
  const all = useLibrary((state) => state.articles);
  const annotatorId = useSession((state) => state.annotatorId);
  const [query, setQuery] = useState('');
  const articles = all.filter(({ removed }) => !removed);
  const wanted = query.trim().toLocaleLowerCase();
  const found = articles.filter(({ title, source }) => `${title} ${source}`.toLocaleLowerCase().includes(wanted));
  // After a reload the article opens before the library is read.
  const isRead = articles.length > 0;
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, isRead]);
  return (
    <nav ref={list} className={styles.list} aria-label="Articles" data-region="articles">
      <div className={styles.search}>
        <input
          type="search"
          aria-label="Search articles"
          placeholder={`Search ${articles.length} articles…`}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
          }}
        />
      </div>
      <ul>
        {found.map((article) => {
          const mine = article.progress.find((layer) => layer.annotatorId === annotatorId);
          return (
            <li key={article.id}>
              <a href={annotateAddress(article.id)} aria-current={article.id === current ? 'page' : undefined}>
                <b dir="auto" title={article.title}>
                  {article.title}
                </b>
                <small>
                  <StatusMark status={mine?.status ?? 'not-started'} />
                  <span>
                    · {mine && mine.spanCount > 0 ? plural(mine.spanCount, 'span') : plural(article.words, 'word')}
                  </span>
                </small>
              </a>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && <p className={styles.empty}>No article matches.</p>}
    </nav>
  );
}
