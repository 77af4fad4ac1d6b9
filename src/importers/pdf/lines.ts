import { hasRightToLeft, isRightToLeft, mirrored, runsFromRight, runsLeftToRight } from './direction.ts';
import { type PlacedText } from './placed-text.ts';

/** Texts beside each other on one line with no wide gap between them. */
export interface Segment {
  readonly texts: readonly PlacedText[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line of text as it is read. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of the font of most of it. */
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** The gap from which on two texts on a line may belong to different columns, in sizes of the font. */
const WIDE_GAP = 0.9;

/** The gap from which on there is a space between two words, in sizes of the font. */
const WORD_GAP = 0.12;

/** So far letters reach above and below their line, in sizes of the font: less than they do, so that lines never touch. */
const [ABOVE, BELOW] = [0.7, 0.1];

/** Texts that follow each other in the file and stand beside each other become one. */
export function segmentsOf(texts: readonly PlacedText[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const text of texts) {
    const last = segments.at(-1);
    const single = segmentOf([text]);
    if (last && continues(last, single)) segments[segments.length - 1] = segmentOf([...last.texts, text]);
    else segments.push(single);
  }
  return segments;
}

function segmentOf(texts: readonly PlacedText[]): Segment {
  const [first] = texts;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  if (texts.length === 1 && first) return { texts, left: first.left, right: first.right, ...heightOf(first) };
  for (const text of texts) {
    const height = heightOf(text);
    left = Math.min(left, text.left);
    right = Math.max(right, text.right);
    top = Math.min(top, height.top);
    bottom = Math.max(bottom, height.bottom);
  }
  return { texts, left, right, top, bottom };
}

function heightOf({ baseline, size }: PlacedText): { readonly top: number; readonly bottom: number } {
  return { top: baseline - ABOVE * size, bottom: baseline + BELOW * size };
}

function continues(before: Segment, next: Segment): boolean {
  const isMark = [before.texts.at(-1)!, next.texts[0]!].some(({ text }) => /^\p{Mark}+$/u.test(text));
  // Marks above and below letters are texts of their own in some files.
  if (isMark && next.top < before.bottom && before.top < next.bottom) {
    return next.left < before.right + 1 && next.right > before.left - 1;
  }
  if (!areOnOneLine(before, next)) return false;
  const size = Math.max(before.texts.at(-1)!.size, next.texts[0]!.size);
  const gap = Math.max(next.left - before.right, before.left - next.right);
  return gap < WIDE_GAP * size && gap > -2 * size;
}

interface Height {
  readonly top: number;
  readonly bottom: number;
}

/** True where the lower of the two shares at least half of its height with the other. */
function areOnOneLine(a: Height, b: Height): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** Segments in rows from the top down, each with all that is on one line with its first. */
export function rowsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => a.bottom - b.bottom)) {
    const last = rows.at(-1);
    if (last && areOnOneLine(last[0]!, segment)) last.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

/** The segments of a column as lines from the top down, whatever gaps are in them. */
export function linesOf(segments: readonly Segment[]): readonly Line[] {
  const rows: { box: Segment; readonly texts: PlacedText[] }[] = [];
  const initials: Segment[] = [];
  const body = sizeOf(segments.flatMap(({ texts }) => texts));
  for (const segment of segments.toSorted((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    if (isInitial(segment, body)) {
      initials.push(segment);
      continue;
    }
    const row = rows.slice(-3).find(({ box }) => areOnOneLine(box, segment));
    if (row) {
      row.texts.push(...segment.texts);
      // The higher of the two decides what else is on the line: a small raised digit is no line to go by.
      if (segment.bottom - segment.top > row.box.bottom - row.box.top) row.box = segment;
    } else rows.push({ box: segment, texts: [...segment.texts] });
  }
  const isRtl = isRightToLeft(segments.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' '));
  // A mark that has lost its letter, as at the end of a page in some files, says nothing.
  const lines = rows.map(({ texts }) => lineOf(texts, isRtl)).filter(({ text }) => !/^\p{Mark}*$/u.test(text));
  return withInitials(
    lines.toSorted((a, b) => a.baseline - b.baseline),
    initials,
    isRtl,
  );
}

/** A line of these texts, in the order in which they are read; `isInRtl` tells of a line that has both directions. */
export function lineOf(texts: readonly PlacedText[], isInRtl: boolean): Line {
  const size = sizeOf(texts);
  const isRtl = runsFromRight(texts.map(({ text }) => text).join(' '), isInRtl);
  const fromLeft = texts.toSorted((a, b) => a.left + a.right - b.left - b.right);
  let [text, last] = ['', undefined as PlacedText | undefined];
  for (const next of isRtl ? fromRight(fromLeft) : withTurnedRuns(fromLeft)) {
    const gap = last ? Math.max(next.left - last.right, last.left - next.right) : 0;
    const isWord = gap > WORD_GAP * Math.min(next.size, last?.size ?? next.size);
    text += isWord && !/\s$/.test(text) && !/^\s/.test(next.text) ? ` ${next.text}` : next.text;
    last = next;
  }
  return {
    text: text.replaceAll(/[\s\u200B]+/g, ' ').trim(),
    left: Math.min(...texts.map(({ left }) => left)),
    right: Math.max(...texts.map(({ right }) => right)),
    baseline: mostOf(texts.map((each) => [each.baseline, each.right - each.left])),
    size,
    isRightToLeft: isRtl,
  };
}

/** The size that most characters have. */
export function sizeOf(texts: readonly { readonly text: string; readonly size: number }[]): number {
  return mostOf(texts.map(({ text, size }) => [size, text.length]));
}

/** The measure, to a quarter of a point, that has the most weight; 0 where there is none. */
function mostOf(measures: readonly (readonly [measure: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [measure, weight] of measures) {
    const rounded = Math.round(measure * 4) / 4;
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight);
  }
  const [most] = [...weights].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? 0;
}

/** A line that runs from right to left: foreign words and figures in it run from left to right among themselves. */
function fromRight(fromLeft: readonly PlacedText[]): readonly PlacedText[] {
  const parts = fromLeft.flatMap((each) => (isForeign(each.text) ? withoutEdges(each) : [each]));
  return withTurned(parts.toReversed(), isForeign, hasRightToLeft, asMeant);
}

/** The marks at the ends of a foreign word or figure as texts of their own: they belong to what is around it. */
function withoutEdges(text: PlacedText): readonly PlacedText[] {
  const parts = /^([.,:;!?…()[\]"«»]*)(.*?)([.,:;!?…()[\]"«»]*)$/u.exec(text.text)?.slice(1) ?? [text.text];
  const width = (text.right - text.left) / text.text.length;
  let right = text.left;
  return parts.flatMap((part) => {
    const left = right;
    right += part.length * width;
    return part === '' ? [] : [{ ...text, text: part, left, right }];
  });
}

/** A line that runs from left to right, with what runs from right to left in it in the order of reading. */
function withTurnedRuns(fromLeft: readonly PlacedText[]): readonly PlacedText[] {
  return withTurned(fromLeft, hasRightToLeft, runsLeftToRight, (each) => each);
}

/** Each run that begins and ends with a text that `turns`, and holds none that `ends` it, the other way round; `others` as told. */
function withTurned(
  texts: readonly PlacedText[],
  turns: (text: string) => boolean,
  ends: (text: string) => boolean,
  others: (text: PlacedText) => PlacedText,
): readonly PlacedText[] {
  const all: PlacedText[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    if (!turns(texts[at]!.text)) {
      all.push(others(texts[at]!));
      continue;
    }
    let to = at;
    for (let next = at + 1; next < texts.length && !ends(texts[next]!.text); next += 1) {
      if (turns(texts[next]!.text)) to = next;
    }
    all.push(...texts.slice(at, to + 1).toReversed());
    at = to;
  }
  return all;
}

/** True for a large first letter, which reaches down over several lines. */
function isInitial({ texts }: Segment, body: number): boolean {
  const [first] = texts;
  return texts.length === 1 && first!.size > 1.8 * body && /^["“„«‘]?\p{Lu}$/u.test(first!.text.trim());
}

/** Puts each large first letter before the first of the lines beside it; one that is beside none is a line of its own. */
function withInitials(lines: readonly Line[], initials: readonly Segment[], isRtl: boolean): readonly Line[] {
  let all = lines;
  for (const { texts, top, bottom } of initials) {
    const initial = lineOf(texts, isRtl);
    const beside = all.findIndex(({ baseline }) => baseline > top - 1 && baseline < bottom);
    const line = all[beside];
    const after = all.findIndex(({ baseline }) => baseline > initial.baseline);
    all = line
      ? all.with(beside, { ...line, text: initial.text + line.text, left: Math.min(line.left, initial.left) })
      : all.toSpliced(after === -1 ? all.length : after, 0, initial);
  }
  return all;
}

function isForeign(text: string): boolean {
  return !hasRightToLeft(text) && runsLeftToRight(text);
}

function asMeant(each: PlacedText): PlacedText {
  return { ...each, text: mirrored(each.text) };
}
