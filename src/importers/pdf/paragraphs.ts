import { joinLines, type WordsKnown } from './hyphens.ts';
import { type Line, sizeOf } from './lines.ts';

/** A line with the page it is on, as a number from 0 on. */
export interface PagedLine extends Line {
  readonly page: number;
}

/** A paragraph made of lines, and where in it the lines of another page begin. */
export interface Paragraph {
  readonly text: string;
  readonly size: number;
  /** For each page that it has lines of: where they begin, in UTF-16 code units of `text`. */
  readonly starts: readonly { readonly page: number; readonly at: number }[];
}

/** What a line starts with that is an item of a list. */
const BULLET = /^[•◦▪‣●■➤]/u;

const SENTENCE_END = /[.!?…؟。！？][\p{Pe}\p{Pf}"'״”]*$/u;

/** A line that is so much further in than the others begins a paragraph, in sizes of the font. */
const INDENT = 0.8;

/** So many sizes of the font a letter is wide, on average. */
const LETTER_WIDTH = 0.45;

/** What a column tells about its lines. */
interface Column {
  readonly lines: readonly PagedLine[];
  /** Where most lines begin, and where the longest end, seen in the direction of reading. */
  readonly start: number;
  readonly end: number;
}

/**
 * The paragraphs of columns in reading order. A paragraph ends where there is more space, another size, an indent, or a line
 * that the next word would still have had room in; one that a column or a page cuts goes on in the next.
 */
export function paragraphsOf(columns: readonly (readonly PagedLine[])[], known: WordsKnown): readonly Paragraph[] {
  const all = columns.filter((lines) => lines.length > 0).map(columnOf);
  const leading = usualLeading(all);
  const groups: PagedLine[][] = [];
  let before: Column | undefined;
  for (const column of all) {
    for (const [index, line] of column.lines.entries()) {
      const last = column.lines[index - 1];
      const goesOn = last ? !breaksAfter(last, line, column, leading) : goesOnInNext(before, column);
      if (goesOn && groups.length > 0) groups.at(-1)!.push(line);
      else groups.push([line]);
    }
    before = column;
  }
  return groups.map((lines) => joined(lines, known));
}

function columnOf(all: readonly PagedLine[]): Column {
  // A line of figures or a foreign name in a text that runs from right to left is one of its lines.
  const isRightToLeft = all.filter((line) => line.isRightToLeft).length * 2 > all.length;
  const lines = all.map((line) => ({ ...line, isRightToLeft }));
  const starts = new Map<number, number>();
  for (const line of lines) {
    const start = Math.round(startOf(line) * 2) / 2;
    starts.set(start, (starts.get(start) ?? 0) + 1);
  }
  const [usual] = [...starts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { lines, start: usual![0], end: Math.max(...lines.map(endOf)) };
}

/** Where a line begins and ends, counted in the direction in which it is read. */
function startOf(line: PagedLine): number {
  return line.isRightToLeft ? -line.right : line.left;
}

function endOf(line: PagedLine): number {
  return line.isRightToLeft ? -line.left : line.right;
}

/** How far lines of one paragraph usually are from each other, in sizes of their font. */
function usualLeading(columns: readonly Column[]): number {
  const all = columns.flatMap(({ lines }) =>
    lines.slice(1).flatMap((line, index) => {
      const before = lines[index]!;
      const step = (line.baseline - before.baseline) / Math.max(line.size, before.size);
      return isLike(line.size, before.size) && step > 0 && step < 3 ? [step] : [];
    }),
  );
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 1.3;
}

function isLike(size: number, other: number): boolean {
  return Math.abs(size - other) < 0.08 * Math.max(size, other);
}

function breaksAfter(before: PagedLine, line: PagedLine, column: Column, leading: number): boolean {
  if (!isLike(before.size, line.size) || BULLET.test(line.text)) return true;
  const step = (line.baseline - before.baseline) / line.size;
  if (step > leading * 1.25 || step < 0) return true;
  const em = line.size;
  const isIndented = startOf(line) > column.start + INDENT * em && startOf(before) < column.start + INDENT * em;
  // A list with hanging lines, such as one of works cited, has the first line of each item further out.
  const isOut = startOf(line) < column.start - INDENT * em && startOf(before) > column.start - INDENT * em;
  if (isOut) return true;
  if (isIndented) return !isHanging(column, em);
  return isShort(before, line, column);
}

/** True where lines that are further in than others mostly follow one that is not: it is the first that stands out. */
function isHanging({ lines, start }: Column, em: number): boolean {
  const isIn = lines.map((line) => startOf(line) > start + INDENT * em);
  const runs = isIn.filter((now, index) => now && !(isIn[index - 1] ?? true)).length;
  return runs > 0 && isIn.filter(Boolean).length > 1.5 * runs && isIn.filter((now) => !now).length <= 1.2 * runs;
}

/** True where the first word of the next line would have had room, so that somebody ended the line on purpose. */
function isShort(before: PagedLine, next: PagedLine, { end }: Pick<Column, 'end'>): boolean {
  if (/[-‐\u00AD]$/.test(before.text)) return false;
  const word = /^\S*/.exec(next.text)![0].length;
  const room = end - endOf(before);
  const needed = (word * LETTER_WIDTH + 0.35) * before.size;
  return SENTENCE_END.test(before.text) ? room > needed + before.size : room > needed + 4 * before.size;
}

function goesOnInNext(before: Column | undefined, { lines, start }: Column): boolean {
  const last = before?.lines.at(-1);
  const [first] = lines;
  if (!before || !last || !first || !isLike(last.size, first.size) || BULLET.test(first.text)) return false;
  if (/[\p{Letter}][-‐\u00AD]$/u.test(last.text)) return true;
  if (startOf(first) > start + INDENT * first.size) return false;
  if (/^\p{Ll}/u.test(first.text)) return true;
  return !SENTENCE_END.test(last.text) && !last.text.endsWith(':') && !isShort(last, first, before);
}

/** One paragraph of all of these lines. */
export function joined(lines: readonly PagedLine[], known: WordsKnown): Paragraph {
  let text = '';
  const starts: { page: number; at: number }[] = [];
  for (const line of lines) {
    const isFirst = text === '';
    text = isFirst ? line.text : joinLines(text, line.text, known);
    const at = isFirst ? 0 : text.length - line.text.length;
    if (starts.at(-1)?.page !== line.page) starts.push({ page: line.page, at });
  }
  // Those inside of words tell where they may be cut and are not to be seen.
  return { ...withoutSoftHyphens(text, starts), size: sizeOf(lines) };
}

function withoutSoftHyphens(text: string, starts: Paragraph['starts']): Pick<Paragraph, 'text' | 'starts'> {
  if (!text.includes('\u00AD')) return { text, starts };
  return { text: shown(text), starts: starts.map(({ page, at }) => ({ page, at: shown(text.slice(0, at)).length })) };
}

function shown(part: string): string {
  return part.replaceAll('\u00AD', '');
}
