import { t } from '#language/t.ts';
import { placeOfLine } from '#formats/wording.ts';
import { decodeText } from '#formats/plain-text/decode.ts';
import { type Problem } from '#formats/problem.ts';
import { jsonOnOneLine } from './json-on-one-line.ts';
import { type SourceFile } from './loose.ts';

/** A value of a JSON Lines file with the number of its line, from 1 on. */
export interface JsonLine {
  readonly line: number;
  readonly value: unknown;
}

/**
 * The values of a JSON Lines text, or of a text that is one JSON list; blank lines are skipped. Lines that are no JSON become
 * problems, at most 100.
 */
export function jsonLines(
  path: string,
  text: string,
): { readonly lines: readonly JsonLine[]; readonly problems: readonly Problem[] } {
  const trimmed = text.replace(/^\uFEFF/, '');
  const whole = /^\s*\[/.test(trimmed) ? parsed(trimmed) : undefined;
  if (Array.isArray(whole))
    return { lines: whole.map((value: unknown, index) => ({ line: index + 1, value })), problems: [] };
  const lines: JsonLine[] = [];
  const problems: Problem[] = [];
  // Only a line feed ends a line: others are allowed inside JSON strings.
  for (const [index, line] of trimmed.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value !== undefined) lines.push({ line: index + 1, value });
    else if (problems.length < 100)
      problems.push({ place: placeOfLine(path, index + 1), message: t`this line is not JSON` });
  }
  return { lines, problems };
}

/** The values of a file as jsonLines gives them; what is wrong with it, or with its encoding, goes to `problems`. */
export function jsonLinesIn({ path, bytes }: SourceFile, problems: Problem[]): readonly JsonLine[] {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    problems.push(...decoded.problems.map(({ place, message }) => ({ place: `${path} ${place}`, message })));
    return [];
  }
  const read = jsonLines(path, decoded.value);
  problems.push(...read.problems);
  return read.lines;
}

/** The value as a line of a JSON Lines file, with its line feed. */
export function jsonLine(value: object): string {
  return `${jsonOnOneLine(value)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
