import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { placesOf, rowAt, type RowOrGap, rowsAndGaps } from './row-places.ts';

/** Tables up to so many rows are in the page as a whole. */
const WHOLE = 200;
/** So many pixels above and below what is seen are filled too, so that scrolling finds rows that are there already. */
const AHEAD = 700;
/** How high a row is taken to be before one was measured. */
const FIRST_GUESS = 64;

interface RowsInView {
  /** What the body of the table has to hold; each row needs its key as `data-row`. */
  readonly parts: readonly RowOrGap[];
  /** False where the table is whole. */
  readonly isPartial: boolean;
}

/** Which rows are seen, and what is known of how high rows are. */
interface View {
  readonly heights: ReadonlyMap<string, number>;
  readonly usual: number;
  readonly top: number;
  readonly bottom: number;
}

/** A row and where it is, in pixels below the top of the rows. Reading this makes the browser lay the page out. */
interface Box {
  readonly key: string;
  readonly index: number | undefined;
  readonly top: number;
  readonly height: number;
}

/** A row on the screen and where it was in the page, so that it can be kept there. */
interface Anchor {
  readonly key: string;
  readonly index: number;
  readonly top: number;
}

/**
 * Which rows of a long table have to be in the page: those near the viewport of the window that scrolls it, and those in
 * `staying`, such as the one that has the focus. Rows may be of any height; what is seen stays where it is when rows above it
 * turn out to be higher or lower than they were taken to be.
 */
export function useRowsInView(
  body: RefObject<HTMLElement | null>,
  keys: readonly string[],
  staying: readonly (string | undefined)[],
): RowsInView {
  const isPartial = keys.length > WHOLE;
  const [view, setView] = useState<View>(() => ({
    heights: new Map(),
    usual: FIRST_GUESS,
    top: 0,
    bottom: innerHeight,
  }));
  const indexes = useMemo(() => new Map(isPartial ? keys.map((key, index) => [key, index]) : []), [keys, isPartial]);
  const { heights, usual } = view;
  const places = useMemo(() => placesOf(isPartial ? keys : [], heights, usual), [keys, isPartial, heights, usual]);
  const anchor = useRef<Anchor>(undefined);
  /** As they were after the last drawing; scrolling does not move rows among themselves. */
  const boxes = useRef<readonly Box[]>([]);

  useEffect(() => {
    if (!isPartial) return undefined;
    const look = (): void => {
      if (!body.current) return;
      const seen = seenOf(body.current);
      anchor.current = anchorIn(boxes.current, seen);
      setView((last) => (isNear(last, seen) ? last : { ...last, ...seen }));
    };
    const lookNow = (): void => {
      // The rows are there in the same frame as the place that was scrolled to.
      flushSync(look);
    };
    let width = innerWidth;
    const resize = (): void => {
      const seen = body.current ? seenOf(body.current) : {};
      const isRewrapped = innerWidth !== width;
      width = innerWidth;
      setView((last) => ({ ...last, ...seen, heights: isRewrapped ? new Map() : last.heights }));
    };
    addEventListener('scroll', lookNow, { passive: true });
    addEventListener('resize', resize);
    look();
    return () => {
      removeEventListener('scroll', lookNow);
      removeEventListener('resize', resize);
    };
  }, [body, isPartial]);

  // After each drawing, whatever was the reason; the state is set only where a height is new.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    if (!isPartial || !body.current) return;
    const seen = seenOf(body.current);
    boxes.current = boxesIn(body.current, seen, indexes);
    const measured = newHeights(boxes.current, heights);
    const moved = movedBy(boxes.current, anchor.current, seen);
    const before = scrollY;
    if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
    // At an end of the page there may be less to scroll by.
    const by = scrollY - before;
    anchor.current = anchorIn(boxes.current, { top: seen.top + by, bottom: seen.bottom + by });
    if (measured.size === 0) return;
    setView((last) => {
      const isFirst = last.heights.size === 0;
      return {
        ...last,
        heights: new Map([...last.heights, ...measured]),
        usual: isFirst ? averageOf(measured) : last.usual,
      };
    });
  });

  const parts = useMemo(() => {
    if (!isPartial) return keys.map((_, index) => ({ kind: 'row', index }) as const);
    const near = { from: rowAt(places, view.top - AHEAD), to: rowAt(places, view.bottom + AHEAD) };
    const kept = staying.flatMap((key) => (key === undefined ? [] : (indexes.get(key) ?? [])));
    return rowsAndGaps(places, near, kept);
    // The keys that stay are a new list at each call.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isPartial, keys, indexes, places, view, ...staying]);
  return { parts, isPartial };
}

/** Where the top and the end of the window are, in pixels below the top of the rows. */
function seenOf(body: HTMLElement): Pick<View, 'top' | 'bottom'> {
  const { top } = body.getBoundingClientRect();
  return { top: -top, bottom: innerHeight - top };
}

/** True where what was filled ahead still reaches well beyond what is seen. */
function isNear(last: View, { top }: Pick<View, 'top'>): boolean {
  return Math.abs(last.top - top) < AHEAD / 4;
}

/** Where the rows in the page are; each is read once. */
function boxesIn(
  body: HTMLElement,
  { top: above }: Pick<View, 'top'>,
  indexes: ReadonlyMap<string, number>,
): readonly Box[] {
  return [...body.querySelectorAll<HTMLElement>(':scope > [data-row]')].map((row) => {
    const { top, height } = row.getBoundingClientRect();
    const key = row.dataset['row']!;
    return { key, index: indexes.get(key), top: top + above, height };
  });
}

/** The heights that are not known yet or have changed. */
function newHeights(boxes: readonly Box[], known: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const isNew = ({ key, height }: Box): boolean => Math.abs((known.get(key) ?? -1) - height) > 0.5;
  return new Map(boxes.filter(isNew).map(({ key, height }) => [key, height]));
}

function averageOf(heights: ReadonlyMap<string, number>): number {
  return [...heights.values()].reduce((sum, height) => sum + height, 0) / heights.size;
}

/** The first row that reaches into the window. */
function anchorIn(boxes: readonly Box[], seen: Pick<View, 'top' | 'bottom'>): Anchor | undefined {
  const first = boxes.find(({ index, top, height }) => index !== undefined && top + height > seen.top);
  if (first?.index === undefined || first.top >= seen.bottom) return undefined;
  return { key: first.key, index: first.index, top: inPage(first, seen) };
}

/** By how much the row has moved in the page; none for a row that has another place among the others now, which may move. */
function movedBy(boxes: readonly Box[], anchor: Anchor | undefined, seen: Pick<View, 'top'>): number {
  const box = anchor && boxes.find(({ key }) => key === anchor.key);
  if (!box || box.index !== anchor.index) return 0;
  const moved = inPage(box, seen) - anchor.top;
  return Math.abs(moved) >= 1 ? moved : 0;
}

function inPage({ top }: Box, seen: Pick<View, 'top'>): number {
  return top - seen.top + scrollY;
}
