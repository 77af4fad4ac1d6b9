import { type TextRange } from '#core/text/range.ts';
import { snapToWords } from '#core/text/words.ts';
import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { scrollAtEdges } from './edge-scroll.ts';
import { type Box, caretBox, outlineOf } from './text-geometry.ts';
import { type TextLayout } from './text-layout.ts';
import { offsetAtPoint } from './text-position.ts';

export type Edge = 'from' | 'to';

export interface BoundaryHandleProps {
  readonly container: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly language: string;
  readonly layout: TextLayout;
  readonly range: TextRange;
  readonly edge: Edge;
  /** The box of a caret at the edge. */
  readonly box: Box;
  /** Where a finger takes hold of it: below the words and beside them, so that neither it nor the hand hides them. */
  readonly side: 'left' | 'right';
  /** How many pixels of the window's foot something covers: a drag scrolls before it gets there. */
  readonly covered?: (() => number) | undefined;
  readonly onMove: (offset: number) => void;
  /** A finger touched the text that the handle lies over, and dragged nothing. */
  readonly onClickAt: (offset: number, again: boolean) => void;
}

interface Dragged {
  readonly offset: number;
  readonly preview: readonly Box[];
  readonly box: Box | undefined;
}

/** What is held: how far from the edge it was taken, and where it is now, in pixels of the window. */
interface Hold {
  readonly aside: number;
  readonly below: number;
  readonly x: number;
  readonly y: number;
  readonly isExact: boolean;
  readonly isMoved: boolean;
  readonly stopScrolling: () => void;
}

/** Further than this a finger that only touched does not move, in pixels. */
const STILL = 4;

/** The edge of a range while it is dragged, and the handlers of whatever it is dragged by. */
export function useDraggedEdge(props: BoundaryHandleProps) {
  const { container, layout, range, edge } = props;
  const [dragged, setDragged] = useState<Dragged>();
  const hold = useRef<Hold>(undefined);
  useEffect(() => () => hold.current?.stopScrolling(), []);

  const offsetFor = ({ x, y, aside, below, isExact }: Hold): number | undefined => {
    // The finger or cursor is on the knob, beside and below or above the place that is meant.
    const offset = offsetAtPoint(container.current!, layout, x - aside, y - below);
    if (offset === undefined) return undefined;
    const moved = { ...range, [edge]: offset };
    if (moved.from >= moved.to) return undefined;
    if (isExact) return offset;
    return snapToWords(props.text, layout.blocks, moved, props.language)?.[edge];
  };
  const follow = (): void => {
    const offset = hold.current?.isMoved === true ? offsetFor(hold.current) : undefined;
    if (offset === undefined) return;
    const preview = outlineOf(container.current!, layout, { ...range, [edge]: offset });
    setDragged({ offset, preview, box: caretBox(container.current!, layout, offset, clingOf(edge)) });
  };
  const letGo = (): void => {
    hold.current?.stopScrolling();
    setDragged(undefined);
  };
  const takes = {
    onPointerDown: (event: PointerEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      hold.current?.stopScrolling();
      const { left, top } = container.current!.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      hold.current = {
        aside: x - (left + props.box.left),
        below: y - (top + props.box.top + props.box.height / 2),
        x,
        y,
        isExact: event.altKey,
        isMoved: false,
        stopScrolling: scrollAtEdges(
          container.current!,
          () => (hold.current?.isMoved === true ? hold.current.y : innerHeight / 2),
          () => props.covered?.() ?? 0,
          follow,
        ),
      };
    },
    onPointerMove: (event: PointerEvent): void => {
      if (!hold.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const { clientX: x, clientY: y } = event;
      const isMoved = hold.current.isMoved || Math.hypot(x - hold.current.x, y - hold.current.y) > STILL;
      if (!isMoved) return;
      hold.current = { ...hold.current, x, y, isExact: event.altKey, isMoved };
      follow();
    },
    onPointerUp: (): void => {
      if (dragged && dragged.offset !== range[edge]) props.onMove(dragged.offset);
      letGo();
    },
    onPointerCancel: letGo,
  };
  const click = (event: MouseEvent<HTMLElement>): void => {
    if (hold.current?.isMoved === true) return;
    const grip = event.currentTarget;
    grip.style.pointerEvents = 'none';
    const offset = offsetAtPoint(container.current!, layout, event.clientX, event.clientY);
    grip.style.pointerEvents = '';
    if (offset !== undefined) props.onClickAt(offset, false);
  };
  return { dragged, takes, click };
}

/** The end of a range stands after its last character, also where the line wraps there. */
function clingOf(edge: Edge): 'before' | 'after' {
  return edge === 'to' ? 'before' : 'after';
}
