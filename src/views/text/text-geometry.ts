import { type TextRange } from '#core/text/range.ts';
import { blockAt, endOf, type TextLayout } from './text-layout.ts';
import { blockElement, domRange, positionOf } from './text-position.ts';

/** A box in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes of a stretch of text, one for each stretch of a line, relative to the container's corner. */
function boxesOf(container: HTMLElement, layout: TextLayout, { from, to }: TextRange): readonly Box[] {
  const range = domRange(container, layout, from, to);
  if (!range) return [];
  const corner = container.getBoundingClientRect();
  const boxes: Box[] = [];
  for (const rect of textRects(range)) {
    const box = relativeTo(corner, rect);
    const last = boxes.at(-1);
    if (last && isSameLine(last, box) && touches(last, box)) boxes[boxes.length - 1] = around(last, box);
    else if (box.width > 0) boxes.push(box);
  }
  return boxes;
}

/** A span over more text than this is outlined at its two ends only. */
const OUTLINED_LENGTH = 20_000;

/** The boxes to outline a range with; none for a very long one, which would take too long and show too little. */
export function outlineOf(container: HTMLElement, layout: TextLayout, range: TextRange): readonly Box[] {
  return range.to - range.from > OUTLINED_LENGTH ? [] : boxesOf(container, layout, range);
}

/**
 * The box of a caret at `offset`: no width, as high as the line's text. Where a line wraps or the direction of writing turns
 * an offset has two places; the caret clings to the character after it, or before it at a paragraph's end or if so told.
 */
export function caretBox(
  container: HTMLElement,
  layout: TextLayout,
  offset: number,
  clings: 'before' | 'after' = 'after',
): Box | undefined {
  const index = blockAt(layout, offset);
  const { from, to } = layout.blocks[index]!;
  if (from === to) return lineStartBox(container, layout, index);
  const before = offset === to || (clings === 'before' && offset > from);
  const place = positionOf(container, layout, before ? offset - 1 : offset, 'after');
  if (!(place?.node instanceof Text)) return undefined;
  const range = document.createRange();
  range.setStart(place.node, place.offset);
  range.setEnd(place.node, place.offset + 1);
  const character = range.getClientRects()[0];
  range.collapse(!before);
  const carets = [...range.getClientRects()];
  const rect = carets.find((caret) => !character || isAtEdge(caret, character)) ?? carets[0];
  if (!rect) return lineStartBox(container, layout, index);
  return { ...relativeTo(container.getBoundingClientRect(), rect), width: 0 };
}

/** The offset one line above or below, as near as can be to the same column; the text's start or end past the edge. */
export function offsetOnNextLine(container: HTMLElement, layout: TextLayout, offset: number, step: 1 | -1): number {
  const textEnd = endOf(layout);
  const beyond = lastInLine(container, layout, offset, step === 1 ? 'end' : 'start') + step;
  if (beyond < 0 || beyond > textEnd) return step === 1 ? textEnd : 0;
  const from = lastInLine(container, layout, beyond, 'start');
  const to = lastInLine(container, layout, beyond, 'end');
  return nearestInLine(container, layout, { from, to }, caretBox(container, layout, offset));
}

/** The first or last offset at which the caret stands in the same line; before the last character where the line wraps. */
export function offsetAtLineEdge(
  container: HTMLElement,
  layout: TextLayout,
  offset: number,
  edge: 'start' | 'end',
): number {
  const found = lastInLine(container, layout, offset, edge);
  if (edge === 'start' || found === layout.blocks[blockAt(layout, found)]!.to) return found;
  // A line that wraps at an emoji ends inside it, where no caret can stand.
  return nearestInLine(container, layout, { from: offset, to: found }, caretBox(container, layout, found));
}

/** The last code unit of the line in that direction, which may lie in the middle of a character. */
function lastInLine(container: HTMLElement, layout: TextLayout, offset: number, edge: 'start' | 'end'): number {
  const block = layout.blocks[blockAt(layout, offset)]!;
  const line = caretBox(container, layout, offset);
  if (!line) return offset;
  let inside = offset;
  let outside = edge === 'start' ? block.from - 1 : block.to + 1;
  while (Math.abs(outside - inside) > 1) {
    const middle = (inside + outside) >> 1;
    const box = caretBox(container, layout, middle);
    if (box && isSameLine(line, box)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** The offset whose caret is nearest to the column of `caret`; the first of those in one place, which cuts no character. */
function nearestInLine(
  container: HTMLElement,
  layout: TextLayout,
  { from, to }: TextRange,
  caret: Box | undefined,
): number {
  let nearest = from;
  let least = Infinity;
  // In a line with two directions of writing columns do not grow with offsets, so all of them are looked at.
  for (let at = from; at <= to; at += 1) {
    const box = caretBox(container, layout, at);
    const distance = box && caret ? Math.abs(box.left - caret.left) : Infinity;
    if (distance < least) [nearest, least] = [at, distance];
  }
  return nearest;
}

/** For a paragraph without characters that have a place: it is empty, or holds nothing but a form feed. */
function lineStartBox(container: HTMLElement, layout: TextLayout, index: number): Box | undefined {
  const element = blockElement(container, layout, index);
  if (!element) return undefined;
  const rect = (element.querySelector('br') ?? element).getBoundingClientRect();
  const start = getComputedStyle(element).direction === 'rtl' ? rect.right : rect.left;
  const corner = container.getBoundingClientRect();
  return { ...relativeTo(corner, rect), left: start - corner.left, width: 0 };
}

function relativeTo(corner: DOMRect, { left, top, width, height }: DOMRect): Box {
  return { left: left - corner.left, top: top - corner.top, width, height };
}

/** The rectangles of the text itself; a range's own also hold those of elements, whose padding would show. */
function* textRects(range: Range): Generator<DOMRect> {
  const texts = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const part = document.createRange();
  texts.currentNode = range.startContainer;
  let node = range.startContainer instanceof Text ? range.startContainer : texts.nextNode();
  for (; node && range.intersectsNode(node); node = texts.nextNode()) {
    part.selectNodeContents(node);
    if (node === range.startContainer) part.setStart(node, range.startOffset);
    if (node === range.endContainer) part.setEnd(node, range.endOffset);
    yield* part.getClientRects();
  }
}

function isAtEdge(caret: DOMRect, character: DOMRect): boolean {
  const isBeside = Math.abs(caret.left - character.left) < 1 || Math.abs(caret.left - character.right) < 1;
  return isBeside && isSameLine(caret, character);
}

/** True where the middles of the boxes are on one line of text. */
export function isSameLine(a: Box, b: Box): boolean {
  return (
    Math.abs(a.top + a.height / 2 - (b.top + b.height / 2)) < Math.min(a.height || b.height, b.height || a.height) / 2
  );
}

function touches(a: Box, b: Box): boolean {
  return b.left <= a.left + a.width + 2 && a.left <= b.left + b.width + 2;
}

function around(a: Box, b: Box): Box {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  };
}
