import { t } from '#language/t.ts';
import { tNodes } from '#ui/t-nodes.tsx';
import { type ArticleId } from '#core/project/project.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { ADDRESSES } from '#state/addresses.ts';
import { useLibrary } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { plural } from '#language/numbers.ts';
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
      <summary>{plural(articles.length, '# article taken out', '# articles taken out')}</summary>
      {isOpen && (
        <p
          className={styles.hint}
        >{tNodes`They are in the ${<a href={ADDRESSES.trash}>{t`trash`}</a>}, with all that was annotated on them.`}</p>
      )}
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
                '# span kept',
                '# spans kept',
              )}
              {corrected.has(id) && ` · ${t`replaced by a corrected text`}`}
            </small>
            <Button
              aria-label={t`Put back: ${title}`}
              onClick={() => {
                onPutBack(id);
              }}
            >{t`Put back`}</Button>
          </li>
        );
      })}
    </ul>
  );
}
