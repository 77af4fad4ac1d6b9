/** A part of the report for a file: a table, lines, or both. */
export interface ReportSection {
  readonly title: string;
  /** The first is of the rows' names. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly string[];
  /** True for what is to be known about the figures, a sentence a line. */
  readonly isOfNotes?: boolean;
}
