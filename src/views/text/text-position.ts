import { blockAt, endOf, sectionWith, type TextLayout } from './text-layout.ts';

/** A place in the page's tree. */
export interface DomPosition {
  readonly node: Node;
  readonly offset: number;
}

/** The element of a block in a text container made of sections. */
export function blockElement(container: HTMLElement, layout: TextLayout, index: number): HTMLElement | undefined {
  const section = sectionWith(layout, index);
  return container.children[section]?.children[index - layout.sections[section]!.from] as HTMLElement | undefined;
}

/**
 * The UTF-16 offset of a place in the page, or undefined outside the paragraphs. A place between paragraphs counts as the
 * start of the one after it.
 */
export function offsetOf(
  container: HTMLElement,
  layout: TextLayout,
  { node, offset }: DomPosition,
): number | undefined {
  if (!container.contains(node)) return undefined;
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-paragraph]');
  if (!element) return offsetBetween(container, layout, { node, offset });
  const block = layout.blocks[Number(element.dataset['paragraph'])];
  if (!block) return undefined;
  return Math.min(block.to, block.from + textBefore(element, node, offset));
}

/** A place in a section or the container itself, as a triple click or a selection of everything leaves behind. */
function offsetBetween(container: HTMLElement, layout: TextLayout, { node, offset }: DomPosition): number | undefined {
  const child = node.childNodes[offset] ?? (node === container ? null : node.nextSibling);
  const next = child instanceof HTMLElement ? child : undefined;
  const element = next?.matches('[data-paragraph]') ? next : next?.querySelector<HTMLElement>('[data-paragraph]');
  return element ? layout.blocks[Number(element.dataset['paragraph'])]?.from : endOf(layout);
}

/** The place in the page of a UTF-16 offset; where two runs meet, at the end of the one before it or the start of the one after. */
export function positionOf(
  container: HTMLElement,
  layout: TextLayout,
  offset: number,
  run: 'before' | 'after' = 'before',
): DomPosition | undefined {
  const index = blockAt(layout, offset);
  const element = blockElement(container, layout, index);
  if (!element) return undefined;
  let left = offset - layout.blocks[index]!.from;
  let last: DomPosition = { node: element, offset: 0 };
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node as Text;
    if (left < length || (left === length && run === 'before')) return { node, offset: left };
    left -= length;
    last = { node, offset: length };
  }
  return last;
}

/** A live range over the text between two offsets, or undefined where it is not in the page. */
export function domRange(container: HTMLElement, layout: TextLayout, from: number, to: number): Range | undefined {
  const start = positionOf(container, layout, from);
  const end = positionOf(container, layout, to);
  if (!start || !end) return undefined;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The offset under a point of the viewport, or undefined where there is no text of ours. */
export function offsetAtPoint(container: HTMLElement, layout: TextLayout, x: number, y: number): number | undefined {
  const position = caretAtPoint(x, y);
  return position && offsetOf(container, layout, position);
}

/** WebKit before 26.2 has only the older of the two functions. */
function caretAtPoint(x: number, y: number): DomPosition | undefined {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  const older = document as unknown as { caretRangeFromPoint?: (x: number, y: number) => Range | null };
  const range = older.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

/**
 * Length of the element's text before a place in it, which is in one of its text nodes in most cases. Goes backwards from
 * the place, so it reads no more than it counts; without a tree walker, whose making is most of the work of a hit-test.
 */
function textBefore(element: HTMLElement, node: Node, offset: number): number {
  const child = offset < node.childNodes.length ? node.childNodes[offset]!.previousSibling : node.lastChild;
  let length = node instanceof Text ? offset : lengthBefore(child);
  for (let inner: Node = node; inner !== element; inner = inner.parentNode!)
    length += lengthBefore(inner.previousSibling);
  return length;
}

/** Length of the text in a node and its earlier siblings. */
function lengthBefore(node: Node | null): number {
  let length = 0;
  for (let each = node; each; each = each.previousSibling) {
    length += each instanceof Text ? each.length : each.textContent!.length;
  }
  return length;
}
