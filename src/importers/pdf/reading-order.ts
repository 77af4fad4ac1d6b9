import { isRightToLeft } from './direction.ts';
import { rowsOf, type Segment } from './lines.ts';

/** Segments that vertically touch, and where they leave the page empty from left to right. */
interface Band {
  readonly segments: readonly Segment[];
  readonly top: number;
  readonly bottom: number;
  readonly gaps: readonly Gap[];
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The narrowest gutter between columns, in sizes of the font. */
const GUTTER = 0.8;

/**
 * Columns of prose have at least so many characters in a line: those of a table have fewer, and are read row by row. The fewer
 * lines there are, the longer they must be.
 */
const PROSE = [
  { characters: 14, lines: 5 },
  { characters: 24, lines: 3 },
] as const;

/** So few lines beside a long column are what is left of it, however short they are. */
const LAST_WORDS = 2;

/** So many lines that only one column has may come before those that tell that there are two. */
const LEADING_BANDS = 12;

/**
 * The parts of a page in reading order. Columns are read one after the other, the right one first in scripts that run from
 * right to left; what goes over several columns is read where it stands; tables are left in one part, to be read by rows.
 */
export function readingOrder(segments: readonly Segment[], size: number): readonly (readonly Segment[])[] {
  const all = segments.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
  return partsOf(segments, size, isRightToLeft(all));
}

function partsOf(segments: readonly Segment[], size: number, isRtl: boolean): readonly (readonly Segment[])[] {
  const bands = bandsOf(segments);
  const parts: (readonly Segment[])[] = [];
  let plain: Segment[] = [];
  for (let at = 0; at < bands.length; at += 1) {
    const columns = columnsFrom(bands, at, size, isRtl);
    if (!columns) {
      plain.push(...bands[at]!.segments);
      continue;
    }
    if (plain.length > 0) parts.push(plain);
    plain = [];
    for (const column of columns.inOrder) parts.push(...partsOf(column, size, isRtl));
    at = columns.end - 1;
  }
  if (plain.length > 0) parts.push(plain);
  return parts;
}

function bandsOf(segments: readonly Segment[]): readonly Band[] {
  const bands: { top: number; bottom: number; readonly segments: Segment[] }[] = [];
  for (const segment of segments.toSorted((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last && segment.top < last.bottom) {
      last.segments.push(segment);
      last.bottom = Math.max(last.bottom, segment.bottom);
    } else bands.push({ top: segment.top, bottom: segment.bottom, segments: [segment] });
  }
  return bands.map((band) => ({ ...band, gaps: gapsOf(band.segments) }));
}

/** What is empty from left to right, the margins included. */
function gapsOf(segments: readonly Segment[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let from = -Infinity;
  for (const { left, right } of segments.toSorted((a, b) => a.left - b.left)) {
    if (left > from) gaps.push({ from, to: left });
    from = Math.max(from, right);
  }
  return [...gaps, { from, to: Infinity }];
}

interface Columns {
  readonly inOrder: readonly (readonly Segment[])[];
  /** The first band after them. */
  readonly end: number;
}

/** The two columns that begin with this band, as far down as the gutter between them goes; undefined where none do. */
function columnsFrom(bands: readonly Band[], start: number, size: number, isRtl: boolean): Columns | undefined {
  let gaps: readonly Gap[] = bands[start]!.gaps;
  let end = start + 1;
  let gutters = gaps.filter(isGutter);
  for (; end < bands.length; end += 1) {
    const shared = sharedGaps(gaps, bands[end]!.gaps, GUTTER * size);
    const now = shared.filter(isGutter);
    if (now.length === 0 && (gutters.length > 0 || end - start >= LEADING_BANDS)) break;
    [gaps, gutters] = [shared, now];
  }
  for (const gutter of gutters.toSorted((a, b) => b.to - b.from - a.to + a.from)) {
    const columns = columnsAt(bands.slice(start, end), gutter, isRtl, end < bands.length ? 0.8 * size : Infinity);
    if (columns) return { ...columns, end: start + columns.end };
  }
  return undefined;
}

function isGutter({ from, to }: Gap): boolean {
  return Number.isFinite(from) && Number.isFinite(to);
}

function sharedGaps(some: readonly Gap[], others: readonly Gap[], width: number): readonly Gap[] {
  return some
    .flatMap((gap) => others.map(({ from, to }) => ({ from: Math.max(from, gap.from), to: Math.min(to, gap.to) })))
    .filter(({ from, to }) => to - from >= width);
}

/** So few lines in one column only, after `space` and before something wider, are a heading of what follows. */
const HEADING_BANDS = 2;

function columnsAt(all: readonly Band[], { from }: Gap, isRtl: boolean, space: number): Columns | undefined {
  const isFirst = (segment: Segment): boolean => segment.left < from + 0.01 !== isRtl;
  const [hasFirst, hasSecond] = [isFirst, (segment: Segment) => !isFirst(segment)].map((is) =>
    all.map(({ segments }) => segments.some(is)),
  );
  // What is above the first column, in the place of the second, is no part of it.
  if (!hasFirst![0]) return undefined;
  let end = all.length;
  const lastOfBoth = hasSecond!.lastIndexOf(true) + 1;
  const isApart = (all[lastOfBoth]?.top ?? 0) - (all[lastOfBoth - 1]?.bottom ?? 0) > space;
  if (isApart && end - lastOfBoth <= HEADING_BANDS) end = lastOfBoth;
  const inside = all.slice(0, end).flatMap(({ segments }) => segments);
  const [first, second] = [inside.filter(isFirst), inside.filter((segment) => !isFirst(segment))];
  if (second.length === 0 || !areProse(first, second)) return undefined;
  return { inOrder: [first, second], end };
}

function areProse(...columns: readonly (readonly Segment[])[]): boolean {
  const rows = columns.map((column) => rowsOf(column).length);
  // The last words of a column in the next one, beside many lines, are no row of a table.
  const isLong = (count: number): boolean => count > LAST_WORDS || Math.max(...rows) < PROSE[0].lines;
  const averages = columns.flatMap((column, index) =>
    isLong(rows[index]!) ? [charactersIn(column) / rows[index]!] : [],
  );
  const characters = Math.min(...averages);
  const lines = rows.reduce((sum, each) => sum + each, 0);
  return PROSE.some((least) => characters >= least.characters && lines >= least.lines);
}

function charactersIn(segments: readonly Segment[]): number {
  let characters = 0;
  for (const { texts } of segments) {
    for (const { text } of texts) characters += text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
  }
  return characters;
}
