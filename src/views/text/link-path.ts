import { type Box, isSameLine } from './text-geometry.ts';

/** Where an arrow runs: the path of its line and the point of its head, which points up. */
export interface LinkPath {
  readonly line: string;
  readonly head: { readonly x: number; readonly y: number };
}

/** Radius of a turn, in pixels. */
const TURN = 4;

/** How far below the boxes of a line's words an arrow runs, in pixels: between the lines, where no words are. */
const BELOW = 5;

/**
 * The way of an arrow from the end of one stretch of text to the middle of another. It runs below the words of both lines and,
 * where they are on different lines, up or down at `marginX`, so that it never crosses a word. Boxes are those of one line
 * each, in pixels from the container's corner; undefined where one of the stretches has none. Where a part of the first
 * stretch is on the line of the second, the arrow starts there.
 */
export function linkPath(
  from: readonly Box[],
  to: readonly Box[],
  marginX: number,
  isRightToLeft: boolean,
): LinkPath | undefined {
  const target = to[0];
  const source = from.findLast((box) => target && isSameLine(box, target)) ?? from.at(-1);
  if (!source || !target) return undefined;
  const startsLeft = isSameLine(source, target) ? target.left < source.left : isRightToLeft;
  const startX = startsLeft ? source.left : source.left + source.width;
  const startY = source.top + source.height + BELOW;
  const endX = target.left + target.width / 2;
  const endY = target.top + target.height + BELOW;
  const head = { x: endX, y: target.top + target.height };
  const begin = `M ${px(startX)} ${px(startY - BELOW)} V ${px(startY)}`;
  if (isSameLine(source, target)) return { line: `${begin} H ${px(endX)} V ${px(head.y)}`, head };
  return { line: `${begin} ${byMargin(startY, endX, endY, marginX)} V ${px(head.y)}`, head };
}

/** To the margin, along it, and back below the other line, with rounded turns. */
function byMargin(startY: number, endX: number, endY: number, marginX: number): string {
  const down = Math.sign(endY - startY) * TURN;
  const out = Math.sign(marginX - endX) * TURN;
  return [
    `H ${px(marginX - out)}`,
    `Q ${px(marginX)} ${px(startY)} ${px(marginX)} ${px(startY + down)}`,
    `V ${px(endY - down)}`,
    `Q ${px(marginX)} ${px(endY)} ${px(marginX - out)} ${px(endY)}`,
    `H ${px(endX)}`,
  ].join(' ');
}

function px(value: number): string {
  return value.toFixed(1);
}
