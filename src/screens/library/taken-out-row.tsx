import { type LibraryArticle } from '#state/library-store.ts';
import { useStores } from '#state/react.tsx';
import { Button } from '#ui/button.tsx';
import styles from './article-table.module.css';
import { takeLostFocus } from './lost-focus.ts';

interface TakenOutRowProps {
  readonly article: LibraryArticle;
  readonly columns: number;
}

/** The row of an article that was just taken out, in its place, with the way back under the focus. */
export function TakenOutRow({ article: { id, title }, columns }: TakenOutRowProps) {
  const { library } = useStores();
  return (
    <tr className={styles.takenOut}>
      <td colSpan={columns}>
        <div>
          <span className={styles.takenOutTitle} title={title} dir="auto">
            {title}
          </span>
          <span>Taken out ·</span>
          <Button
            look="quiet"
            // The button that took the article out is gone with its row.
            ref={takeLostFocus}
            aria-label={`Put back: ${title}`}
            onClick={() => {
              void library.getState().putBack(id);
            }}
          >
            Put back
          </Button>
        </div>
      </td>
    </tr>
  );
}
