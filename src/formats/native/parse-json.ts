import { t } from '#language/t.ts';
import { type ReadResult, refused } from '#formats/problem.ts';
import { inMebi, lineAndColumn } from '#formats/wording.ts';
import { findSyntaxFault } from './find-syntax-fault.ts';

/** The longest bundle that is read at once, in UTF-16 code units. */
export const MAX_BUNDLE_CHARACTERS = 64 * 1024 * 1024;

/** The JSON value in the text, one leading byte order mark aside. Syntax errors come with line and column. */
export function parseJson(json: string): ReadResult<unknown> {
  if (json.length > MAX_BUNDLE_CHARACTERS) return refused('file', tooLong(json.length));
  const text = json.startsWith('\uFEFF') ? json.slice(1) : json;
  if (text.trim() === '') return refused('file', t`the file is empty`);
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return syntaxError(text);
  }
}

function syntaxError(text: string): ReadResult<never> {
  const fault = findSyntaxFault(text);
  // Engines whose parser recurses give up on deep nesting, though the grammar has nothing against it.
  if (!fault) return refused('file', t`the JSON is nested too deeply or too large for this browser`);
  const place = lineAndColumn(text, fault.offset);
  if (fault.ended) {
    return refused(place, `${fault.message}. ${t`Copy or download it again`}`);
  }
  if (isJsonLines(text, fault.offset)) {
    return refused(place, t`not a Spanmark file: it seems to be JSON Lines, with one JSON value in each line`);
  }
  return refused(place, t`not valid JSON: ${fault.message}`);
}

/** A second value that starts a line after a whole first one. */
function isJsonLines(text: string, offset: number): boolean {
  return text.charAt(offset) === '{' && /\n[ \t]*$/.test(text.slice(Math.max(0, offset - 100), offset));
}

function tooLong(length: number): string {
  const [size, limit] = [inMebi(length), inMebi(MAX_BUNDLE_CHARACTERS)];
  return t`the bundle has ${size} million characters and at most ${limit} million are read at once: export chosen articles in parts and import the parts one after another`;
}
