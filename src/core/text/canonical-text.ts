/**
 * A plain value as one text, the same whatever the order of the fields of its objects; fields that are undefined do not count,
 * as in JSON. Two values that JSON can hold have the same text only where they are the same.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, held]) => `${JSON.stringify(name)}:${canonicalText(held)}`);
  return `{${fields.join(',')}}`;
}
