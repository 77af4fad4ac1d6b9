import { type ArticleId } from '#core/project/project.ts';
import { type LibraryArticle } from '#state/library-store.ts';
import { useLibrary } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import { plural } from '#ui/plural.ts';
import styles from './removed-articles.module.css';

interface RemovedArticlesProps {
  readonly articles: readonly LibraryArticle[];
  readonly onPutBack: (id: ArticleId) => void;
}

/** Articles that were taken out of the library, each with a way back. */
export function RemovedArticles({ articles, onPutBack }: RemovedArticlesProps) {
  const all = useLibrary((state) => state.articles);
  const corrected = new Set(all.map(({ correctionOf }) => correctionOf));
  if (articles.length === 0) return null;
  return (
    <details className={styles.removed}>
      <summary>{plural(articles.length, 'article')} taken out</summary>
      <ul>
        {articles.map(({ id, title, progress }) => (
          <li key={id}>
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
        ))}
      </ul>
    </details>
  );
}
