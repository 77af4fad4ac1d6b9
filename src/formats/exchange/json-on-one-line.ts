/** The value as JSON on one line, also for readers that take every line separator of Unicode for the end of a line. */
export function jsonOnOneLine(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replaceAll('\u0085', '\\u0085');
}
