import { t } from '#language/t.ts';
import { findLabel } from '#core/labels/label-set.ts';
import { singleEdits } from '#core/edits/single-edits.ts';
import { spansOfEdit } from '#core/edits/spans-of-edit.ts';
import { entryInWords } from '#state/history/entry-words.ts';
import { type OpenHistory } from '#state/history/history-store.ts';
import { useLaterStores } from '#state/react-later.tsx';
import { useSession } from '#state/react.tsx';
import { nameOf } from '#state/session-store.ts';
import { LongList } from '#ui/long-list.tsx';
import { timeInWords } from '#language/dates.ts';
import { LabelMark } from '#views/labels/label-mark.tsx';
import { directionOf } from '#core/text/direction.ts';
import { useMemo } from 'react';
import styles from './history-list.module.css';

type Row = OpenHistory['entries'][number] | 'before';

/** Every edit in one line or two, the newest first; choosing one shows the layer as it was after it. */
export function HistoryList({ opened }: { readonly opened: OpenHistory }) {
  const { entries, at, lost } = opened;
  const rows = useMemo<readonly Row[]>(() => (lost > 0 ? entries : [...entries, 'before']), [entries, lost]);
  return (
    <LongList
      items={rows}
      keyOf={(row) => String(row === 'before' ? 0 : row.number)}
      className={styles.list}
      current={String(at)}
    >
      {(row) => <EntryButton row={row} opened={opened} />}
    </LongList>
  );
}

function EntryButton({ row, opened }: { readonly row: Row; readonly opened: OpenHistory }) {
  const { history } = useLaterStores();
  const number = row === 'before' ? 0 : row.number;
  return (
    <button
      type="button"
      aria-current={opened.at === number}
      onClick={() => {
        history.getState().lookAt(number);
      }}
    >
      {row === 'before' ? <span>{t`Before the first edit`}</span> : <EntryWords entry={row} opened={opened} />}
    </button>
  );
}

function EntryWords({ entry, opened }: { readonly entry: Exclude<Row, 'before'>; readonly opened: OpenHistory }) {
  const { article, annotatorId } = opened;
  const labelSet = useSession((state) => state.project.labelSet);
  const annotators = useSession((state) => state.annotators);
  const { number, edit, cause, at, group } = entry;
  const { what, name, quote, more } = entryInWords(labelSet, article.text, edit, cause);
  const { added, removed } = spansOfEdit(singleEdits(edit).find(({ kind }) => kind.endsWith('span')) ?? edit);
  const span = added[0] ?? removed[0];
  const label = span && findLabel(labelSet, span.label);
  return (
    <>
      <span className={styles.head}>
        <b>{what}</b>
        {name !== '' && (
          <span className={styles.label}>
            {label && <LabelMark label={label} />}
            {name}
          </span>
        )}
        <span className={styles.number}>{number}</span>
      </span>
      {quote !== '' && (
        <span className={styles.quote} lang={article.language} dir={directionOf(article.language)}>
          {quote}
        </span>
      )}
      {more !== '' && <span className={styles.more}>{more}</span>}
      <small>
        {timeInWords(at)} · {nameOf(annotators, annotatorId)}
        {group !== undefined && ` · ${t`with other layers`}`}
      </small>
    </>
  );
}
