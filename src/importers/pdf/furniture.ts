import { lineOf, rowsOf, type Segment } from './lines.ts';

/** A page as segments, with what of it tells that it is repeated. */
export interface SegmentedPage {
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** What is left of the pages, and what was repeated on them, each once. */
export interface WithoutFurniture {
  readonly pages: readonly (readonly Segment[])[];
  readonly repeated: readonly string[];
}

/** Headers and footers are within this share of the page’s height from its edges, and among so many lines. */
const EDGE = 0.16;
const EDGE_ROWS = 3;

/** A line on so many pages is repeated; in a short file two will do. */
const PAGES = 3;
const SHORT_FILE = 6;

/**
 * Takes off headers and footers: lines at the top or bottom of the page that are on other pages at the same height, the same
 * but for figures and Roman numerals. A file of one page keeps all it has.
 */
export function withoutFurniture(pages: readonly SegmentedPage[]): WithoutFurniture {
  const found = pages.map((page) => edgeRows(page));
  const counts = new Map<string, number>();
  for (const rows of found) {
    for (const key of new Set(rows.flatMap(({ keys }) => keys))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = pages.length <= SHORT_FILE ? 2 : PAGES;
  const repeated = new Map<string, string>();
  const left = pages.map(({ segments }, index) => {
    const gone = new Set<Segment>();
    for (const { keys, text, row } of found[index]!) {
      if (!keys.some((key) => (counts.get(key) ?? 0) >= enough)) continue;
      for (const segment of row) gone.add(segment);
      const name = pattern(text);
      if (!repeated.has(name)) repeated.set(name, text);
    }
    return segments.filter((segment) => !gone.has(segment));
  });
  return { pages: left, repeated: [...repeated.values()] };
}

interface EdgeRow {
  readonly row: readonly Segment[];
  readonly text: string;
  /** Two of them, so that heights a little apart have one in common. */
  readonly keys: readonly string[];
}

function edgeRows({ height, segments }: SegmentedPage): readonly EdgeRow[] {
  const rows = rowsOf(segments);
  return rows.flatMap((row, index) => {
    const { top, bottom } = row[0]!;
    const isTop = index < EDGE_ROWS && bottom < EDGE * height;
    const isBottom = index >= rows.length - EDGE_ROWS && top > (1 - EDGE) * height;
    if (!isTop && !isBottom) return [];
    const { text } = lineOf(
      row.flatMap(({ texts }) => texts),
      false,
    );
    const step = Math.round(bottom / 4);
    return [{ row, text, keys: [step, Math.round(bottom / 4 + 0.5) + 0.5].map((at) => `${at} ${pattern(text)}`) }];
  });
}

/** The line with figures and Roman numerals alike. */
function pattern(text: string): string {
  return text.toLowerCase().replaceAll(/\p{Number}+|\b[ivxlc]+\b/gu, '#');
}
