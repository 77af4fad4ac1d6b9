import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { LongList } from '#ui/long-list.tsx';
import { plural } from '#language/numbers.ts';
import styles from './article-choice.module.css';

interface ArticleChoiceProps {
  readonly articles: readonly LibraryArticle[];
  readonly chosen: ReadonlySet<ArticleId> | 'all';
  readonly onChange: (chosen: ReadonlySet<ArticleId> | 'all') => void;
}

/** All articles, or those ticked. */
export function ArticleChoice({ articles, chosen, onChange }: ArticleChoiceProps) {
  const isTicked = (id: ArticleId): boolean => chosen === 'all' || chosen.has(id);
  const toggle = (id: ArticleId): void => {
    const next = new Set(articles.filter((article) => isTicked(article.id)).map((article) => article.id));
    if (!next.delete(id)) next.add(id);
    onChange(next.size === articles.length ? 'all' : next);
  };
  return (
    <fieldset className={styles.choice}>
      <legend>{t`Articles`}</legend>
      <label>
        <input
          type="checkbox"
          ref={(box) => {
            // Half ticked where some are chosen: a property of the element, which has no attribute.
            if (box) box.indeterminate = chosen !== 'all' && chosen.size > 0;
          }}
          checked={chosen === 'all'}
          onChange={() => {
            onChange(chosen === 'all' ? new Set() : 'all');
          }}
        />
        <b>{t`All ${plural(articles.length, 'article')}`}</b>
      </label>
      <LongList items={articles} keyOf={idOf} className={styles.scroller}>
        {({ id, title, progress }) => (
          <label>
            <input
              type="checkbox"
              checked={isTicked(id)}
              onChange={() => {
                toggle(id);
              }}
            />
            <span dir="auto" title={title}>
              {title}
            </span>
            <small>
              {plural(
                progress.reduce((sum, layer) => sum + layer.spanCount, 0),
                'span',
              )}
            </small>
          </label>
        )}
      </LongList>
    </fieldset>
  );
}

function idOf({ id }: LibraryArticle): string {
  return id;
}
