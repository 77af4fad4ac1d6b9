/** Printable ASCII without quotation mark and backslash: what JSON holds as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A value as JSON with 2 spaces of indentation and the two line separators escaped; `indent` goes before each further line. */
export function json(value: unknown, indent: string): string {
  // JSON has no raw line ends inside strings, so each line end found is one of the layout.
  return withoutSeparators(JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`));
}

/** A text as JSON. */
export function jsonText(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : withoutSeparators(JSON.stringify(text));
}

/** An object's JSON up to its last field, for more fields to follow. */
export function withoutEnd(value: object, indent: string): string {
  return json(value, indent).slice(0, -`\n${indent}}`.length);
}

/** JSON with the two line separators escaped, which only strings can have. */
export function withoutSeparators(text: string): string {
  return text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
