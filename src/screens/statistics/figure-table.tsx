import { t } from '#language/t.ts';
import { Button } from '#ui/button.tsx';
import { count } from '#language/numbers.ts';
import { type ReactNode, useState } from 'react';
import styles from './figure-table.module.css';

/** One line of a table: what it is about, and a number or something else for each column. */
export interface FigureRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly cells: readonly (number | Exclude<ReactNode, number>)[];
}

interface FigureTableProps {
  readonly caption: string;
  /** The heading of the names, then those of the cells. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** The column whose numbers are drawn as bars too, as long as they are to its greatest; none where left out. */
  readonly bars?: number;
  /** The column whose number each bar is a part of, instead of the greatest of its own column. */
  readonly barsOf?: number;
  /** Shown instead of a table without rows. */
  readonly empty?: string;
}

/** How many rows are shown before the rest is asked for. */
const FIRST = 10;
/** So many more are shown each time they are asked for: all of several thousand would hold the page up. */
const MORE = 200;

/** Figures as a table, with bars beside the numbers where one looks rather than reads. */
export function FigureTable({ caption, columns, rows, bars, barsOf, empty = t`None yet.` }: FigureTableProps) {
  const [most, setMost] = useState(FIRST);
  const shown = rows.slice(0, most);
  const isWhole = shown.length === rows.length;
  const greatest = rows.reduce((number, { cells }) => Math.max(number, numberOf(cells[bars ?? 0])), 1);
  const way = isWhole ? 'fewer' : rows.length - shown.length <= MORE ? 'all' : 'more';
  return (
    <div className={styles.block}>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th
                  key={column}
                  scope="col"
                  className={index > 0 && isNumeric(rows, index - 1) ? styles.number : undefined}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, cells }) => (
              <tr key={key}>
                <th scope="row" dir="auto">
                  {name}
                </th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1]} className={typeof cell === 'number' ? styles.number : undefined}>
                    {index === bars ? (
                      <Bar
                        number={numberOf(cell)}
                        of={barsOf === undefined ? greatest : Math.max(1, numberOf(cells[barsOf]))}
                      />
                    ) : typeof cell === 'number' ? (
                      count(cell)
                    ) : (
                      cell
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={columns.length} className={styles.empty}>
                  {empty}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {rows.length > FIRST && (
        <Button
          look="quiet"
          aria-expanded={most > FIRST}
          aria-label={wayInFull(way, caption, rows.length)}
          onClick={() => {
            setMost(isWhole ? FIRST : most + MORE);
          }}
        >
          {wayInWords(way, rows.length)}
        </Button>
      )}
    </div>
  );
}

/** What the button under a long table does. */
type Way = 'fewer' | 'all' | 'more';

function wayInWords(way: Way, rows: number): string {
  switch (way) {
    case 'fewer':
      return t`Show fewer`;
    case 'all':
      return t`Show all ${count(rows)}`;
    case 'more':
      return t`Show ${MORE} more of ${count(rows)}`;
  }
}

function wayInFull(way: Way, caption: string, rows: number): string {
  switch (way) {
    case 'fewer':
      return t`${caption}: show fewer`;
    case 'all':
      return t`${caption}: show all ${count(rows)}`;
    case 'more':
      return t`${caption}: show ${MORE} more of ${count(rows)}`;
  }
}

/** A number with a bar that says the same. */
function Bar({ number, of }: { readonly number: number; readonly of: number }) {
  return (
    <span className={styles.barred}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ inlineSize: `${(number / of) * 100}%` }} />
      </span>
      <span className={styles.figure}>{count(number)}</span>
    </span>
  );
}

function numberOf(cell: ReactNode): number {
  return typeof cell === 'number' ? cell : 0;
}

function isNumeric(rows: readonly FigureRow[], index: number): boolean {
  return rows.length > 0 && rows.every(({ cells }) => typeof cells[index] === 'number');
}
