/** What stands before an article's text: five known fields and the names of those that were not understood. */
export interface FrontMatter {
  /** Values by name: title, author, source, date, language, as far as given. */
  readonly fields: ReadonlyMap<string, string>;
  /** Names, as written, that no article has a field for. */
  readonly ignored: readonly string[];
  /** The text without the block and the line end after it. */
  readonly body: string;
}

const KNOWN: ReadonlySet<string> = new Set(['title', 'author', 'source', 'date', 'language']);
const FENCE = /^---[ \t]*$/;
const FIELD = /^([A-Za-z][A-Za-z0-9_-]{0,60})[ \t]*:(?:[ \t]+(.*))?$/;
const DOUBLE_QUOTED = /^"((?:[^"\\]|\\.)*)"$/;
const SINGLE_QUOTED = /^'((?:[^']|'')*)'$/;

/** Longer blocks and lines are not front matter; it also bounds the work on a text that only happens to start with ---. */
const MAX_LINES = 100;
const MAX_LINE_CHARACTERS = 8_000;

/**
 * Splits a leading block of `key: value` lines between two `---` lines from the text. Anything else in the block, a known key
 * twice, or no key at all means that it is not front matter and stays in the text. Not YAML on purpose: five flat keys need
 * no nesting, types, anchors or comments, and an article must never fail over their rules.
 */
export function splitFrontMatter(raw: string): FrontMatter {
  const nothing: FrontMatter = { fields: new Map(), ignored: [], body: raw };
  const mark = /^\uFEFF*/.exec(raw)?.[0] ?? '';
  const first = lineAt(raw, mark.length);
  if (!FENCE.test(first.line) || first.next === raw.length) return nothing;
  const fields = new Map<string, string>();
  const ignored: string[] = [];
  let next = first.next;
  for (let count = 0; count <= MAX_LINES && next < raw.length; count += 1) {
    const current = lineAt(raw, next);
    next = current.next;
    if (FENCE.test(current.line)) {
      const isEmpty = fields.size === 0 && ignored.length === 0;
      return isEmpty ? nothing : { fields, ignored, body: mark + raw.slice(next) };
    }
    if (!keep(current.line, fields, ignored)) return nothing;
  }
  return nothing;
}

/** False where the line does not belong into front matter. */
function keep(line: string, fields: Map<string, string>, ignored: string[]): boolean {
  if (line.trim() === '') return true;
  const [, name, value] = FIELD.exec(line) ?? [];
  if (name === undefined) return false;
  const key = name.toLowerCase();
  if (!KNOWN.has(key)) ignored.push(name);
  else if (fields.has(key)) return false;
  else fields.set(key, unquoted((value ?? '').trim()));
  return true;
}

/** "a \"b\"" -> a "b"; 'it''s' -> it's; anything not wholly in one pair of quotes is taken as it stands. */
function unquoted(value: string): string {
  const double = DOUBLE_QUOTED.exec(value)?.[1];
  if (double !== undefined) return double.replace(/\\(["\\])/g, '$1');
  return SINGLE_QUOTED.exec(value)?.[1]?.replaceAll("''", "'") ?? value;
}

/** The line that starts at `from`, without its end, and where the next one starts. Lines end with LF, CRLF or CR. */
function lineAt(raw: string, from: number): { readonly line: string; readonly next: number } {
  const window = raw.slice(from, from + MAX_LINE_CHARACTERS);
  const end = window.search(/[\r\n]/);
  if (end === -1) return { line: window, next: from + window.length };
  const isPair = raw.startsWith('\r\n', from + end);
  return { line: window.slice(0, end), next: from + end + (isPair ? 2 : 1) };
}
