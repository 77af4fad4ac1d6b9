import { placeOfLine } from '#formats/wording.ts';
import { parseJson } from '#formats/native/parse-json.ts';
import { decodeText } from '#formats/plain-text/decode.ts';
import { type Problem } from '#formats/problem.ts';
import { jsonLines } from './json-lines.ts';
import { type SourceFile } from './loose.ts';

/** A JSON value with where it stands: the path of its file, with the line where each line has a value. */
export interface PlacedValue {
  readonly place: string;
  readonly value: unknown;
}

/** What a file of JSON holds: one value, or those of its lines where it is JSON Lines. Never throws; what is no JSON is a problem. */
export function jsonValues({ path, bytes }: SourceFile): {
  readonly values: readonly PlacedValue[];
  readonly problems: readonly Problem[];
} {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { values: [], problems: decoded.problems.map((problem) => inFile(path, problem)) };
  const whole = parseJson(decoded.value);
  if (whole.ok) return { values: [{ place: path, value: whole.value }], problems: [] };
  const { lines, problems } = jsonLines(path, decoded.value);
  if (lines.length === 0) return { values: [], problems: whole.problems.map((problem) => inFile(path, problem)) };
  return { values: lines.map(({ line, value }) => ({ place: placeOfLine(path, line), value })), problems };
}

function inFile(path: string, { place, message }: Problem): Problem {
  return { place: place === 'file' ? path : `${path} ${place}`, message };
}
