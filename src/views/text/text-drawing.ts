import { type LabelSet } from '#core/labels/label-set.ts';
import { spansOverlapping } from '#core/spans/span-index.ts';
import { type Span } from '#core/spans/span.ts';
import { overlaps } from '#core/text/range.ts';
import { blockElementOf, fillBlock, type TextRoom } from './block-content.ts';
import { holdsSelection, watchNearViewport } from './near-viewport.ts';
import { touchesBlock } from '#core/spans/painted-run.ts';
// Only its type: the code comes when it is wanted.
import type { TellEdges } from './tell-edges.ts';
import styles from './text-drawing.module.css';
import { type TextBlock, type TextLayout, type TextSectionRange } from './text-layout.ts';

/** What is drawn over the text. */
export interface Shown {
  /** In reading order. */
  readonly spans: readonly Span[];
  readonly labelSet: LabelSet;
  /** Lines that need room below them. */
  readonly room?: TextRoom | undefined;
  /** What tells a screen reader where spans start and end. */
  readonly tell?: TellEdges | undefined;
}

/** An article's text in the page. */
export interface TextDrawing {
  /** Draws anew those blocks near the viewport whose own spans changed, or all of them with other labels. */
  readonly show: (shown: Shown) => void;
  readonly remove: () => void;
}

const NO_SPANS: readonly Span[] = [];

/**
 * Puts the text of a layout into an empty element, section by section, with one element for each block. Only sections near
 * the viewport have their spans painted; the others are plain text, which the browser neither lays out nor paints but finds,
 * selects, prints and reads aloud. `onDrawn` hears when text nodes may have been replaced otherwise than by `show`. While
 * spans are told to a screen reader, which may be anywhere in the text, the others follow one by one.
 *
 * It makes elements itself and not through React: at 1 MB the thousands of elements cost React more than all else together.
 */
export function drawText(
  container: HTMLElement,
  text: string,
  layout: TextLayout,
  first: Shown,
  onDrawn: () => void,
): TextDrawing {
  let shown = first;
  const painted = new Set<Section>();
  const far = new Set<Section>();
  let telling: ReturnType<typeof setTimeout> | undefined;
  const near = watchNearViewport();
  const paint = (section: Section, isPainted: boolean): void => {
    if (isPainted) painted.add(section);
    else painted.delete(section);
    section.paint(isPainted ? shown : undefined);
  };
  const tellNext = (): void => {
    // Words that are selected stay in the nodes that they are in.
    const next = [...far].find((section) => !painted.has(section) && !holdsSelection(section.element));
    if (!next) return;
    paint(next, true);
    onDrawn();
    telling = setTimeout(tellNext);
  };
  const sections = layout.sections.map((range) => createSection(text, layout, range));
  for (const [index, section] of sections.entries()) {
    // What is seen first is painted at once, before the browser can tell what is near.
    if (index === 0) paint(section, true);
    if (index > 0) far.add(section);
    near.add(section.element, index === 0, (isPainted) => {
      if (isPainted) far.delete(section);
      else far.add(section);
      paint(section, isPainted || shown.tell !== undefined);
      onDrawn();
    });
  }
  container.replaceChildren(...sections.map(({ element }) => element));
  if (shown.tell) telling = setTimeout(tellNext);
  return {
    show: (next) => {
      const isTold = shown.tell !== undefined;
      shown = next;
      for (const section of painted) section.paint(shown);
      if (isTold === (shown.tell !== undefined)) return;
      clearTimeout(telling);
      if (shown.tell) telling = setTimeout(tellNext);
      else for (const section of far) paint(section, false);
    },
    remove: () => {
      near.stop();
      clearTimeout(telling);
      container.replaceChildren();
    },
  };
}

interface Section {
  readonly element: HTMLElement;
  /** Draws anew the blocks in which something else is to be seen than now; undefined for plain text. */
  readonly paint: (shown: Shown | undefined) => void;
}

function createSection(text: string, layout: TextLayout, { from, to }: TextSectionRange): Section {
  const blocks = layout.blocks.slice(from, to);
  const element = document.createElement('section');
  element.className = styles.section!;
  element.style.containIntrinsicBlockSize = `auto ${estimatedHeight(blocks)}`;
  const elements = blocks.map((block, index) => blockElementOf(text, from + index, block));
  element.append(...elements);
  // One more, so that a span over nothing but blank lines is found.
  const range = { from: blocks[0]!.from, to: blocks.at(-1)!.to + 1 };
  const buckets: (readonly Span[])[] = blocks.map(() => NO_SPANS);
  const rooms: (TextRoom | undefined)[] = blocks.map(() => undefined);
  let labels: LabelSet | undefined;
  let told: TellEdges | undefined;
  return {
    element,
    paint: (shown) => {
      const labelSet = shown?.labelSet;
      const tell = shown?.tell;
      const here = shown ? spansOverlapping(shown.spans, range) : NO_SPANS;
      const isSameLook = labels === labelSet && told === tell;
      for (const [index, block] of blocks.entries()) {
        const bucket = here.filter((span) => touchesBlock(span, block));
        const room = shown?.room && overlaps(shown.room, block) ? shown.room : undefined;
        const isSame = isSameList(bucket, buckets[index]!) && (bucket.length === 0 || isSameLook);
        if (isSame && room === rooms[index]) continue;
        buckets[index] = bucket;
        rooms[index] = room;
        fillBlock(elements[index]!, text, block, bucket, labelSet, room, tell);
      }
      labels = labelSet;
      told = tell;
      element.classList.toggle(styles.told!, told !== undefined);
    },
  };
}

function isSameList(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, index) => span === b[index]);
}

/** Before the browser has laid a section out: 72 characters in a line. */
function estimatedHeight(blocks: readonly TextBlock[]): string {
  const lines = blocks.reduce((sum, { from, to }) => sum + Math.max(1, Math.ceil((to - from) / 72)), 0);
  const paragraphs = blocks.filter(({ endsParagraph }) => endsParagraph).length;
  return `calc(${lines} * 1lh + ${paragraphs * 14}px)`;
}
