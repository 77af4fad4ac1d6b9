import { t } from '#language/t.ts';
import { type AnnotatorId, type ArticleId } from '#core/project/project.ts';
import { annotateAddress, correctAddress } from '#state/addresses.ts';
import { type LibraryArticle, type Progress } from '#state/library-article.ts';
import { useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { Button } from '#ui/button.tsx';
import { count, plural } from '#language/numbers.ts';
import { StatusMark } from '#views/labels/status-mark.tsx';
import { useRowsInView } from '#ui/use-rows-in-view.ts';
import { Pencil, Trash2 } from 'lucide-react';
import { Fragment, memo, useMemo, useRef, useState } from 'react';
import styles from './article-table.module.css';
import { statusOf } from './filter-articles.ts';
import { useLostFocus } from './use-lost-focus.ts';
import { type Column, type Order, spansOf } from './sort-articles.ts';
import { TakenOutRow } from './taken-out-row.tsx';

/** A change of an article that took away the button that had the focus. */
export interface Moved {
  readonly id: ArticleId;
  readonly to: 'taken-out' | 'put-back';
}

interface ArticleTableProps {
  readonly articles: readonly LibraryArticle[];
  /** True where more follow that are not read yet. */
  readonly isOpening: boolean;
  /** Whose row takes the focus where it was lost, as soon as it shows the change. */
  readonly moved: Moved | undefined;
  readonly onShown: () => void;
  readonly order: Order | undefined;
  readonly onSort: (order: Order | undefined) => void;
  readonly onTakeOut: (id: ArticleId) => void;
  readonly onPutBack: (id: ArticleId) => void;
}

const COLUMNS: readonly { readonly column: Column; readonly text: string; readonly isNumber?: boolean }[] = [
  { column: 'title', text: t`Article` },
  { column: 'language', text: t`Language` },
  { column: 'words', text: t`Words`, isNumber: true },
  { column: 'spans', text: t`Your spans`, isNumber: true },
  { column: 'status', text: t`Your status` },
];

/**
 * Articles with what is known of them and how far everyone is; the title opens the article, a heading sorts. Of many articles
 * only the rows near the viewport are in the page, and those around the focus.
 */
export function ArticleTable(props: ArticleTableProps) {
  const { articles, isOpening, moved, onShown, order, onSort, onTakeOut, onPutBack } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [focused, setFocused] = useState<string>();
  const keys = useMemo(() => articles.map(({ id }) => id), [articles]);
  const { parts, isPartial: isWindow } = useRowsInView(body, keys, [focused, moved?.id]);
  const isPartial = isWindow || isOpening;
  // As the standard has it, -1 says that nobody knows yet.
  const rowCount = isOpening ? -1 : articles.length + 1;
  const annotatorId = useSession((state) => state.annotatorId);
  const hasOthers = useMemo(
    () => articles.some((article) => othersOf(article, annotatorId).length > 0),
    [articles, annotatorId],
  );
  const row = (index: number) => {
    const article = articles[index]!;
    const { id, removed } = article;
    const place = isPartial ? index + 2 : undefined;
    const isMoved = moved?.id === id && (moved.to === 'taken-out') === removed;
    const shared = { article, place, onFocusTaken: isMoved ? onShown : undefined };
    return removed ? (
      <TakenOutRow key={`${id} taken out`} {...shared} columns={COLUMNS.length + 2} onPutBack={onPutBack} />
    ) : (
      <ArticleRow key={id} {...shared} onTakeOut={onTakeOut} />
    );
  };
  return (
    <table className={styles.table} aria-rowcount={isPartial ? rowCount : undefined}>
      <thead>
        <tr aria-rowindex={isPartial ? 1 : undefined}>
          {COLUMNS.map(({ column, text, isNumber }) => {
            const direction = order?.column === column ? (order.isDescending ? 'descending' : 'ascending') : undefined;
            return (
              <th
                key={column}
                scope="col"
                data-column={column}
                className={isNumber ? styles.number : undefined}
                aria-sort={direction}
              >
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
          <th scope="col" data-column="others" data-has-names={hasOthers}>{t`Others`}</th>
          <th scope="col" data-column="actions">
            <span className="visually-hidden">{t`Actions`}</span>
          </th>
        </tr>
      </thead>
      {/* It takes no focus: it notes which row has it, so that this one stays in the page. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <tbody
        ref={body}
        onFocus={({ target }) => {
          setFocused(target.closest<HTMLElement>('[data-row]')?.dataset['row']);
        }}
      >
        {parts.map((part) => (part.kind === 'row' ? row(part.index) : <Gap key={`gap ${part.from}`} {...part} />))}
        {isOpening && <Gap height={innerHeight} text={t`Reading the rest…`} />}
      </tbody>
    </table>
  );
}

/** The place of rows that are not in the page. */
function Gap({ height, text }: { readonly height: number; readonly text?: string }) {
  return (
    <tr className={styles.gap} aria-hidden="true">
      <td colSpan={COLUMNS.length + 2} style={{ blockSize: height }}>
        {text}
      </td>
    </tr>
  );
}

/** Ascending first, then descending, then as the articles came in. */
function nextOrder(order: Order | undefined, column: Column): Order | undefined {
  if (order?.column !== column) return { column, isDescending: false };
  return order.isDescending ? undefined : { column, isDescending: true };
}

interface ArticleRowProps {
  readonly article: LibraryArticle;
  /** Its number among all rows, the heading included; undefined where all of them are in the page. */
  readonly place: number | undefined;
  /** Given where putting the article back took away the button that had the focus. */
  readonly onFocusTaken: (() => void) | undefined;
  readonly onTakeOut: (id: ArticleId) => void;
}

const ArticleRow = memo(function ArticleRow({ article, place, onFocusTaken, onTakeOut }: ArticleRowProps) {
  const annotatorId = useSession((state) => state.annotatorId);
  const { id, title, source, date, language, words, correctionOf } = article;
  const origin = correctionOf === '' ? '' : t`corrected from an earlier text`;
  const facts = [source, date, origin].filter((fact) => fact !== '');
  const button = useLostFocus(onFocusTaken);
  const spans = spansOf(article, annotatorId);
  return (
    <tr data-row={id} aria-rowindex={place}>
      <th scope="row">
        <a href={annotateAddress(id)} dir="auto" title={title}>
          {title}
        </a>
        <small dir="auto" title={facts.join(' · ')}>
          {facts.map((fact, index) => (
            // Two may be the same; their order does not change.
            // oxlint-disable-next-line react/no-array-index-key
            <Fragment key={index}>
              {index > 0 && ' · '}
              {fact === date ? <span className={styles.date}>{fact}</span> : fact}
            </Fragment>
          ))}
        </small>
      </th>
      <td data-column="language">{language === 'und' ? '–' : language}</td>
      <td data-column="words" className={styles.number} data-said={plural(words, 'word')}>
        <span>{count(words)}</span>
      </td>
      <td data-column="spans" className={styles.number} data-said={plural(spans, 'span')}>
        <span>{count(spans)}</span>
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
          aria-label={t`Correct the text: ${title}`}
          title={t`Correct the text`}
          onClick={() => {
            location.hash = correctAddress(id);
          }}
        >
          <Pencil size={16} aria-hidden="true" />
        </Button>
        <Button
          ref={button}
          look="icon"
          aria-label={t`Take out: ${title}`}
          title={t`Take out of the library (annotations stay, and it can be put back)`}
          onClick={() => {
            onTakeOut(id);
          }}
        >
          <Trash2 size={16} aria-hidden="true" />
        </Button>
      </td>
    </tr>
  );
});

/** Who else has annotated the article, with their status. */
function Others({ article }: { readonly article: LibraryArticle }) {
  const annotatorId = useSession((state) => state.annotatorId);
  const annotators = useSession((state) => state.annotators);
  return othersOf(article, annotatorId).map((layer) => (
    <span
      key={layer.annotatorId}
      className={styles.other}
      title={`${nameOf(annotators, layer.annotatorId)}: ${plural(layer.spanCount, 'span')}`}
    >
      <span className={styles.name}>{nameOf(annotators, layer.annotatorId)}</span> <StatusMark status={layer.status} />
    </span>
  ));
}

function othersOf({ progress }: LibraryArticle, annotatorId: AnnotatorId): readonly Progress[] {
  return progress.filter((layer) => layer.annotatorId !== annotatorId && layer.status !== 'not-started');
}
