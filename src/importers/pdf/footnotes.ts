import { type PagedLine } from './paragraphs.ts';

/** A footnote begins with a figure or a sign. */
const MARK = /^(?:\d{1,3}(?!\d)|[*†‡§¶]{1,3}|\[\d{1,3}\])[\s.)]?\s*\S/u;

/** Notes are printed in letters of at most this share of the size of the text. */
const NOTE_SIZE = 0.93;

/** The lines of a column without the footnotes at its end, and these, each by itself. */
export function withoutNotes(
  lines: readonly PagedLine[],
  bodySize: number,
): { readonly body: readonly PagedLine[]; readonly notes: readonly (readonly PagedLine[])[] } {
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size <= NOTE_SIZE * bodySize) from -= 1;
  while (from < lines.length && !MARK.test(lines[from]!.text)) from += 1;
  const notes: PagedLine[][] = [];
  for (const line of lines.slice(from)) {
    if (MARK.test(line.text)) notes.push([line]);
    else notes.at(-1)!.push(line);
  }
  return { body: lines.slice(0, from), notes };
}
