/**
 * A table in Markdown, its columns as wide as their longest cell so that it can be read in a terminal as well.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function markdownTable(head, rows) {
  const safe = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...safe.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [top = [], ...rest] = safe;
  return [line(top), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}
