/** What stands in a cell: a number, words, or nothing. */
export type CsvCell = string | number | null | undefined;

/** The rows as CSV by RFC 4180. What a spreadsheet would run as a formula begins with an apostrophe, unless `verbatim`. */
export function csvOf(rows: readonly (readonly CsvCell[])[], { verbatim = false } = {}): string {
  return rows.map((row) => `${row.map((cell) => written(cell, verbatim)).join(',')}\r\n`).join('');
}

/** A number as it is; words in quotation marks where commas, marks or line ends ask for them. */
function written(cell: CsvCell, verbatim: boolean): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = !verbatim && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
