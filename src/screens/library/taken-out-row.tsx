import { t } from '#language/t.ts';
import { type ArticleId } from '#core/project/project.ts';
import { type LibraryArticle } from '#state/library-article.ts';
import { Button } from '#ui/button.tsx';
import { memo } from 'react';
import styles from './article-table.module.css';
import { useLostFocus } from './use-lost-focus.ts';

interface TakenOutRowProps {
  readonly article: LibraryArticle;
  /** Its number among all rows, the heading included; undefined where all of them are in the page. */
  readonly place: number | undefined;
  readonly columns: number;
  /** Given where taking the article out took away the button that had the focus. */
  readonly onFocusTaken: (() => void) | undefined;
  readonly onPutBack: (id: ArticleId) => void;
}

/** The row of an article that was just taken out, in its place, with the way back under the focus. */
export const TakenOutRow = memo(function TakenOutRow(props: TakenOutRowProps) {
  const { article, place, columns, onFocusTaken, onPutBack } = props;
  const { id, title } = article;
  const button = useLostFocus(onFocusTaken);
  return (
    <tr className={styles.takenOut} data-row={id} aria-rowindex={place}>
      <td colSpan={columns}>
        <div>
          <span className={styles.takenOutTitle} title={title} dir="auto">
            {title}
          </span>
          <span>{t`Taken out`} ·</span>
          <Button
            look="quiet"
            ref={button}
            aria-label={t`Put back: ${title}`}
            onClick={() => {
              onPutBack(id);
            }}
          >{t`Put back`}</Button>
        </div>
      </td>
    </tr>
  );
});
