import { type CSSProperties, type ReactNode } from 'react';
import styles from './heat-map.module.css';

interface HeatMapProps {
  readonly titleId: string;
  /** What the rows and the columns are, for whoever hears the table. */
  readonly of: string;
  /** The names of both, in their order, each with a key of its own. */
  readonly heads: readonly { readonly key: string; readonly name: string }[];
  /** What stands in a row and a column, on a tint that is the darker the greater the share; undefined for nothing. */
  readonly cellAt: (row: number, column: number) => { readonly share: number; readonly content: ReactNode } | undefined;
  /** Why nothing stands in a cell. */
  readonly none: string;
}

/** A square table, whose rows and columns are the same things. */
export function HeatMap({ titleId, of, heads, cellAt, none }: HeatMapProps) {
  return (
    <table className={styles.map} aria-labelledby={titleId}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{of}</span>
          </th>
          {heads.map(({ key, name }) => (
            <th key={key} scope="col">
              <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {heads.map(({ key: rowKey, name }, row) => (
          <tr key={rowKey}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            {heads.map(({ key }, column) => {
              const cell = cellAt(row, column);
              if (!cell) return <td key={key} className={styles.none} aria-label={none} />;
              return (
                <td key={key} style={{ '--share': cell.share } as CSSProperties}>
                  {cell.content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
