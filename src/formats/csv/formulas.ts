/** What stands in the last column of a table whose cells were escaped. */
export const ESCAPED = 'apostrophe';

/** The cell with an apostrophe in front where a spreadsheet would take it for a formula; unescapeFormula takes it off. */
export function escapeFormula<Cell extends string | number>(cell: Cell): Cell | string {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell that escapeFormula was given. */
export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Cells that begin with apostrophes and then like a formula get one more, so that all of them come back. */
const FORMULA = /^'*[=+\-@\t\r]/;
