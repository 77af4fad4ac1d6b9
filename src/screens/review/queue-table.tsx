import { t } from '#language/t.ts';
import { type GroupKind } from '#core/alignment/group.ts';
import { type ArticleFigures } from '#core/review/article-figures.ts';
import { reviewAddress } from '#state/addresses.ts';
import { kindsOf, type QueueRow, type RowState } from '#state/review/queue-rows.ts';
import { count, decimals, plural } from '#language/numbers.ts';
import { useRowsInView } from '#ui/use-rows-in-view.ts';
import { KindIcon } from '#views/review/kind-icon.tsx';
import { memo, useMemo, useRef, useState } from 'react';
import styles from './queue-table.module.css';

const STATES: Readonly<Record<RowState, string>> = {
  waiting: t`Nobody has finished it`,
  unread: t`Being compared…`,
  open: t`To review`,
  'in-review': t`In review`,
  decided: t`Decided, not finished`,
  done: t`Finished`,
};

/** Of columns whose cells say by themselves what they are where there is no room for headings. */
const HEADINGS = { finished: t`Finished by`, open: t`Open`, threads: t`Threads` } as const;

/** Those that are there at every width. */
const COLUMNS = 6;

/** The articles of the queue with what is left in each. Of many, only the rows near the viewport are in the page. */
export function QueueTable({ rows }: { readonly rows: readonly QueueRow[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [focused, setFocused] = useState<string>();
  const keys = useMemo(() => rows.map(({ id }) => id), [rows]);
  const { parts, isPartial } = useRowsInView(body, keys, [focused]);
  return (
    <table className={styles.table} aria-label={t`Queue`} aria-rowcount={isPartial ? rows.length + 1 : undefined}>
      <thead>
        <tr aria-rowindex={isPartial ? 1 : undefined}>
          <th scope="col">{t`Article`}</th>
          <th scope="col" className={styles.number} data-column="finished">
            {HEADINGS.finished}
          </th>
          <th scope="col" data-column="kinds">{t`Groups`}</th>
          <th scope="col" className={styles.number} data-column="open">
            {HEADINGS.open}
          </th>
          <th scope="col" className={styles.number} data-column="threads">
            {HEADINGS.threads}
          </th>
          <th
            scope="col"
            className={styles.number}
            data-column="f1"
            title={t`How much all pairs of annotators agree on labels and exact words: the mean strict F1, 1 at most`}
          >
            F1
          </th>
          <th scope="col" data-column="state">{t`State`}</th>
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
        {parts.map((part) => {
          if (part.kind === 'row') {
            const row = rows[part.index]!;
            return <Row key={row.id} row={row} place={isPartial ? part.index + 2 : undefined} />;
          }
          return (
            <tr key={`gap ${part.from}`} className={styles.gap} aria-hidden="true">
              <td colSpan={COLUMNS} style={{ blockSize: part.height }}>
                {' '}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: QueueRow;
  readonly place: number | undefined;
}

const Row = memo(function Row({ row: { id, title, source, finished, begun, state, figures }, place }: RowProps) {
  return (
    <tr data-row={id} aria-rowindex={place}>
      <th scope="row">
        <a href={reviewAddress(id)} dir="auto" title={title}>
          {title}
        </a>
        <small dir="auto" title={source}>
          {source}
        </small>
      </th>
      <td data-column="finished" className={styles.number} data-heading={HEADINGS.finished}>
        {t`${finished} of ${begun}`}
      </td>
      <td data-column="kinds">{figures && finished > 0 && <Kinds figures={figures} />}</td>
      <td data-column="open" className={styles.number} data-heading={HEADINGS.open}>
        {figures && finished > 0 ? <Left figures={figures} /> : '–'}
      </td>
      <td data-column="threads" className={styles.number} data-heading={HEADINGS.threads}>
        {figures ? count(figures.openThreads) : '–'}
      </td>
      <td data-column="f1" className={styles.number}>
        {figures?.f1 === undefined || finished === 0 ? '–' : decimals(figures.f1, 2)}
      </td>
      <td data-column="state" data-state={state}>
        {STATES[state]}
      </td>
    </tr>
  );
});

/** How many groups are of each kind, as a bar and in words. */
function Kinds({ figures }: { readonly figures: ArticleFigures }) {
  const kinds = kindsOf(figures);
  if (kinds.length === 0) return t`Nothing is marked`;
  return (
    <div className={styles.kinds}>
      <div className={styles.bar} aria-hidden="true">
        {kinds.map(([kind, number]) => (
          <span key={kind} data-kind={kind} style={{ flexGrow: number }} />
        ))}
      </div>
      <p>
        {kinds.map(([kind, number]) => (
          <span key={kind} className={styles.kind}>
            <KindIcon kind={kind} size={12} /> {kindCountInWords(kind, number)}
          </span>
        ))}
      </p>
    </div>
  );
}

/** So many groups of a kind: “1 boundary”, “2 values”. */
function kindCountInWords(kind: GroupKind, number: number): string {
  switch (kind) {
    case 'single':
      return plural(number, 'only one', 'only one');
    case 'label':
      return plural(number, 'label', 'label');
    case 'boundary':
      return plural(number, 'boundary', 'boundary');
    case 'attribute':
      return plural(number, 'value');
    case 'link':
      return plural(number, 'link');
    case 'missing':
      return plural(number, 'missing', 'missing');
    case 'unanimous':
      return plural(number, 'unanimous', 'unanimous');
  }
}

function Left({ figures: { open, unanimous, deferred, stale } }: { readonly figures: ArticleFigures }) {
  const more = [
    ...(unanimous > 0 ? [t`${count(unanimous)} unanimous`] : []),
    ...(deferred > 0 ? [t`${count(deferred)} put off`] : []),
    ...(stale > 0 ? [t`${count(stale)} changed`] : []),
  ];
  return (
    <>
      <b>{count(open + deferred + stale)}</b>
      {more.map((words) => (
        <small key={words}>{words}</small>
      ))}
    </>
  );
}
