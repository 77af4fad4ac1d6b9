import { type ArticleId } from '#core/project/project.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { useLibrary } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { plural } from '#ui/plural.ts';
import { useRowsInView } from '#ui/use-rows-in-view.ts';
import { useMemo, useRef, useState } from 'react';
import styles from './removed-articles.module.css';

interface RemovedArticlesProps {
  readonly articles: readonly LibraryArticle[];
  readonly onPutBack: (id: ArticleId) => void;
}

/** Articles that were taken out of the library, each with a way back. */
export function RemovedArticles({ articles, onPutBack }: RemovedArticlesProps) {
  const [isOpen, setOpen] = useState(false);
  if (articles.length === 0) return null;
  return (
    <details
      className={styles.removed}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{plural(articles.length, 'article')} taken out</summary>
      {isOpen && <RemovedList articles={articles} onPutBack={onPutBack} />}
    </details>
  );
}

function RemovedList({ articles, onPutBack }: RemovedArticlesProps) {
  const all = useLibrary((state) => state.articles);
  const corrected = useMemo(() => new Set(all.map(({ correctionOf }) => correctionOf)), [all]);
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<string>();
  const keys = useMemo(() => articles.map(({ id }) => id), [articles]);
  const { parts } = useRowsInView(list, keys, [focused]);
  return (
    // It takes no focus: it notes which item has it, so that this one stays in the page.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={list}
      onFocus={({ target }) => {
        setFocused(target.closest<HTMLElement>('[data-row]')?.dataset['row']);
      }}
    >
      {parts.map((part) => {
        if (part.kind === 'gap') {
          return <li key={`gap ${part.from}`} aria-hidden="true" style={{ padding: 0, blockSize: part.height }} />;
        }
        const { id, title, progress } = articles[part.index]!;
        return (
          <li key={id} data-row={id} aria-posinset={part.index + 1} aria-setsize={articles.length}>
            <span className={styles.title} dir="auto" title={title}>
              {title}
            </span>
            <small>
              {plural(
                progress.reduce((sum, layer) => sum + layer.spanCount, 0),
                'span',
              )}{' '}
              kept
              {corrected.has(id) && ' · replaced by a corrected text'}
            </small>
            <Button
              aria-label={`Put back: ${title}`}
              onClick={() => {
                onPutBack(id);
              }}
            >
              Put back
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
