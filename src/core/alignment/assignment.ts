/**
 * The one-to-one assignment of rows to columns with the greatest sum of weights, as the column of each row. `weights` has a
 * list for each row, all of the same length; none is negative, and 0 means that the two never belong together, so that such
 * a row has undefined. The Hungarian method by shortest augmenting paths: rows² × columns steps.
 */
export function bestAssignment(weights: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  if (rows === 1) return [greatest(weights[0]!)];
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, column) => weights.map((row) => row[column]!));
    const rowOf = bestAssignment(turned);
    const columnOf = weights.map((): number | undefined => undefined);
    for (const [column, row] of rowOf.entries()) if (row !== undefined) columnOf[row] = column;
    return columnOf;
  }
  const rowOf = assignAllRows(weights, columns);
  const columnOf = weights.map((): number | undefined => undefined);
  for (const [column, row] of rowOf.entries()) if (row >= 0 && weights[row]![column]! > 0) columnOf[row] = column;
  return columnOf;
}

/** The first of the columns that weigh most; undefined where none weighs anything. */
function greatest(row: readonly number[]): number | undefined {
  let most: number | undefined;
  for (let column = 0; column < row.length; column += 1) {
    if (row[column]! > (most === undefined ? 0 : row[most]!)) most = column;
  }
  return most;
}

/**
 * The units of two lists in twos and ones, by the assignment with the greatest sum of weights: those of the first list in
 * their order, each alone or with its match, then those of the second that have none.
 */
export function inTwosAndOnes<Unit>(
  ones: readonly Unit[],
  others: readonly Unit[],
  weightOf: (one: Unit, other: Unit) => number,
): readonly (readonly Unit[])[] {
  const columnOf = bestAssignment(ones.map((one) => others.map((other) => weightOf(one, other))));
  const matched = new Set(columnOf);
  return [
    ...ones.map((one, row) => (columnOf[row] === undefined ? [one] : [one, others[columnOf[row]]!])),
    ...others.flatMap((other, column) => (matched.has(column) ? [] : [[other]])),
  ];
}

/**
 * The row of each column, −1 for none; each row gets a column. Rows come in one by one. For the one that is new, the
 * cheapest path of swaps to a free column is found as Dijkstra does, over costs (minus the weights) that the prices of rows
 * and columns keep from being negative.
 */
function assignAllRows(weights: readonly (readonly number[])[], columns: number): Int32Array {
  const rowPrice = new Float64Array(weights.length);
  // One column more, at the end, stands for the start of a path: it has the row that is new.
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1).fill(-1);
  for (let row = 0; row < weights.length; row += 1) {
    const least = new Float64Array(columns).fill(Infinity);
    const cameFrom = new Int32Array(columns).fill(columns);
    const isReached = new Uint8Array(columns + 1);
    rowOf[columns] = row;
    let at = columns;
    while (rowOf[at] !== -1) {
      isReached[at] = 1;
      const current = rowOf[at]!;
      let step = Infinity;
      let next = -1;
      for (let column = 0; column < columns; column += 1) {
        if (isReached[column]) continue;
        const cost = -weights[current]![column]! - rowPrice[current]! - columnPrice[column]!;
        if (cost < least[column]!) {
          least[column] = cost;
          cameFrom[column] = at;
        }
        if (least[column]! < step) {
          step = least[column]!;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column += 1) {
        if (isReached[column]) {
          rowPrice[rowOf[column]!]! += step;
          columnPrice[column]! -= step;
        } else {
          least[column]! -= step;
        }
      }
      at = next;
    }
    while (at !== columns) {
      const before = cameFrom[at]!;
      rowOf[at] = rowOf[before]!;
      at = before;
    }
  }
  return rowOf.slice(0, columns);
}
