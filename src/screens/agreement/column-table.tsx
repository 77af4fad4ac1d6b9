import { type ReactNode } from 'react';
import styles from './table.module.css';

interface ColumnTableProps {
  readonly titleId: string;
  /** What the columns are called; no two the same. */
  readonly columns: readonly string[];
  /** The rows. */
  readonly children: ReactNode;
}

/** A table of figures, a head above each column. */
export function ColumnTable({ titleId, columns, children }: ColumnTableProps) {
  return (
    <table className={styles.table} aria-labelledby={titleId}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
