import { type ArticleId } from '#core/project/project.ts';
import { annotateAddress, correctAddress } from '#state/addresses.ts';
import { type LibraryArticle } from '#state/library-store.ts';
import { useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { Button } from '#ui/button.tsx';
import { count, plural } from '#ui/plural.ts';
import { StatusMark } from '#views/labels/status-mark.tsx';
import { Pencil, Trash2 } from 'lucide-react';
import styles from './article-table.module.css';
import { statusOf } from './filter-articles.ts';
import { takeLostFocus } from './lost-focus.ts';
import { type Column, type Order, spansOf } from './sort-articles.ts';
import { TakenOutRow } from './taken-out-row.tsx';

interface ArticleTableProps {
  readonly articles: readonly LibraryArticle[];
  /** Those that were taken out on this visit of the screen and may come back. */
  readonly returned: readonly ArticleId[];
  readonly order: Order | undefined;
  readonly onSort: (order: Order | undefined) => void;
  readonly onTakeOut: (id: ArticleId) => void;
}

const COLUMNS: readonly { readonly column: Column; readonly text: string; readonly isNumber?: boolean }[] = [
  { column: 'title', text: 'Article' },
  { column: 'language', text: 'Language' },
  { column: 'words', text: 'Words', isNumber: true },
  { column: 'spans', text: 'Your spans', isNumber: true },
  { column: 'status', text: 'Your status' },
];

/** Articles with what is known of them and how far everyone is; the title opens the article, a heading sorts. */
export function ArticleTable({ articles, returned, order, onSort, onTakeOut }: ArticleTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {COLUMNS.map(({ column, text, isNumber }) => {
            const direction = order?.column === column ? (order.isDescending ? 'descending' : 'ascending') : undefined;
            return (
              <th key={column} scope="col" className={isNumber ? styles.number : undefined} aria-sort={direction}>
                <button
                  type="button"
                  onClick={() => {
                    onSort(nextOrder(order, column));
                  }}
                >
                  {text}
                  <span aria-hidden="true">{direction ? (direction === 'ascending' ? ' ▴' : ' ▾') : ''}</span>
                </button>
              </th>
            );
          })}
          <th scope="col">Others</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) =>
          article.removed ? (
            <TakenOutRow key={`${article.id} taken out`} article={article} columns={COLUMNS.length + 2} />
          ) : (
            <ArticleRow
              key={article.id}
              article={article}
              isReturned={returned.includes(article.id)}
              onTakeOut={() => {
                onTakeOut(article.id);
              }}
            />
          ),
        )}
      </tbody>
    </table>
  );
}

/** Ascending first, then descending, then as the articles came in. */
function nextOrder(order: Order | undefined, column: Column): Order | undefined {
  if (order?.column !== column) return { column, isDescending: false };
  return order.isDescending ? undefined : { column, isDescending: true };
}

interface ArticleRowProps {
  readonly article: LibraryArticle;
  readonly isReturned: boolean;
  readonly onTakeOut: () => void;
}

function ArticleRow({ article, isReturned, onTakeOut }: ArticleRowProps) {
  const annotatorId = useSession((state) => state.annotatorId);
  const { id, title, source, date, language, words, correctionOf } = article;
  const origin = correctionOf === '' ? '' : 'corrected from an earlier text';
  const about = [source, date, origin].filter((fact) => fact !== '').join(' · ');
  return (
    <tr>
      <th scope="row">
        <a href={annotateAddress(id)} dir="auto" title={title}>
          {title}
        </a>
        <small dir="auto" title={about}>
          {about}
        </small>
      </th>
      <td data-column="language">{language === 'und' ? '–' : language}</td>
      <td data-column="words" className={styles.number}>
        {count(words)}
      </td>
      <td data-column="spans" className={styles.number}>
        {count(spansOf(article, annotatorId))}
      </td>
      <td data-column="status">
        <StatusMark status={statusOf(article, annotatorId)} />
      </td>
      <td data-column="others">
        <Others article={article} />
      </td>
      <td data-column="actions">
        <Button
          look="icon"
          aria-label={`Correct the text: ${title}`}
          title="Correct the text"
          onClick={() => {
            location.hash = correctAddress(id);
          }}
        >
          <Pencil size={16} aria-hidden="true" />
        </Button>
        <Button
          // Putting the article back took away the button that had the focus.
          ref={isReturned ? takeLostFocus : undefined}
          look="icon"
          aria-label={`Take out: ${title}`}
          title="Take out of the library (annotations stay, and it can be put back)"
          onClick={onTakeOut}
        >
          <Trash2 size={16} aria-hidden="true" />
        </Button>
      </td>
    </tr>
  );
}

/** Who else has annotated the article, with their status. */
function Others({ article }: { readonly article: LibraryArticle }) {
  const annotatorId = useSession((state) => state.annotatorId);
  const annotators = useSession((state) => state.annotators);
  const others = article.progress.filter(
    (layer) => layer.annotatorId !== annotatorId && layer.status !== 'not-started',
  );
  return others.map((layer) => (
    <span
      key={layer.annotatorId}
      className={styles.other}
      title={`${nameOf(annotators, layer.annotatorId)}: ${plural(layer.spanCount, 'span')}`}
    >
      <span className={styles.name}>{nameOf(annotators, layer.annotatorId)}</span> <StatusMark status={layer.status} />
    </span>
  ));
}
