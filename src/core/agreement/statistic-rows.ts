import { type StatisticRow } from './bootstrap.ts';

/** A row while it is filled. */
export interface GrowingRow extends StatisticRow {
  readonly columns: number[];
  readonly values: number[];
}

/** The row of an article, still empty. */
export function emptyRow(article: number): GrowingRow {
  return { article, columns: [], values: [] };
}

/** Puts the values into the columns from `first` on; zeros add nothing to a sum and are left out. */
export function put(row: GrowingRow, first: number, values: readonly number[]): void {
  for (const [index, value] of values.entries()) {
    if (value === 0) continue;
    row.columns.push(first + index);
    row.values.push(value);
  }
}

/** The row with each column once. */
export function joinColumns({ article, columns, values }: GrowingRow): GrowingRow {
  const sums = new Map<number, number>();
  for (const [index, column] of columns.entries()) sums.set(column, (sums.get(column) ?? 0) + values[index]!);
  return { article, columns: [...sums.keys()], values: [...sums.values()] };
}

/** In how many rows each column has something. */
export function countRows(rows: readonly StatisticRow[], width: number): Int32Array {
  const counts = new Int32Array(width);
  for (const { columns } of rows) for (const column of new Set(columns)) counts[column]! += 1;
  return counts;
}

/** What a figure is about: a label by its place, or all; a pair of annotators by its place, or all. */
export interface About {
  readonly label?: number;
  readonly pair?: number;
}

/** The name of a figure in its statistic. */
export function figureName(measure: string, { label, pair }: About = {}): string {
  return `${measure} label:${label ?? 'all'} pair:${pair ?? 'all'}`;
}
