import { type TextRange } from './range.ts';
import { type Paragraph, paragraphAt } from './paragraphs.ts';
import { isSingle, markPattern, roleOf } from './quote-marks.ts';
import { trimRange } from './words.ts';

/** A quotation that has not been closed yet. `odd` where another of its kind opened after it in the same paragraph. */
interface OpenQuotation {
  readonly kind: string;
  readonly from: number;
  odd: boolean;
}

interface ScannedParagraph {
  readonly closed: readonly TextRange[];
  readonly open: readonly OpenQuotation[];
}

/** Nobody quotes deeper than this; more open marks are a mistake of the text, and the oldest are given up. */
const MOST_OPEN = 8;

/**
 * Every quotation with its marks, by start and the longer first. A quotation that its paragraph leaves open goes on in the
 * next one, blank ones aside, where that begins with the same mark, as newspapers do it, and else ends with its paragraph;
 * so an odd mark spoils no more than its own paragraph or chain of paragraphs.
 */
export function quotationsOf(text: string, paragraphs: readonly Paragraph[]): readonly TextRange[] {
  return scanChain(text, paragraphs, 0, paragraphs.length - 1).toSorted(compareRanges);
}

/**
 * The quotations with the caret, outermost first, as quotationsOf has them; a caret right before the first mark or right
 * after the last counts as inside. Reads only the paragraph at the offset and those chained to it.
 */
export function quotationAt(text: string, paragraphs: readonly Paragraph[], offset: number): readonly TextRange[] {
  const index = paragraphAt(paragraphs, offset);
  let first = index;
  while (first < paragraphs.length - 1 && isBlank(text, paragraphs[first]!)) first += 1;
  // What a paragraph leaves open does not depend on the paragraph before it: a repeated mark is like a new one here.
  for (let before = first - 1; before >= 0; before -= 1) {
    if (isBlank(text, paragraphs[before]!)) continue;
    if (continues(text, paragraphs[first]!, openAfter(text, paragraphs[before]!)).length === 0) break;
    first = before;
  }
  return scanChain(text, paragraphs, first, index)
    .filter(({ from, to }) => from <= offset && offset <= to)
    .toSorted(compareRanges);
}

/** The quotations that begin in paragraphs `first` to `last`; the scan goes on beyond `last` while one is open. */
function scanChain(text: string, paragraphs: readonly Paragraph[], first: number, last: number): TextRange[] {
  const found: TextRange[] = [];
  let open: readonly OpenQuotation[] = [];
  let end = 0;
  for (let index = first; index < paragraphs.length && (index <= last || open.length > 0); index += 1) {
    const paragraph = paragraphs[index]!;
    if (isBlank(text, paragraph)) continue;
    const carried = continues(text, paragraph, open);
    found.push(...unclosed(text, open.slice(carried.length), end));
    if (index > last && carried.length === 0) return found;
    const scanned = scanParagraph(text, paragraph, carried);
    found.push(...scanned.closed);
    open = scanned.open;
    end = paragraph.to;
  }
  return [...found, ...unclosed(text, open, end)];
}

/** Quotations that nothing closes up to the end of their last paragraph. */
function unclosed(text: string, open: readonly OpenQuotation[], end: number): readonly TextRange[] {
  return open.filter(({ kind }) => !isSingle(kind)).map(({ from }) => trimRange(text, { from, to: end })!);
}

function openAfter(text: string, paragraph: Paragraph): readonly OpenQuotation[] {
  return scanParagraph(text, paragraph, []).open;
}

/** Those of `open`, from the outermost in, whose marks the paragraph repeats at its start. */
function continues(text: string, paragraph: Paragraph, open: readonly OpenQuotation[]): readonly OpenQuotation[] {
  const start = textStart(text, paragraph);
  let count = 0;
  for (const { kind } of open) {
    const at = start + count;
    if (at >= paragraph.to || text.charAt(at) !== kind) break;
    const repeated = open.slice(0, count);
    const isOpen = (other: string) => repeated.some((quotation) => quotation.kind === other);
    if (roleOf({ text, paragraph, isOpen, afterOpening: at }, at) !== 'opens') break;
    count += 1;
  }
  return open.slice(0, count);
}

/** `carried` are the quotations from the paragraph before whose marks this one repeats at its start. */
function scanParagraph(text: string, paragraph: Paragraph, carried: readonly OpenQuotation[]): ScannedParagraph {
  const open = carried.map((quotation) => ({ ...quotation, odd: false }));
  const closed: TextRange[] = [];
  const start = textStart(text, paragraph) + carried.length;
  let afterOpening = carried.length > 0 ? start : -1;
  const isOpen = (kind: string) => open.some((quotation) => quotation.kind === kind);
  const pattern = markPattern();
  const written = text.slice(start, paragraph.to);
  for (let mark = pattern.exec(written); mark; mark = pattern.exec(written)) {
    const at = start + mark.index;
    const role = roleOf({ text, paragraph, isOpen, afterOpening }, at);
    if (role === 'opens') {
      pushOpen(open, mark[0], at);
      afterOpening = at + 1;
    } else if (role) {
      const index = open.findLastIndex(({ kind }) => role.includes(kind));
      if (index >= 0) closed.push({ from: open.splice(index)[0]!.from, to: at + 1 });
    }
  }
  return { closed, open: open.filter(({ odd }) => !odd) };
}

function pushOpen(open: OpenQuotation[], kind: string, from: number): void {
  for (const quotation of open) quotation.odd ||= quotation.kind === kind;
  open.push({ kind, from, odd: false });
  if (open.length > MOST_OPEN) open.shift();
}

function textStart(text: string, paragraph: Paragraph): number {
  return trimRange(text, paragraph)?.from ?? paragraph.to;
}

function isBlank(text: string, paragraph: Paragraph): boolean {
  return textStart(text, paragraph) === paragraph.to;
}

function compareRanges(a: TextRange, b: TextRange): number {
  return a.from - b.from || b.to - a.to;
}
