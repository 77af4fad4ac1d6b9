import { type Problem } from '#formats/problem.ts';

/** A table as a file has it: names of columns, and rows of as many cells. */
export interface Table {
  /** Such as “Column 3” where the file names none. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** True where the first row of a file of comma-separated values was taken for the names of columns. */
  readonly hasHeader: boolean;
  /** True where the user may say whether the first row is one: JSON names its values. */
  readonly mayHaveHeader: boolean;
  /** The first of them. */
  readonly problems: readonly Problem[];
  /** How many there are in all. */
  readonly problemCount: number;
}

export interface TableRow {
  /** Such as `row 12` or `line 12`. */
  readonly place: string;
  readonly cells: readonly string[];
}

/** What of an article a column can be. */
export const FIELDS = ['text', 'title', 'author', 'source', 'date', 'language'] as const;

export type TableField = (typeof FIELDS)[number];

/** Which column each part of an article is in, by its place in `columns`; undefined for what no column has. */
export type ColumnMapping = Readonly<Record<TableField, number | undefined>>;
