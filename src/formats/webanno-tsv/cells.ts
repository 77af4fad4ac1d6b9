/** One of the annotations in a cell. `value` is undefined for `*`, which is an annotation that has no value. */
export interface CellEntry {
  readonly value: string | undefined;
  /** As written, escapes and all, without the number. */
  readonly raw: string;
  /** Tells annotations over several rows, and those one above the other, apart; 0 where there is no need. */
  readonly number: number;
}

/** The annotations in a cell, one above the other; none where it holds `_`. */
export function cellEntries(cell: string): readonly CellEntry[] {
  if (cell === '' || cell === '_') return [];
  return splitUnescaped(cell, '|').map((entry): CellEntry => {
    const numbered = /^(.*)\[(\d{1,9})\]$/s.exec(entry);
    const hasNumber = numbered !== null && !endsInEscape(numbered[1]!);
    const raw = hasNumber ? numbered[1]! : entry;
    return {
      raw,
      value: raw === '*' || raw === '' ? undefined : unescapeCell(raw),
      number: hasNumber ? Number(numbered[2]) : 0,
    };
  });
}

/** The text cut at each separator that no backslash stands before. */
export function splitUnescaped(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** The words that a cell or a line of text stands for. */
export function unescapeCell(text: string): string {
  return text.replace(/\\(.)/gs, (_whole, character: string) => ESCAPES.get(character) ?? character);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
  ['b', '\b'],
]);

/** True where the text ends with a backslash that escapes what follows. */
function endsInEscape(text: string): boolean {
  let count = 0;
  while (text[text.length - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}
